package org.tongwen.mappings.plan;

import java.util.ArrayList;
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
 * @param hasConstant whether one of them is a constant
 * @param hasData whether one of them carries values of the source
 * @param fitNeedsSource whether {@link #fit} looks at the source
 */
record ElementRule(
        ElementDeclaration element,
        List<Content> contents,
        boolean hasConstant,
        boolean hasData,
        boolean fitNeedsSource) {

    /** The rule that writes these contents. What never changes is worked out once, because every message asks for it. */
    static ElementRule of(ElementDeclaration element, List<Content> contents) {
        return new ElementRule(
                element,
                List.copyOf(contents),
                contents.stream().anyMatch(ElementRule::isConstant),
                contents.stream().anyMatch(Content::hasData),
                contents.stream().anyMatch(Content::fitNeedsSource));
    }

    private static boolean isConstant(Content content) {
        return content instanceof Computed computed && computed.formula() instanceof Formula.Literal;
    }

    boolean toIso(Tree at, Node parent, Run run) {
        boolean data = false;
        for (int i = 0; i < contents.size(); i++) {
            data |= contents.get(i).toIso(at, element, parent, run);
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
        } else if (fitNeedsSource) {
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
        run.judge(node);
        Optional<Content> best = Optional.empty();
        Fit most = Fit.NOTHING;
        for (int i = 0; i < contents.size(); i++) {
            Optional<Fit> fit = contents.get(i).fit(node, at, run);
            if (fit.isPresent()
                    && fit.get().covered() > 0
                    && (best.isEmpty() || fit.get().compareTo(most) > 0)) {
                best = Optional.of(contents.get(i));
                most = fit.get();
            }
        }
        return best;
    }

    /**
     * How well the element's occurrences in a parent fit; an element that a constant should have filled must be there,
     * unless the mapping says that what stands around it has no field anyway.
     */
    Optional<Fit> fit(Node parent, Slot at, Run run) {
        List<Node> nodes = parent.children(element);
        if (nodes.isEmpty()) {
            return hasConstant && !run.isWithoutField(parent) ? Optional.empty() : Optional.of(Fit.NOTHING);
        }
        Fit sum = Fit.NOTHING;
        for (int i = 0; i < nodes.size(); i++) {
            Optional<Fit> fit = bestFit(nodes.get(i), at, run);
            if (fit.isEmpty()) {
                return fit;
            }
            sum = sum.plus(fit.get());
        }
        return Optional.of(sum);
    }

    private Optional<Fit> bestFit(Node node, Slot at, Run run) {
        Optional<Fit> best = Optional.empty();
        for (int i = 0; i < contents.size(); i++) {
            best = Fit.better(best, contents.get(i).fit(node, at, run));
        }
        return best;
    }
}
