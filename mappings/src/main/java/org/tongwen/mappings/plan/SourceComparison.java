package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.plan.Ledger.Declarations;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * Compares a source document with what translating its ISO message back gives: each value's fate. It knows no rule of the mapping
 * beforehand; only for a value that differs it asks the rule that carried it whether the mapping declares that.
 */
final class SourceComparison {

    private final Run there;
    private final Run back;
    private final Supplier<Declarations> declarations;
    private @Nullable Declarations declared;
    private final Set<Tree> computed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean all;

    /**
     * Prepares a comparison.
     *
     * @param there the run towards ISO, which gets the entries
     * @param back the run back
     * @param computed values that only formulas under {@code back} give
     */
    SourceComparison(Run there, Run back, Supplier<Declarations> declarations, List<Tree> computed) {
        this.computed.addAll(computed);
        this.there = there;
        this.back = back;
        this.declarations = declarations;
        this.all = there.context.reporting() == Reporting.LINEAGE;
    }

    void compare(Tree source, Tree again) {
        tree(source, again);
        if (all) {
            there.trace.defaults().forEach(this::defaulted);
        }
    }

    private void tree(Tree one, @Nullable Tree other) {
        if (one.children().isEmpty()) {
            leaf(one, other);
        } else if (one.kind() == Tree.Kind.LIST) {
            list(one, other);
        } else {
            object(one, other);
        }
    }

    private void object(Tree one, @Nullable Tree other) {
        for (Tree field : one.children()) {
            tree(field, other == null ? null : other.field(field.label()).orElse(null));
        }
        if (other != null) {
            for (Tree field : other.children()) {
                if (!one.has(field.label())) {
                    field.leaves().forEach(leaf -> added(one, leaf));
                }
            }
        }
    }

    /** An item is compared with the one that its ISO element came back as; items that no element stands for, in their order. */
    private void list(Tree one, @Nullable Tree other) {
        Set<Tree> free = new LinkedHashSet<>(other == null ? List.of() : other.items());
        List<Tree> rest = new ArrayList<>();
        for (Tree item : one.items()) {
            Optional<Tree> counterpart = there.trace.nodeOf(item).flatMap(back.trace::itemOf);
            if (counterpart.isPresent() && free.remove(counterpart.get())) {
                tree(item, counterpart.get());
            } else {
                rest.add(item);
            }
        }
        equal(rest, free);
        Iterator<Tree> left = List.copyOf(free).iterator();
        for (Tree item : rest) {
            tree(item, item.kind() != Tree.Kind.NULL && left.hasNext() ? left.next() : null);
        }
        left.forEachRemaining(item -> item.leaves().forEach(leaf -> added(one, leaf)));
    }

    /** Items that came back as they were, at whatever position. */
    private void equal(List<Tree> items, Set<Tree> free) {
        Map<Integer, List<Tree>> byContent = new HashMap<>();
        free.forEach(item -> byContent
                .computeIfAbsent(content(item), key -> new LinkedList<>())
                .add(item));
        items.removeIf(item -> {
            List<Tree> alike = byContent.getOrDefault(content(item), List.of());
            Optional<Tree> same = alike.stream().filter(item::isSameAs).findFirst();
            same.ifPresent(found -> {
                alike.remove(found);
                free.remove(found);
                tree(item, found);
            });
            return same.isPresent();
        });
    }

    /** A number that values have in common when they are the same, whatever the order of their fields. */
    private static int content(Tree tree) {
        if (tree.isLeaf()) {
            return tree.value().hashCode();
        }
        int content = tree.children().size();
        for (Tree child : tree.children()) {
            int own = content(child);
            content = tree.kind() == Tree.Kind.LIST
                    ? 31 * content + own
                    : content + (child.label().hashCode() ^ own);
        }
        return content;
    }

    private void leaf(Tree one, @Nullable Tree other) {
        boolean same =
                other != null && one.isLeaf() && other.isLeaf() && one.value().equals(other.value());
        if (!same) {
            differs(one, Optional.ofNullable(other));
        } else if (all) {
            there.ledger.add(entry(one, new Explanation(Fate.MAPPED, ""), Optional.of(one.value())));
        }
    }

    private void differs(Tree one, Optional<Tree> other) {
        Explanation explanation = explain(one, other);
        Optional<String> became = other.map(Tree::toString);
        there.ledger.add(entry(one, explanation, became));
        if (explanation.fate() == Fate.UNDECLARED && there.isRead(one)) {
            undeclared(one, explanation, became);
        }
    }

    private Declarations declared() {
        Declarations known = declared;
        if (known == null) {
            known = declarations.get();
            declared = known;
        }
        return known;
    }

    private Explanation explain(Tree one, Optional<Tree> other) {
        Optional<String> homeless = declared().reason(one);
        if (homeless.isPresent()) {
            return new Explanation(Fate.LOST, homeless.get());
        }
        if (!one.isLeaf()) {
            return new Explanation(Fate.LOST, "nothing stands in it");
        }
        if (one.kind() == Tree.Kind.NULL) {
            return new Explanation(Fate.LOST, "null is the same as no value");
        }
        if (computed.contains(one)) {
            return Explanation.undeclared("the formula under back does not give it");
        }
        Optional<Trace.Link> carried = there.trace.link(one);
        Optional<Explanation> fitted =
                carried.flatMap(link -> Optional.ofNullable(link.node())).flatMap(back::fitted);
        return fitted.or(() -> carried.map(link -> link.rule().explain(link, other, there)))
                .orElseGet(() -> Explanation.undeclared(
                        there.isRead(one)
                                ? "only formulas read it, and the way back does not restore it"
                                : "it is neither mapped nor listed under no-home"));
    }

    private void undeclared(Tree one, Explanation explanation, Optional<String> became) {
        String what = became.isPresent()
                ? " would come back as something else"
                : " would not come back, although the mapping reads it";
        there.findings.add(new Finding(
                there.policy.undeclaredLoss(),
                "mapping.UndeclaredLoss",
                one.place(),
                one.path() + what + ": " + explanation.reason(),
                Optional.of(one.value()),
                became.map(value -> "it would be " + value).orElseGet(() -> cause(one))));
    }

    /** What the way back says of the element that the value went to. */
    private String cause(Tree one) {
        Optional<String> path = there.trace
                .link(one)
                .flatMap(link -> Optional.ofNullable(link.node()))
                .map(Node::path);
        return back.findings.stream()
                .filter(finding -> path.isPresent() && finding.place().path().equals(path.get()))
                .map(Finding::message)
                .findFirst()
                .orElse("");
    }

    private void added(Tree around, Tree leaf) {
        if (all && leaf.isLeaf()) {
            there.ledger.add(new LedgerEntry(
                    around.place(),
                    leaf.path(),
                    Fate.DEFAULTED,
                    "",
                    Optional.of(leaf.value()),
                    "the way back adds it",
                    "",
                    back.trace.link(leaf).map(link -> link.rule().toString()).orElse("")));
        }
    }

    private void defaulted(Trace.Link link) {
        Node node = link.node();
        if (node != null) {
            there.ledger.add(new LedgerEntry(
                    link.at().place(),
                    link.rule().text(),
                    Fate.DEFAULTED,
                    "",
                    Optional.of(node.text()),
                    "there is no value, so the default is written",
                    node.path(),
                    link.rule().text()));
        }
    }

    private LedgerEntry entry(Tree one, Explanation explanation, Optional<String> became) {
        Optional<Trace.Link> link = there.trace.link(one);
        return new LedgerEntry(
                one.place(),
                one.path(),
                explanation.fate(),
                one.value(),
                became,
                explanation.reason(),
                link.flatMap(known -> Optional.ofNullable(known.node()))
                        .map(Node::path)
                        .orElse(""),
                link.map(known -> known.rule().text()).orElse(""));
    }
}
