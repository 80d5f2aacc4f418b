package org.tongwen.xsd.outline;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.pattern.Pattern;

/**
 * What holds for the values of a simple type when all its facets are taken together: of several limits the narrowest.
 *
 * @param primitive what the text stands for
 * @param minLength least length in characters, or bytes of a binary type
 * @param maxLength greatest length in characters, or bytes of a binary type
 * @param totalDigits greatest number of digits
 * @param fractionDigits greatest number of decimals
 * @param least lower bound
 * @param greatest upper bound
 * @param patterns regular expressions, each of which a value must match; alternatives are joined by {@code |}
 * @param codes the values allowed, in the schema's order; empty when the type is not a code list
 */
public record ValueFacts(
        Primitive primitive,
        Optional<Integer> minLength,
        Optional<Integer> maxLength,
        Optional<Integer> totalDigits,
        Optional<Integer> fractionDigits,
        Optional<Bound> least,
        Optional<Bound> greatest,
        List<String> patterns,
        List<String> codes) {

    /** Copies the lists. */
    public ValueFacts {
        patterns = List.copyOf(patterns);
        codes = List.copyOf(codes);
    }

    /**
     * A bound of a number.
     *
     * @param value the number
     * @param inclusive whether a value may equal it
     */
    public record Bound(BigDecimal value, boolean inclusive) {

        /** As a lower bound in words. */
        public String lower() {
            return (inclusive ? "at least " : "more than ") + value.toPlainString();
        }

        /** As an upper bound in words. */
        public String upper() {
            return (inclusive ? "at most " : "less than ") + value.toPlainString();
        }
    }

    /** The facts of a type. */
    public static ValueFacts of(SimpleType type) {
        Stream<Integer> exact = type.facets(Facet.Length.class).map(Facet.Length::value);
        Stream<Integer> min = type.facets(Facet.MinLength.class).map(Facet.MinLength::value);
        return new ValueFacts(
                type.primitive(),
                Stream.concat(min, exact).max(Comparator.naturalOrder()).filter(length -> length > 0),
                type.maxLength(),
                type.facets(Facet.TotalDigits.class)
                        .map(Facet.TotalDigits::value)
                        .min(Comparator.naturalOrder()),
                type.facets(Facet.FractionDigits.class)
                        .map(Facet.FractionDigits::value)
                        .min(Comparator.naturalOrder()),
                least(type),
                greatest(type),
                type.facets(Facet.Patterns.class).map(ValueFacts::alternatives).toList(),
                type.values());
    }

    /** All in words, such as {@code text, 1 to 35 characters}. */
    public String words() {
        return Stream.of(
                        codes.isEmpty() ? Stream.of(word(primitive)) : Stream.of(listed()),
                        codes.isEmpty() ? Stream.concat(lengths().stream(), numbers()) : Stream.<String>empty(),
                        patterns.stream().map(pattern -> "pattern " + pattern))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    /** The lengths in words, such as {@code 1 to 35 characters}; empty when any length will do. */
    public Optional<String> lengths() {
        String unit = primitive == Primitive.BASE64 || primitive == Primitive.HEX ? "byte" : "character";
        if (minLength.equals(maxLength)) {
            return maxLength.map(length -> "exactly " + counted(length, unit));
        }
        if (maxLength.isEmpty()) {
            return minLength.map(length -> "at least " + counted(length, unit));
        }
        String most = counted(maxLength.get(), unit);
        return Optional.of(minLength.map(length -> length + " to " + most).orElse("at most " + most));
    }

    private String listed() {
        return (codes.size() == 1 ? "only " : "one of ") + String.join(", ", codes);
    }

    private Stream<String> numbers() {
        return Stream.of(
                        totalDigits.map(digits -> "at most " + counted(digits, "digit")),
                        fractionDigits.map(digits -> digits == 0 ? "no decimals" : counted(digits, "decimal")),
                        least.map(Bound::lower),
                        greatest.map(Bound::upper))
                .flatMap(Optional::stream);
    }

    /** What a primitive's values are called. */
    public static String word(Primitive primitive) {
        return switch (primitive) {
            case STRING -> "text";
            case NORMALIZED_STRING -> "text without line breaks";
            case TOKEN -> "text with single blanks";
            case DECIMAL -> "decimal";
            case INTEGER -> "whole number";
            case BOOLEAN -> "true or false";
            case DATE -> "date";
            case DATE_TIME -> "date and time";
            case TIME -> "time";
            case YEAR -> "year";
            case YEAR_MONTH -> "month of a year";
            case BASE64 -> "base64";
            case HEX -> "hexadecimal digits";
            case ANY_URI -> "URI";
        };
    }

    private static String counted(int count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String alternatives(Facet.Patterns patterns) {
        return patterns.alternatives().stream().map(Pattern::source).sorted().collect(Collectors.joining("|"));
    }

    private static Optional<Bound> least(SimpleType type) {
        return bounds(
                        type.facets(Facet.MinInclusive.class).map(Facet.MinInclusive::value),
                        type.facets(Facet.MinExclusive.class).map(Facet.MinExclusive::value))
                .max(Comparator.comparing(Bound::value).thenComparing(bound -> !bound.inclusive()));
    }

    private static Optional<Bound> greatest(SimpleType type) {
        return bounds(
                        type.facets(Facet.MaxInclusive.class).map(Facet.MaxInclusive::value),
                        type.facets(Facet.MaxExclusive.class).map(Facet.MaxExclusive::value))
                .min(Comparator.comparing(Bound::value).thenComparing(Bound::inclusive));
    }

    private static Stream<Bound> bounds(Stream<BigDecimal> inclusive, Stream<BigDecimal> exclusive) {
        return Stream.concat(
                inclusive.map(value -> new Bound(value, true)), exclusive.map(value -> new Bound(value, false)));
    }
}
