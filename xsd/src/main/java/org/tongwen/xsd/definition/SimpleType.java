package org.tongwen.xsd.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type of text: a primitive and the facets that restrict it.
 *
 * @param name the standard's name
 * @param primitive what the text stands for
 * @param facets all facets, those of a base type first
 */
public record SimpleType(String name, Primitive primitive, List<Facet> facets) implements Type {

    private static final int SHOWN_VALUES = 12;

    /** Copies the facets. */
    public SimpleType {
        facets = List.copyOf(facets);
    }

    /** The value as the type's white space rule leaves it: unchanged for text, without outer blanks for the rest. */
    public String normal(String text) {
        return Lexical.collapse(primitive, text);
    }

    /** Why the text is not a value of this type; empty when it is one. */
    public Optional<Violation> violation(String text) {
        String value = normal(text);
        if (!Lexical.isValid(primitive, value)) {
            return violation("xsd.Datatype", "must be " + describe(primitive));
        }
        Optional<Violation> length = firstViolation(value, true);
        return length.isPresent() ? length : firstViolation(value, false);
    }

    /** Lengths are looked at before all else, so that no pattern has to run through a text that is far too long. */
    private Optional<Violation> firstViolation(String value, boolean ofLength) {
        for (Facet facet : facets) {
            if ((kind(facet) == Kind.LENGTH) == ofLength) {
                Optional<Violation> violation = violation(facet, value);
                if (violation.isPresent()) {
                    return violation;
                }
            }
        }
        return Optional.empty();
    }

    /** The facets of one kind. */
    public <F extends Facet> Stream<F> facets(Class<F> kind) {
        return facets.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Greatest length in characters, if the type has one. */
    public Optional<Integer> maxLength() {
        Stream<Integer> limits = Stream.concat(
                facets(Facet.MaxLength.class).map(Facet.MaxLength::value),
                facets(Facet.Length.class).map(Facet.Length::value));
        return limits.min(Integer::compare);
    }

    /** The values allowed, in the schema's order; empty when the type is not a code list. */
    public List<String> values() {
        List<Facet.Enumeration> lists = facets(Facet.Enumeration.class).toList();
        return lists.isEmpty()
                ? List.of()
                : List.copyOf(lists.get(lists.size() - 1).values());
    }

    private Optional<Violation> violation(Facet facet, String value) {
        return switch (kind(facet)) {
            case LENGTH -> length(facet, Lexical.length(primitive, value));
            case NUMBER -> number(facet, value);
            case TEXT -> text(facet, value);
        };
    }

    private enum Kind {
        LENGTH,
        NUMBER,
        TEXT
    }

    private static Kind kind(Facet facet) {
        if (facet instanceof Facet.Length || facet instanceof Facet.MinLength || facet instanceof Facet.MaxLength) {
            return Kind.LENGTH;
        }
        return facet instanceof Facet.Patterns || facet instanceof Facet.Enumeration ? Kind.TEXT : Kind.NUMBER;
    }

    private Optional<Violation> length(Facet facet, int length) {
        String unit = primitive.isBinary() ? " bytes" : " characters";
        if (facet instanceof Facet.MaxLength max && length > max.value()) {
            return violation("xsd.MaxLength", "has " + length + unit + ", at most " + max.value() + " are allowed");
        }
        if (facet instanceof Facet.MinLength min && length < min.value()) {
            return violation("xsd.MinLength", "has " + length + unit + ", at least " + min.value() + " are needed");
        }
        if (facet instanceof Facet.Length exact && length != exact.value()) {
            return violation("xsd.Length", "has " + length + unit + ", exactly " + exact.value() + " are needed");
        }
        return Optional.empty();
    }

    private static Optional<Violation> text(Facet facet, String value) {
        if (facet instanceof Facet.Patterns patterns) {
            return patterns(patterns, value);
        }
        if (facet instanceof Facet.Enumeration codes && !codes.values().contains(value)) {
            return violation("xsd.NotInEnumeration", "must be one of " + shown(codes));
        }
        return Optional.empty();
    }

    private static Optional<Violation> patterns(Facet.Patterns patterns, String value) {
        boolean givenUp = false;
        for (Pattern pattern : patterns.alternatives()) {
            Pattern.Match match = pattern.match(value);
            if (match == Pattern.Match.YES) {
                return Optional.empty();
            }
            givenUp |= match == Pattern.Match.GIVEN_UP;
        }
        String expected =
                patterns.alternatives().stream().map(Pattern::source).sorted().collect(Collectors.joining(" or "));
        return violation(
                "xsd.Pattern", givenUp ? "takes too long to compare with " + expected : "must match " + expected);
    }

    private static String shown(Facet.Enumeration codes) {
        List<String> first = codes.values().stream().limit(SHOWN_VALUES).toList();
        int rest = codes.values().size() - first.size();
        return String.join(", ", first) + (rest == 0 ? "" : " and " + rest + " more");
    }

    private static Optional<Violation> number(Facet facet, String value) {
        DecimalText number = DecimalText.ofValid(value);
        if (facet instanceof Facet.TotalDigits total && number.digits() > total.value()) {
            return violation("xsd.TotalDigits", "must have at most " + total.value() + " digits");
        }
        if (facet instanceof Facet.FractionDigits fraction && number.decimals() > fraction.value()) {
            return violation("xsd.FractionDigits", "must have at most " + fraction.value() + " decimals");
        }
        if (facet instanceof Facet.MinInclusive min && compare(number, min.value()) < 0) {
            return bound("xsd.MinInclusive", "at least ", min.value());
        }
        if (facet instanceof Facet.MaxInclusive max && compare(number, max.value()) > 0) {
            return bound("xsd.MaxInclusive", "at most ", max.value());
        }
        if (facet instanceof Facet.MinExclusive min && compare(number, min.value()) <= 0) {
            return bound("xsd.MinExclusive", "more than ", min.value());
        }
        if (facet instanceof Facet.MaxExclusive max && compare(number, max.value()) >= 0) {
            return bound("xsd.MaxExclusive", "less than ", max.value());
        }
        return Optional.empty();
    }

    private static int compare(DecimalText number, BigDecimal bound) {
        return number.compare(DecimalText.ofValid(bound.toPlainString()));
    }

    private static Optional<Violation> bound(String id, String relation, BigDecimal bound) {
        return violation(id, "must be " + relation + bound.toPlainString());
    }

    private static Optional<Violation> violation(String id, String message) {
        return Optional.of(Violation.ofValue(id, message));
    }

    private static String describe(Primitive primitive) {
        return switch (primitive) {
            case DECIMAL -> "a decimal number with a point, such as 12.50";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date, such as 2026-11-21";
            case DATE_TIME -> "a date and time, such as 2026-11-21T10:30:00+08:00";
            case TIME -> "a time, such as 10:30:00+08:00";
            case YEAR -> "a year, such as 2026";
            case YEAR_MONTH -> "a month, such as 2026-11";
            case BASE64 -> "base64";
            case HEX -> "hexadecimal digits in pairs";
            default -> "text";
        };
    }
}
