package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * Several source values in one text. On the way back the text is split where that can be done in one way only; else the whole text
 * stays in the first field, and a finding says so.
 *
 * @param parts the values, in order
 * @param pieces how they make the text
 * @param text the template as the mapping writes it
 */
record Template(List<SourcePath> parts, Pieces pieces, String text) implements Content {

    /** Reads a template; empty when a brace is open or a path is none. */
    static Optional<Template> parse(String text) {
        Optional<Pieces> pieces = Pieces.parse(text);
        List<SourcePath> parts = pieces.stream()
                .flatMap(known -> known.names().stream())
                .flatMap(name -> SourcePath.parse(name).stream())
                .toList();
        return pieces.filter(known -> known.names().size() == parts.size())
                .map(known -> new Template(parts, known, text));
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        List<Optional<Tree>> values =
                parts.stream().map(part -> part.find(at).filter(Tree::isLeaf)).toList();
        Optional<Tree> first = values.stream().flatMap(Optional::stream).findFirst();
        if (first.isEmpty()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            values.get(i).ifPresent(run::read);
            if (values.get(i).isEmpty()) {
                run.error("mapping.Template", at.place(), parts.get(i) + " is missing, and " + text + " needs it");
            }
        }
        String joined = pieces.join(
                values.stream().map(value -> value.map(Tree::value).orElse("")).toList());
        Node node = new Node(element, first.get()).text(joined);
        parent.add(node);
        values.forEach(value -> value.ifPresent(known -> run.trace.carried(known, node, this, at)));
        return true;
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        run.read(node);
        Optional<List<String>> values = pieces.split(node.text());
        if (values.isEmpty()) {
            run.findings.add(Finding.warning(
                            "mapping.AmbiguousTemplate",
                            node.place(),
                            node.name() + " cannot be split into " + text + " in exactly one way; all of it is in "
                                    + parts.get(0))
                    .value(node.text()));
            put(parts.get(0), node.text(), node, at, run);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            put(parts.get(i), values.get().get(i), node, at, run);
        }
    }

    private void put(SourcePath part, String text, Node node, Slot at, Run run) {
        Tree value = Tree.text(text, node);
        if (!at.put(part, value)) {
            run.error("mapping.Conflict", node.place(), part + " has another value already, from another element");
        }
        run.trace.carried(value, node, this, value);
    }

    @Override
    public Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        return Explanation.undeclared("the way back cannot split " + text + " again in one way only");
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return pieces.matches(node.text()) ? Fit.carried(1) : Optional.empty();
    }

    @Override
    public boolean hasData() {
        return true;
    }

    @Override
    public boolean fitNeedsSource() {
        return false;
    }
}
