package org.tongwen.mappings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * Compares what really came back of a document with what the ledger of its translation foretold: every value that it calls mapped, in place;
 * every other as what it said that it would become; and nothing else.
 */
final class Foretold {

    /** Fields whose order among themselves carries no meaning. */
    private static final Set<String> UNORDERED = Set.of("_13C");

    private Foretold() {}

    /** How a document that came back differs from what the ledger says; empty when it does not. */
    static List<String> differences(Tree document, Tree back, List<LedgerEntry> ledger) {
        Bag foretold = new Bag();
        ledger.stream()
                .filter(entry -> !entry.value().isEmpty() || entry.target().isEmpty())
                .forEach(entry -> entry.became().ifPresent(became -> foretold.add(entry.field(), became)));
        List<String> differences = new ArrayList<>(foretold.differences(values(back)));
        differences.addAll(moved(document, back, ledger));
        return differences;
    }

    private static Bag values(Tree document) {
        Bag values = new Bag();
        document.leaves()
                .filter(leaf -> !leaf.value().isEmpty())
                .forEach(leaf -> values.add(leaf.path(), leaf.value()));
        return values;
    }

    /** Fields of which the ledger says that nothing happens to them must come back in the same order, too. */
    private static List<String> moved(Tree document, Tree back, List<LedgerEntry> ledger) {
        Set<String> touched = ledger.stream()
                .filter(entry -> entry.fate() != Fate.MAPPED)
                .map(entry -> entry.field().split("\\.", 2)[0])
                .collect(Collectors.toSet());
        return document.fields().entrySet().stream()
                .filter(field -> !touched.contains(field.getKey()) && !UNORDERED.contains(field.getKey()))
                .filter(field -> back.field(field.getKey())
                        .filter(field.getValue()::isSameAs)
                        .isEmpty())
                .map(field -> "moved: " + field.getKey())
                .toList();
    }

    /** The same for an ISO message. */
    static List<String> differences(BusinessMessage back, List<LedgerEntry> ledger) {
        Bag foretold = new Bag();
        ledger.forEach(entry -> entry.became()
                .ifPresent(
                        became -> foretold.add(path(entry.place().path()) + attribute(entry.field()), plain(became))));
        Bag values = new Bag();
        back.parts().forEach(part -> gather(part.root(), values));
        // What takes the place of a value that is said not to come back stands beside it.
        Set<String> changed = ledger.stream()
                .filter(entry -> entry.fate() != Fate.MAPPED)
                .map(entry -> parent(path(entry.place().path())))
                .collect(Collectors.toSet());
        return foretold.differences(values).stream()
                .filter(difference -> changed.stream()
                        .noneMatch(around -> difference.startsWith("not foretold: " + around + "/")
                                && parent(difference.split(" = ", 2)[0]).endsWith(": " + around)))
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static void gather(Node node, Bag values) {
        if (node.children().isEmpty()) {
            values.add(path(node.path()), plain(node.text()));
        }
        node.attributes().forEach((name, value) -> values.add(path(node.path()) + "/@" + name, value));
        node.children().forEach(child -> gather(child, values));
    }

    private static String path(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static String attribute(String field) {
        return field.contains("/@") ? field.substring(field.indexOf("/@")) : "";
    }

    /** Numbers are the same however many zeros they have behind the point. */
    private static String plain(String value) {
        return value.matches("\\d{1,20}(\\.\\d{1,20})?")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }
}
