package org.tongwen.rules.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What conditions compare. An operand stands for no, one or several texts or numbers. */
public sealed interface Operand {

    /** What a condition writes out itself. */
    sealed interface Literal extends Operand {}

    /** A text in quotes. */
    record Text(String text) implements Literal {

        @Override
        public String toString() {
            return "'" + text.replace("'", "''") + "'";
        }
    }

    /** A number. Two that are written with different numbers of decimals are not the same record, but compare as the same. */
    record Number(BigDecimal number) implements Literal {

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /** The texts at a path. */
    record Values(Path path) implements Operand {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * Something worked out from what stands at a path.
     *
     * @param function what is worked out
     * @param path of what
     */
    record Worked(Function function, Path path) implements Operand {

        @Override
        public String toString() {
            return function.word() + "(" + path + ")";
        }
    }

    /**
     * A part of each text at a path.
     *
     * @param from its first character, counted from 1
     * @param length how many characters; fewer where the text ends
     */
    record Part(Path path, int from, int length) implements Operand {

        String of(String text) {
            int start = Math.min(text.length(), from - 1);
            return text.substring(start, Math.min(text.length(), start + length));
        }

        @Override
        public String toString() {
            return "part(" + path + ", " + from + ", " + length + ")";
        }
    }

    /**
     * What is known of each value at a path.
     *
     * @param fact what of it
     */
    record Told(Fact fact, Path path) implements Operand {

        @Override
        public String toString() {
            return fact.word() + "(" + path + ")";
        }
    }

    /** Whether it stands for numbers, so that it is compared as a number. */
    default boolean isNumeric() {
        return this instanceof Number || this instanceof Worked;
    }

    /** The paths in it. */
    default Stream<Path> paths() {
        if (this instanceof Values values) {
            return Stream.of(values.path());
        } else if (this instanceof Worked worked) {
            return Stream.of(worked.path());
        }
        if (this instanceof Told told) {
            return Stream.of(told.path());
        }
        return this instanceof Part part ? Stream.of(part.path()) : Stream.empty();
    }

    /** Whether one of its texts passes a test. */
    default boolean someText(Subject at, Predicate<String> test) {
        if (this instanceof Values values) {
            return values.path().someText(at, test);
        } else if (this instanceof Part part) {
            return part.path().someText(at, text -> test.test(part.of(text)));
        } else if (this instanceof Told told) {
            return told.fact().some(told.path(), at, test);
        } else if (this instanceof Text text) {
            return test.test(text.text());
        }
        return someNumber(
                at, number -> test.test(number.map(BigDecimal::toPlainString).orElse("")));
    }

    /** Whether one of its numbers passes a test; a text that is no number is tried as an empty one. */
    default boolean someNumber(Subject at, Predicate<Optional<BigDecimal>> test) {
        if (this instanceof Number number) {
            return test.test(Optional.of(number.number()));
        } else if (this instanceof Worked worked) {
            return worked.function().someNumber(worked.path(), at, test);
        }
        return someText(at, text -> test.test(Numbers.parse(text)));
    }
}
