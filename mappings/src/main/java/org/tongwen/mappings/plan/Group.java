package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.message.Node;

/**
 * An element with elements in it. When it carries values of the source but none is there, it is not written, constants or not.
 *
 * @param rules what is written into it, in the order of the definition
 * @param hasData whether it carries values of the source
 * @param fitNeedsSource whether {@link #fit} looks at the source; known beforehand, because choices ask for each message
 */
record Group(List<ElementRule> rules, boolean hasData, boolean fitNeedsSource) implements Content {

    /** A group of these rules. */
    static Group of(List<ElementRule> rules) {
        return new Group(
                List.copyOf(rules),
                rules.stream().anyMatch(ElementRule::hasData),
                rules.stream().anyMatch(ElementRule::fitNeedsSource));
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Node node = new Node(element, at);
        boolean data = fill(at, node, run);
        if ((data || !hasData()) && !node.children().isEmpty()) {
            parent.add(node);
        }
        return data;
    }

    boolean fill(Tree at, Node node, Run run) {
        boolean data = false;
        for (int i = 0; i < rules.size(); i++) {
            data |= rules.get(i).toIso(at, node, run);
        }
        return data;
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).fromIso(node, at, run);
        }
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        Fit sum = Fit.NOTHING;
        for (int i = 0; i < rules.size(); i++) {
            Optional<Fit> fit = rules.get(i).fit(node, at, run);
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(fit.get());
        }
        return Optional.of(sum);
    }
}
