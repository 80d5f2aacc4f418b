package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.message.Node;

/**
 * One ISO element and what is written into it; several contents write it several times.
 *
 * @param element the element
 * @param contents the contents, in the order of the mapping
 */
record ElementRule(ElementDeclaration element, List<Content> contents) {

    /** Copies the contents. */
    ElementRule {
        contents = List.copyOf(contents);
    }

    boolean toIso(Tree at, Node parent, Run run) {
        boolean data = false;
        for (Content content : contents) {
            data |= content.toIso(at, element, parent, run);
        }
        return data;
    }

    void fromIso(Node parent, Slot at, Run run) {
        List<Node> nodes = parent.children(element);
        if (nodes.isEmpty()) {
            return;
        }
        if (contents.size() == 1) {
            contents.get(0).fromIso(nodes, at, run);
        } else if (contents.stream().anyMatch(Content::fitNeedsSource)) {
            run.later(() -> distribute(nodes, at, run));
        } else {
            distribute(nodes, at, run);
        }
    }

    /** Where the mapping has room for one element, a second one must not vanish. */
    static void onlyOne(List<Node> nodes, Run run) {
        if (nodes.size() > 1) {
            Node second = nodes.get(1);
            String message = second.name() + " stands here " + nodes.size() + " times, but the mapping carries one";
            run.error("mapping.TooMany", second.place(), message);
        }
    }

    /** Gives each node to the content that it fits best; a content that has room for one is not asked twice while others have room. */
    private void distribute(List<Node> nodes, Slot at, Run run) {
        Map<Content, List<Node>> shares = new IdentityHashMap<>();
        for (Node node : nodes) {
            List<Content> free = contents.stream()
                    .filter(content -> content.takesMany() || !shares.containsKey(content))
                    .toList();
            best(free, node, at, run)
                    .or(() -> best(contents, node, at, run))
                    .ifPresent(content -> shares.computeIfAbsent(content, key -> new ArrayList<>())
                            .add(node));
        }
        contents.stream()
                .filter(shares::containsKey)
                .forEach(content -> content.fromIso(shares.getOrDefault(content, List.of()), at, run));
    }

    /** The content that a node fits best; the first of several. */
    static Optional<Content> best(List<Content> contents, Node node, Slot at, Run run) {
        record Candidate(Content content, Fit fit) {}
        return contents.stream()
                .flatMap(content -> content.fit(node, at, run).stream().map(fit -> new Candidate(content, fit)))
                .filter(candidate -> candidate.fit().covered() > 0)
                .max(Comparator.comparing(Candidate::fit))
                .map(Candidate::content);
    }

    /**
     * How well the element's occurrences in a parent fit; an element that a constant should have filled must be there,
     * unless the mapping says that what stands around it has no field anyway.
     */
    Optional<Fit> fit(Node parent, Slot at, Run run) {
        List<Node> nodes = parent.children(element);
        if (nodes.isEmpty()) {
            boolean constant = contents.stream()
                    .anyMatch(content ->
                            content instanceof Computed computed && computed.formula() instanceof Formula.Literal);
            return constant && !run.isWithoutField(parent) ? Optional.empty() : Optional.of(Fit.NOTHING);
        }
        Fit sum = Fit.NOTHING;
        for (Node node : nodes) {
            Optional<Fit> fit = contents.stream()
                    .flatMap(content -> content.fit(node, at, run).stream())
                    .max(Comparator.naturalOrder());
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(fit.get());
        }
        return Optional.of(sum);
    }

    boolean hasData() {
        return contents.stream().anyMatch(Content::hasData);
    }

    boolean fitNeedsSource() {
        return contents.stream().anyMatch(Content::fitNeedsSource);
    }
}
