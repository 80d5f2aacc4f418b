package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * Several source values in one text. On the way back the text is split where that can be done in one way only; else the whole text
 * stays in the first field, and a finding says so.
 *
 * @param parts the values, in order
 * @param text the template as the mapping writes it
 * @param literals what stands before, between and behind the values: one more than there are values
 */
record Template(List<SourcePath> parts, List<String> literals, String text) implements Content {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)\\}");

    /** Reads a template; empty when a brace is open or a path is none. */
    static Optional<Template> parse(String text) {
        List<SourcePath> parts = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literals.add(text.substring(end, matcher.start()));
            SourcePath.parse(matcher.group(1).strip()).ifPresent(parts::add);
            end = matcher.end();
        }
        literals.add(text.substring(end));
        boolean whole = literals.stream().noneMatch(literal -> literal.contains("{") || literal.contains("}"));
        return whole && !parts.isEmpty() && parts.size() == literals.size() - 1
                ? Optional.of(new Template(List.copyOf(parts), List.copyOf(literals), text))
                : Optional.empty();
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        List<Optional<Tree>> values =
                parts.stream().map(part -> part.find(at).filter(Tree::isLeaf)).toList();
        Optional<Tree> first = values.stream().flatMap(Optional::stream).findFirst();
        if (first.isEmpty()) {
            return false;
        }
        StringBuilder joined = new StringBuilder(literals.get(0));
        for (int i = 0; i < values.size(); i++) {
            Optional<Tree> value = values.get(i);
            value.ifPresent(run::read);
            if (value.isEmpty()) {
                run.error("mapping.Template", at.place(), parts.get(i) + " is missing, and " + text + " needs it");
            }
            joined.append(value.map(Tree::value).orElse("")).append(literals.get(i + 1));
        }
        Node node = new Node(element, first.get().place()).text(joined.toString());
        parent.add(node);
        values.forEach(value -> value.ifPresent(known -> run.trace.carried(known, node, this, at)));
        return true;
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        run.read(node);
        Optional<List<String>> values = split(node.text());
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
        Tree value = Tree.text(text, node.place());
        if (!at.at(part).put(value)) {
            run.error("mapping.Conflict", node.place(), part + " has another value already, from another element");
        }
        run.trace.carried(value, node, this, value);
    }

    @Override
    public Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        return Explanation.undeclared("the way back cannot split " + text + " again in one way only");
    }

    /** The values, if there is exactly one way to find them: taking as little and as much as possible gives the same. */
    private Optional<List<String>> split(String joined) {
        Optional<List<String>> shortest = match(joined, "(.*?)");
        return shortest.equals(match(joined, "(.*)")) ? shortest : Optional.empty();
    }

    private Optional<List<String>> match(String joined, String part) {
        StringBuilder pattern = new StringBuilder(Pattern.quote(literals.get(0)));
        literals.stream().skip(1).forEach(literal -> pattern.append(part).append(Pattern.quote(literal)));
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(joined);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            values.add(matcher.group(i));
        }
        return Optional.of(values);
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return match(node.text(), "(.*?)").isPresent() ? Fit.carried(1) : Optional.empty();
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
