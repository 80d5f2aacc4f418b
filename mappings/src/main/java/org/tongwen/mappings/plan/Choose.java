package org.tongwen.mappings.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * One of several contents. Towards ISO a field or formula names the case; on the way back a case is recognised by what it wrote, and
 * the field is set.
 *
 * @param isoPath names from the root of the message to the element
 * @param by what names the case
 * @param text the field or formula as the mapping writes it
 * @param cases the contents by name, in the order of the mapping
 */
record Choose(String isoPath, Formula by, String text, Map<String, Content> cases) implements Content {

    /** Copies the cases. */
    Choose {
        cases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<String> name = run.value(by, at);
        if (name.isEmpty()) {
            return false;
        }
        Content content = cases.get(name.get());
        if (content == null) {
            run.findings.add(Finding.error("mapping.NoCase", at.place(), "there is no case for what " + text + " gives")
                    .value(name.get())
                    .hint("cases: " + String.join(", ", cases.keySet())));
            discriminator(at).ifPresent(run::read);
            run.leaveOut(isoPath);
            return false;
        }
        int before = parent.children().size();
        boolean data = content.toIso(at, element, parent, run);
        List<Node> written = parent.children();
        discriminator(at).ifPresent(field -> {
            run.read(field);
            run.trace.carried(field, written.size() == before ? null : written.get(before), this, at);
        });
        return data;
    }

    /** The field that names the case, if one does. */
    private Optional<Tree> discriminator(Tree at) {
        return by instanceof Formula.Path path ? path.path().find(at).filter(Tree::isLeaf) : Optional.empty();
    }

    @Override
    public Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        return Explanation.undeclared(
                link.node() == null
                        ? "the case has no values, so the message does not show it"
                        : back.map(name -> "the way back takes the element for the case " + name.value())
                                .orElse("the mapping does not declare it"));
    }

    private String nameOf(Content content) {
        return cases.entrySet().stream()
                .filter(entry -> entry.getValue() == content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        if (fitNeedsSource()) {
            run.later(() -> recognise(nodes, at, run));
        } else {
            recognise(nodes, at, run);
        }
    }

    private void recognise(List<Node> nodes, Slot at, Run run) {
        Optional<Content> content = ElementRule.best(List.copyOf(cases.values()), nodes.get(0), at, run);
        if (content.isEmpty()) {
            run.error(
                    "mapping.NoCase",
                    nodes.get(0).place(),
                    nodes.get(0).name() + " fits none of the cases " + String.join(", ", cases.keySet()));
            return;
        }
        if (by instanceof Formula.Path path) {
            Tree name = Tree.text(nameOf(content.get()), nodes.get(0));
            at.put(path.path(), name);
            run.trace.carried(name, null, this, name);
        }
        content.get().fromIso(nodes, at, run);
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return cases.values().stream()
                .flatMap(content -> content.fit(node, at, run).stream())
                .max(Fit::compareTo);
    }

    @Override
    public boolean hasData() {
        return cases.values().stream().anyMatch(Content::hasData);
    }

    @Override
    public boolean fitNeedsSource() {
        return cases.values().stream().anyMatch(Content::fitNeedsSource);
    }
}
