package org.tongwen.xsd.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.outline.ValueFacts;

/** Compares which values two simple types allow. */
final class ValueChanges {

    private final SimpleType before;
    private final SimpleType after;
    private final ValueFacts old;
    private final ValueFacts now;
    private final List<Change> changes = new ArrayList<>();

    private ValueChanges(SimpleType before, SimpleType after) {
        this.before = before;
        this.after = after;
        old = ValueFacts.of(before);
        now = ValueFacts.of(after);
    }

    static List<Change> between(SimpleType before, SimpleType after) {
        ValueChanges found = new ValueChanges(before, after);
        if (found.old.equals(found.now)) {
            return List.of();
        }
        found.primitive();
        if (found.old.codes().isEmpty() && found.now.codes().isEmpty()) {
            found.facets();
        } else {
            found.codes();
        }
        return List.copyOf(found.changes);
    }

    /** Where a code list is on one side at least, each of its codes can be tried on the other. */
    private void codes() {
        List<String> gone = refused(old.codes(), before, after);
        List<String> come = refused(now.codes(), after, before);
        if (old.codes().isEmpty()) {
            add("codes", old.words(), now.words(), Effect.of(true, !come.isEmpty()));
        } else if (now.codes().isEmpty()) {
            add("codes", old.words(), now.words(), Effect.of(!gone.isEmpty(), true));
        } else {
            if (!gone.isEmpty()) {
                changes.add(
                        new Change(Change.Kind.VALUE, "codes removed", String.join(", ", gone), "", Effect.NARROWS));
            }
            if (!come.isEmpty()) {
                changes.add(new Change(Change.Kind.VALUE, "codes added", "", String.join(", ", come), Effect.WIDENS));
            }
        }
    }

    private static List<String> refused(List<String> codes, SimpleType own, SimpleType other) {
        return codes.stream()
                .filter(code ->
                        own.violation(code).isEmpty() && other.violation(code).isPresent())
                .toList();
    }

    private void facets() {
        Effect length = Effect.of(
                isTighter(now.minLength(), old.minLength(), (one, other) -> one > other)
                        || isTighter(now.maxLength(), old.maxLength(), (one, other) -> one < other),
                isTighter(old.minLength(), now.minLength(), (one, other) -> one > other)
                        || isTighter(old.maxLength(), now.maxLength(), (one, other) -> one < other));
        add("length", old.lengths().orElse("any"), now.lengths().orElse("any"), length);
        fewer("digits", old.totalDigits(), now.totalDigits());
        fewer("decimals", old.fractionDigits(), now.fractionDigits());
        bound("least", old.least(), now.least(), 1);
        bound("greatest", old.greatest(), now.greatest(), -1);
        patterns();
    }

    /** Kinds of text treat blanks in different ways, so neither allows all that the other does. */
    private void primitive() {
        Primitive one = old.primitive();
        Primitive other = now.primitive();
        if (one == other) {
            return;
        }
        boolean narrows = one == Primitive.DECIMAL && other == Primitive.INTEGER;
        boolean widens = one == Primitive.INTEGER && other == Primitive.DECIMAL;
        add("kind", ValueFacts.word(one), ValueFacts.word(other), Effect.of(!widens, !narrows));
    }

    private void fewer(String name, Optional<Integer> one, Optional<Integer> other) {
        Effect effect = Effect.of(isTighter(other, one, (a, b) -> a < b), isTighter(one, other, (a, b) -> a < b));
        add(name, shown(one), shown(other), effect);
    }

    private void bound(String name, Optional<ValueFacts.Bound> one, Optional<ValueFacts.Bound> other, int sign) {
        BiPredicate<ValueFacts.Bound, ValueFacts.Bound> tighter = (a, b) -> {
            int order = a.value().compareTo(b.value()) * sign;
            return order > 0 || order == 0 && !a.inclusive() && b.inclusive();
        };
        Effect effect = Effect.of(isTighter(other, one, tighter), isTighter(one, other, tighter));
        add(
                name,
                one.map(each -> bound(each, sign)).orElse("any"),
                other.map(each -> bound(each, sign)).orElse("any"),
                effect);
    }

    private static String bound(ValueFacts.Bound bound, int sign) {
        return sign > 0 ? bound.lower() : bound.upper();
    }

    /** Whether all values of one pattern match another is not worked out: a pattern that changed counts as changed both ways. */
    private void patterns() {
        boolean dropped = !now.patterns().containsAll(old.patterns());
        boolean added = !old.patterns().containsAll(now.patterns());
        add("pattern", patterns(old), patterns(now), Effect.of(added, dropped));
    }

    private static String patterns(ValueFacts facts) {
        return facts.patterns().isEmpty() ? "any" : String.join(" and ", facts.patterns());
    }

    private static String shown(Optional<Integer> most) {
        return most.map(number -> "at most " + number).orElse("any number");
    }

    private static <T> boolean isTighter(Optional<T> one, Optional<T> other, BiPredicate<T, T> tighter) {
        return one.isPresent() && (other.isEmpty() || tighter.test(one.get(), other.get()));
    }

    private void add(String name, String was, String is, Effect effect) {
        if (effect != Effect.NONE) {
            changes.add(new Change(Change.Kind.VALUE, name, was, is, effect));
        }
    }
}
