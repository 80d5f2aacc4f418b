package org.tongwen.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Path;

/**
 * What a rule asks, and of what.
 *
 * @param each the values that it is asked of, one after the other, as paths from the whole message
 * @param anywhere the elements that it is asked of, wherever they stand; neither these nor paths for the whole message
 * @param when in which case it speaks; empty for always
 * @param then what must hold
 * @param at where a finding is placed: the first of these that is there, or else the value that the rule was asked of
 */
public record Question(List<Path> each, List<Ending> anywhere, Optional<Condition> when, Then then, List<Path> at) {

    /** Copies the lists. */
    public Question {
        each = List.copyOf(each);
        anywhere = List.copyOf(anywhere);
        at = List.copyOf(at);
    }

    /** The same, asked of other values. */
    Question of(List<Path> others) {
        return new Question(others, anywhere, when, then, at);
    }

    /** Whether it is asked of the whole message. */
    boolean isWhole() {
        return each.isEmpty() && anywhere.isEmpty();
    }

    /** The paths in its conditions, as seen from a value that it is asked of. */
    Stream<Path> inner() {
        Stream<Condition> conditions = Stream.concat(when.stream(), conditions());
        return Stream.concat(conditions.map(Condition::paths).flatMap(Set::stream), at.stream());
    }

    private Stream<Condition> conditions() {
        if (then instanceof Then.Holds holds) {
            return Stream.of(holds.condition());
        }
        return then instanceof Then.Table table
                ? table.rows().stream().flatMap(row -> row.all().stream())
                : Stream.empty();
    }

    /** All paths that it reads, as seen from the whole message; of elements that may stand anywhere nothing is known. */
    Stream<Path> paths() {
        if (each.isEmpty()) {
            return inner();
        }
        List<Path> relative = inner().toList();
        return each.stream()
                .flatMap(value ->
                        Stream.concat(Stream.of(value), relative.stream().map(path -> path.below(value))));
    }
}
