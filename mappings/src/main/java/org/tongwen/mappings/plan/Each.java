package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * An element for each item of a list.
 *
 * @param path the list
 * @param isOfValues whether the items are values, not objects
 * @param content what is written for an item; its paths start from the item
 */
record Each(SourcePath path, boolean isOfValues, Content content) implements Content {

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        boolean data = false;
        Optional<Tree> list = path.find(at);
        if (list.isPresent()) {
            for (Tree item : list.get().items()) {
                run.trace.used(this);
                data |= item(item, content, element, parent, run);
            }
        }
        return data;
    }

    /** Writes what stands for one item. */
    static boolean item(Tree item, Content content, ElementDeclaration element, Node parent, Run run) {
        int before = parent.children().size();
        boolean data = content.toIso(item, element, parent, run);
        List<Node> written = parent.children();
        for (int i = before; i < written.size(); i++) {
            run.trace.item(written.get(i), item);
        }
        return data;
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        for (Node node : nodes) {
            run.trace.used(this);
            if (isOfValues) {
                Slot item = at.valueItem(path);
                content.fromIso(List.of(node), item, run);
                item.existing().ifPresent(value -> run.trace.item(node, value));
            } else {
                Tree item = Tree.object(Place.NOWHERE);
                run.trace.item(node, item);
                content.fromIso(List.of(node), at.item(path, item), run);
            }
        }
    }

    /** The item is not there yet, so what its formulas would give is not known. */
    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return run.inItem(() -> content.fit(node, at, run));
    }

    @Override
    public boolean takesMany() {
        return true;
    }

    @Override
    public boolean hasData() {
        return true;
    }

    @Override
    public boolean fitNeedsSource() {
        return content.fitNeedsSource();
    }
}
