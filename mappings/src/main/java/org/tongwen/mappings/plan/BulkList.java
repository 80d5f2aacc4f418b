package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.format.ItemFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * The list of a mapping whose items can be translated a few at a time, and the element that each of them is.
 *
 * @param path the list, from the whole document
 * @param each what writes the elements
 * @param elements the declarations from the message's root to that element
 * @param totals formulas over the whole list
 */
record BulkList(String path, Each each, List<ElementDeclaration> elements, List<Formula.Aggregate> totals) {

    /** Copies the lists. */
    BulkList {
        elements = List.copyOf(elements);
        totals = List.copyOf(totals);
    }

    /** The lists that an outermost {@code each} goes through and that the format reads item by item. */
    static List<BulkList> candidates(Plan plan) {
        List<BulkList> found = new ArrayList<>();
        Optional<ItemFormat> items = plan.format.items();
        ElementDeclaration root = plan.document.definition().root();
        items.ifPresent(format -> collect(plan.document.group(), "", List.of(root), format, found));
        return found;
    }

    private static void collect(
            Content content, String at, List<ElementDeclaration> elements, ItemFormat format, List<BulkList> found) {
        if (content instanceof Group group) {
            group.rules().stream().filter(rule -> rule.contents().size() == 1).forEach(rule -> {
                List<ElementDeclaration> inner = new ArrayList<>(elements);
                inner.add(rule.element());
                collect(rule.contents().get(0), at, inner, format, found);
            });
        } else if (content instanceof At object) {
            collect(object.content(), object.path().absolute(at), elements, format, found);
        } else if (content instanceof Each each && format.hasItems(each.path().absolute(at))) {
            found.add(new BulkList(each.path().absolute(at), each, elements, List.of()));
        }
    }

    BulkList totals(List<Formula.Aggregate> formulas) {
        return new BulkList(path, each, elements, formulas);
    }

    /** The element that an item becomes. */
    ElementDeclaration element() {
        return elements.get(elements.size() - 1);
    }

    /** Whether an element is one that an item becomes. */
    boolean isItem(Node node) {
        return isAt(node, elements.size() - 1);
    }

    /** Whether an element stands around those that the items become. */
    boolean isAround(Node node) {
        for (int depth = 0; depth < elements.size() - 1; depth++) {
            if (isAt(node, depth)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(Node node, int depth) {
        Optional<Node> above = Optional.of(node);
        for (int i = depth; i >= 0; i--) {
            if (above.isEmpty() || above.get().declaration() != elements.get(i)) {
                return false;
            }
            above = above.get().parent();
        }
        return above.isEmpty();
    }

    /** The element around those that the items become; empty when it is not there. */
    Optional<Node> around(BusinessMessage message) {
        Optional<Node> node = Optional.of(message.document().root());
        for (ElementDeclaration step : elements.subList(1, elements.size() - 1)) {
            node = node.flatMap(above -> above.children(step).stream().findFirst());
        }
        return node;
    }

    /** The elements that the items became. */
    List<Node> items(BusinessMessage message) {
        return around(message).map(node -> node.children(element())).orElse(List.of());
    }

    /** The list of a document; empty when it has none. */
    Optional<Tree> list(Tree document) {
        Optional<Tree> found = Optional.of(document);
        for (String step : path.split("\\.")) {
            found = found.flatMap(tree -> tree.field(step));
        }
        return found;
    }

    /** Puts a list into a document, in place of one that is there; no list when there are no items. */
    void put(Tree list, Tree document) {
        String[] steps = path.split("\\.");
        Tree around = document;
        for (int i = 0; i < steps.length - 1; i++) {
            String step = steps[i];
            Tree object = around;
            around = around.field(step).orElseGet(() -> {
                Tree made = Tree.object(Place.NOWHERE);
                object.put(step, made);
                return made;
            });
        }
        if (list.items().isEmpty()) {
            around.remove(steps[steps.length - 1]);
        } else {
            around.put(steps[steps.length - 1], list);
        }
    }

    /** What pointers to the items and what is in them begin with. */
    String pointer() {
        return "/" + path.replace('.', '/') + "/";
    }
}
