package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * An element for each group of items of a list that agree in some fields. The groups stand in the order of their first items. On the
 * way back the groups' items stand one after another in one list, each with the fields of its group.
 *
 * @param path the list
 * @param keys the fields that make a group, from the item
 * @param content what is written for a group; its paths start from the group's first item
 */
record GroupBy(SourcePath path, List<SourcePath> keys, Content content) implements Content {

    /** Copies the keys. */
    GroupBy {
        keys = List.copyOf(keys);
    }

    /**
     * What is written for each item of the group around: {@code each: .} inside {@code group-by}.
     *
     * @param path the list that is grouped
     * @param content what is written for an item
     */
    record Items(SourcePath path, Content content) implements Content {

        @Override
        public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
            boolean data = false;
            for (Tree item : run.group(at)) {
                data |= Each.item(item, content, element, parent, run);
            }
            return data;
        }

        /** The group's first item is there already: the group's own fields are read into it. */
        @Override
        public void fromIso(List<Node> nodes, Slot at, Run run) {
            List<Tree> items = run.group(at.object());
            for (Node node : nodes) {
                boolean first = run.trace.itemOf(node).isEmpty() && items.size() == 1 && node == nodes.get(0);
                Slot slot = first ? at : Slot.besides(at, Tree.object(Place.NOWHERE));
                if (!first) {
                    items.add(slot.object());
                }
                run.trace.item(node, slot.object());
                content.fromIso(List.of(node), slot, run);
            }
        }

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

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Map<List<String>, List<Tree>> groups = new LinkedHashMap<>();
        path.find(at)
                .ifPresent(list -> list.items()
                        .forEach(item -> groups.computeIfAbsent(key(item), key -> new ArrayList<>())
                                .add(item)));
        boolean data = false;
        for (List<Tree> items : groups.values()) {
            run.group(items);
            run.trace.used(this);
            data |= content.toIso(items.get(0), element, parent, run);
            items.stream().skip(1).forEach(item -> shared(items.get(0), item, run));
        }
        return data;
    }

    private List<String> key(Tree item) {
        return keys.stream()
                .map(key -> key.find(item).map(Tree::toString).orElse(""))
                .toList();
    }

    /** What was read of the group's first item counts for all of them. */
    private void shared(Tree first, Tree item, Run run) {
        for (SourcePath key : keys) {
            Optional<Tree> read = key.find(first).filter(run::isRead);
            Optional<Tree> same = key.find(item);
            if (read.isPresent() && same.isPresent()) {
                run.read(same.get());
                run.trace.same(same.get(), read.get());
            }
        }
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        for (Node node : nodes) {
            Slot first = at.item(path, Tree.object(Place.NOWHERE));
            List<Tree> items = new ArrayList<>(List.of(first.object()));
            run.group(items);
            run.trace.used(this);
            content.fromIso(List.of(node), first, run);
            run.later(() -> items.stream().skip(1).forEach(item -> copy(first, Slot.of(item))));
        }
    }

    /** The fields of the group, in each of its items. */
    private void copy(Slot first, Slot item) {
        for (SourcePath key : keys) {
            first.at(key).existing().ifPresent(value -> item.at(key).put(Tree.text(value.value(), value.place())));
        }
    }

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
