package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.PointerStep;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.message.Node;

/**
 * At which position of its list an item comes back: first the items that an element of the message stands for, in the order of these
 * elements, then the others that hold a carried value. A group may change the order, and an item that nothing carries leaves no gap.
 */
final class ItemNumbers {

    private final Map<Tree, Integer> numbers = new IdentityHashMap<>();

    /**
     * Counts the items of all lists around some values.
     *
     * @param values the carried values, in the order of the document
     * @param message the message, written but for them
     * @param trace which element stands for which item
     */
    ItemNumbers(List<Tree> values, Node message, Trace trace) {
        Set<Tree> holding = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Tree> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Tree value : values) {
            Optional<Tree> tree = Optional.of(value);
            while (tree.isPresent() && holding.add(tree.get())) {
                tree = tree.get().parent();
                tree.filter(around -> around.kind() == Tree.Kind.LIST).ifPresent(lists::add);
            }
        }
        Map<Node, Integer> order = lists.isEmpty() ? Map.of() : order(message);
        lists.forEach(list -> count(list, holding, order, trace));
    }

    private static Map<Node, Integer> order(Node message) {
        Map<Node, Integer> order = new IdentityHashMap<>();
        message.all().forEach(node -> order.put(node, order.size()));
        return order;
    }

    private void count(Tree list, Set<Tree> holding, Map<Node, Integer> order, Trace trace) {
        Map<Tree, Integer> written = new IdentityHashMap<>();
        List<Tree> shown = new ArrayList<>();
        List<Tree> others = new ArrayList<>();
        for (Tree item : list.items()) {
            Optional<Integer> place = trace.nodeOf(item).map(order::get);
            if (place.isPresent()) {
                written.put(item, place.get());
                shown.add(item);
            } else if (holding.contains(item)) {
                others.add(item);
            }
        }
        shown.sort(Comparator.comparing(written::get));
        shown.addAll(others);
        for (int i = 0; i < shown.size(); i++) {
            numbers.put(shown.get(i), i);
        }
    }

    /** The JSON pointer of where a value comes back. */
    String pointer(Tree value) {
        Optional<Tree> around = value.parent();
        if (around.isEmpty()) {
            return "";
        }
        Integer number = numbers.get(value);
        String step = number == null ? PointerStep.of(value.label()) : number.toString();
        return pointer(around.get()) + "/" + step;
    }
}
