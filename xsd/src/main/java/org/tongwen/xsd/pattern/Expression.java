package org.tongwen.xsd.pattern;

import java.util.List;
import java.util.stream.Collectors;

/** A regular expression of XML Schema, taken apart. */
sealed interface Expression {

    /** The greatest count of a repetition without end. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** One character of a set. */
    record One(CodePoints characters) implements Expression {}

    /** All parts in order; nothing at all when there are none. */
    record Sequence(List<Expression> parts) implements Expression {}

    /** One of the parts. */
    record Choice(List<Expression> parts) implements Expression {}

    /** The same again and again. */
    record Repeat(Expression part, int min, int max) implements Expression {}

    /** How many characters are written in it once all counted repetitions are written out. */
    default long positions() {
        if (this instanceof Sequence sequence) {
            return sum(sequence.parts());
        }
        if (this instanceof Choice choice) {
            return sum(choice.parts());
        }
        if (this instanceof Repeat repeat) {
            long copies = repeat.max() == UNBOUNDED ? Math.max(1, repeat.min()) : repeat.max();
            return Math.min(Integer.MAX_VALUE, copies * repeat.part().positions());
        }
        return 1;
    }

    /** The same for {@code java.util.regex}. */
    default String regex() {
        if (this instanceof Sequence sequence) {
            return sequence.parts().stream().map(Expression::regex).collect(Collectors.joining());
        }
        if (this instanceof Choice choice) {
            return choice.parts().stream().map(Expression::regex).collect(Collectors.joining("|", "(?:", ")"));
        }
        if (this instanceof Repeat repeat) {
            String max = repeat.max() == UNBOUNDED ? "" : Integer.toString(repeat.max());
            return "(?:" + repeat.part().regex() + "){" + repeat.min() + "," + max + "}";
        }
        return ((One) this).characters().regex();
    }

    private static long sum(List<Expression> parts) {
        long sum = 0;
        for (Expression part : parts) {
            sum += part.positions();
        }
        return Math.min(Integer.MAX_VALUE, sum);
    }
}
