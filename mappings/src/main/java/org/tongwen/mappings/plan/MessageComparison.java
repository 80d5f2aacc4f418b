package org.tongwen.mappings.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/** Compares an ISO message with what translating the institution's document to ISO again gives: each value's fate. */
final class MessageComparison {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

    private final Run back;
    private final Run again;
    private final boolean all;
    private final NoField noField;

    /**
     * Prepares a comparison.
     *
     * @param back the run from ISO, which gets the entries
     * @param again the run towards ISO again
     * @param noField what the mapping says has no field in the institution's format
     */
    MessageComparison(Run back, Run again, NoField noField) {
        this.noField = noField;
        this.back = back;
        this.again = again;
        this.all = back.context.reporting() == Reporting.LINEAGE;
    }

    /** Whether two texts of an element are the same value: numbers when they are equal, however they are written. */
    static boolean isSame(String one, String other, ElementDeclaration element) {
        Optional<SimpleType> type = LeafCompiler.valueType(element);
        if (one.equals(other) || type.isEmpty()) {
            return one.equals(other);
        }
        String first = type.get().normal(one);
        String second = type.get().normal(other);
        boolean numbers = type.get().primitive() == Primitive.DECIMAL
                && NUMBER.matcher(first).matches()
                && NUMBER.matcher(second).matches();
        return numbers ? new BigDecimal(first).compareTo(new BigDecimal(second)) == 0 : first.equals(second);
    }

    void compare(Node one, @Nullable Node other) {
        if (one.children().isEmpty()) {
            text(one, other);
        }
        one.attributes().forEach((name, value) -> attribute(one, other, name, value));
        Map<Object, Integer> counts = new HashMap<>();
        Map<Object, List<Node>> others = byKind(other);
        for (Node child : one.children()) {
            Object kind = kind(child);
            int position = counts.merge(kind, 1, Integer::sum);
            List<Node> same = others.getOrDefault(kind, List.of());
            compare(child, counterpart(child, same, position));
        }
    }

    /** The element that the same item of a list became; else the one at the same position. */
    private @Nullable Node counterpart(Node child, List<Node> same, int position) {
        Optional<Node> known = back.trace.itemOf(child).flatMap(again.trace::nodeOf);
        if (known.isPresent() && known.get().declaration() == child.declaration()) {
            return known.get();
        }
        return same.size() >= position ? same.get(position - 1) : null;
    }

    /**
     * What elements are counted by. No definition declares foreign elements, so that each has a declaration of its own; a carried value
     * is the same wherever it stands, as long as it belongs to the same field.
     */
    private static Object kind(Node node) {
        if (!node.isForeign()) {
            return node.declaration();
        }
        return node.name() + " " + Carry.pointer(node);
    }

    /** The elements of an element by what they are counted by. */
    private static Map<Object, List<Node>> byKind(@Nullable Node node) {
        Map<Object, List<Node>> children = new HashMap<>();
        if (node != null) {
            node.children()
                    .forEach(child -> children.computeIfAbsent(kind(child), key -> new ArrayList<>())
                            .add(child));
        }
        return children;
    }

    /** Foreign content is read as a whole or not at all. */
    private boolean isRead(Node one) {
        Optional<Node> node = Optional.of(one);
        while (node.isPresent() && node.get().isForeign() && !back.isRead(node.get())) {
            node = node.get().parent();
        }
        return node.filter(back::isRead).isPresent();
    }

    private boolean isRead(Node one, String attribute) {
        return one.isForeign() ? isRead(one) : back.isRead(one, attribute);
    }

    private void text(Node one, @Nullable Node other) {
        boolean same =
                other != null && other.children().isEmpty() && isSame(other.text(), one.text(), one.declaration());
        Optional<String> became = Optional.ofNullable(other).map(Node::text);
        if (!same) {
            differs(one, one.name(), one.text(), became, isRead(one));
        } else if (all) {
            back.ledger.add(entry(one, one.name(), one.text(), became, new Explanation(Fate.MAPPED, "")));
        }
    }

    private void attribute(Node one, @Nullable Node other, String name, String value) {
        Optional<String> became = Optional.ofNullable(other).flatMap(node -> node.attribute(name));
        String field = one.name() + "/@" + name;
        if (name.startsWith("{")) {
            return;
        }
        if (!became.equals(Optional.of(value))) {
            differs(one, field, value, became, isRead(one, name));
        } else if (all) {
            back.ledger.add(entry(one, field, value, became, new Explanation(Fate.MAPPED, "")));
        }
    }

    private void differs(Node one, String field, String value, Optional<String> became, boolean read) {
        Explanation explanation = explain(one, became, read);
        back.ledger.add(entry(one, field, value, became, explanation));
        if (read && explanation.fate() == Fate.UNDECLARED) {
            String what = became.isPresent()
                    ? " would be something else when translated to ISO again"
                    : " would not be there when translated to ISO again";
            back.findings.add(new Finding(
                    back.policy.undeclaredLoss(),
                    "mapping.UndeclaredLoss",
                    one.place(),
                    field + what,
                    Optional.of(value),
                    became.map(text -> "it would be " + text).orElse("")));
        }
    }

    private Explanation explain(Node one, Optional<String> became, boolean read) {
        return Optional.of(one)
                .filter(node -> read)
                .flatMap(back::fitted)
                .orElseGet(() -> otherwise(one, became, read));
    }

    private Explanation otherwise(Node one, Optional<String> became, boolean read) {
        Explanation known = read
                ? back.trace
                        .link(one)
                        .map(link -> link.rule().explainIso(link, became))
                        .orElse(Explanation.NONE)
                : Explanation.undeclared("the mapping does not read it");
        return known.fate() == Fate.UNDECLARED
                ? noField.reason(one)
                        .map(reason -> new Explanation(Fate.LOST, reason))
                        .orElse(known)
                : known;
    }

    private LedgerEntry entry(Node one, String field, String value, Optional<String> became, Explanation explanation) {
        Optional<Trace.Link> link = back.trace.link(one);
        return new LedgerEntry(
                one.place(),
                field,
                explanation.fate(),
                value,
                became,
                explanation.reason(),
                link.flatMap(known -> Optional.ofNullable(known.value()))
                        .map(Tree::pointer)
                        .orElseGet(() -> Carry.pointer(one)),
                link.map(known -> known.rule().text()).orElseGet(() -> withoutRule(one, explanation)));
    }

    /** What brought a value over that no rule read: supplementary data, or formulas under {@code back} that look at the message. */
    private static String withoutRule(Node one, Explanation explanation) {
        String mapped = explanation.fate() == Fate.MAPPED ? "back" : "";
        return Carry.pointer(one).isEmpty() ? mapped : "carry";
    }
}
