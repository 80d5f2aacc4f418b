package org.tongwen.xsd.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;

/** Values next to a right one that a primitive or facet forbids. */
final class WrongValues {

    /** One wrong value and why it is wrong. */
    record Wrong(Operator operator, String breaks, String text) {}

    private static final List<String> TIMES = List.of(
            "24:00:01",
            "23:60:00",
            "12:00:61",
            "12:00:60",
            "7:00:00",
            "12:00",
            "12:00:00+14:01",
            "12:00:00+15:00",
            "12:00:00.",
            "12:00:00+0800",
            "12:00:00z");
    private static final List<String> DATES = List.of(
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "26-04-01",
            "2026-4-1",
            "0000-01-01",
            "1900-02-29",
            "20260401",
            "2026-04-01+15:00",
            "2026-04-01Zulu",
            "02026-04-01");
    private static final List<String> YEARS = List.of("26", "0000", "2026 AD", "02026", "2026+99:00");
    private static final List<String> MONTHS = List.of("2026-13", "2026-00", "2026-4", "202604", "0000-01");
    private static final List<String> NUMBERS = List.of(
            "1E2", "1,5", "1 000", "one", "5\u00a0", "1_0", "NaN", "--1", "1.2.3", ".", "+", "\u0661", "0x1F", "INF");
    private static final List<String> BOOLEANS = List.of("TRUE", "yes", "2", "t", "true false");
    private static final List<String> BASE64 =
            List.of("A", "AB", "ABC", "A===", "####", "QUI=Q", "QUJ=", "QR==", "QUJD=");
    private static final List<String> HEX = List.of("0", "0G", "0x1F", "ab c", "٠١");

    private final SimpleType type;
    private final String right;

    private WrongValues(SimpleType type, String right) {
        this.type = type;
        this.right = right;
    }

    /** Values that the type forbids, made from one that it allows. */
    static Stream<Wrong> of(SimpleType type, String right) {
        WrongValues values = new WrongValues(type, right);
        return Stream.of(
                        values.malformed(),
                        values.empty(),
                        values.tooLong(),
                        values.tooShort(),
                        values.codes(),
                        values.characters(),
                        values.digits(),
                        values.bounds())
                .flatMap(wrong -> wrong);
    }

    private Stream<Wrong> malformed() {
        return switch (type.primitive()) {
            case DECIMAL -> all(Operator.NUMBER_MALFORMED, NUMBERS);
            case INTEGER ->
                Stream.concat(all(Operator.NUMBER_MALFORMED, NUMBERS), all(Operator.NUMBER_MALFORMED, List.of("1.0")));
            case BOOLEAN -> all(Operator.BOOLEAN_WRONG, BOOLEANS);
            case DATE -> all(Operator.TIME_IMPOSSIBLE, DATES);
            case TIME -> all(Operator.TIME_IMPOSSIBLE, TIMES);
            case DATE_TIME ->
                Stream.concat(
                        all(
                                Operator.TIME_IMPOSSIBLE,
                                DATES.stream().map(date -> date + "T12:00:00").toList()),
                        all(
                                Operator.TIME_IMPOSSIBLE,
                                TIMES.stream().map(time -> "2026-04-01T" + time).toList()));
            case YEAR -> all(Operator.TIME_IMPOSSIBLE, YEARS);
            case YEAR_MONTH -> all(Operator.TIME_IMPOSSIBLE, MONTHS);
            case BASE64 -> all(Operator.BINARY_WRONG, BASE64);
            case HEX -> all(Operator.BINARY_WRONG, HEX);
            case STRING, NORMALIZED_STRING, TOKEN, ANY_URI -> Stream.empty();
        };
    }

    private static Stream<Wrong> all(Operator operator, List<String> texts) {
        return texts.stream().map(text -> new Wrong(operator, text, text));
    }

    private Stream<Wrong> empty() {
        boolean text = isText();
        boolean binary = type.primitive() == Primitive.BASE64 || type.primitive() == Primitive.HEX;
        boolean needed = least() > 0 || !type.values().isEmpty() || isAgainstPattern("");
        return needed || (!text && !binary) ? Stream.of(new Wrong(Operator.VALUE_EMPTY, "empty", "")) : Stream.empty();
    }

    private Stream<Wrong> tooLong() {
        boolean binary = type.primitive() == Primitive.HEX;
        if (type.maxLength().isEmpty() || !(isText() || binary)) {
            return patterned(Operator.VALUE_TOO_LONG, "twice", right + right);
        }
        int max = type.maxLength().get();
        String longer = binary ? "0A".repeat(max + 1) : padded(max + 1);
        return Stream.of(new Wrong(Operator.VALUE_TOO_LONG, "longer than " + max, longer));
    }

    private Stream<Wrong> tooShort() {
        int min = least();
        if (min < 2 || !isText()) {
            return right.isEmpty()
                    ? Stream.empty()
                    : patterned(
                            Operator.VALUE_TOO_SHORT,
                            "one character less",
                            right.substring(right.offsetByCodePoints(0, 1)));
        }
        return Stream.of(new Wrong(Operator.VALUE_TOO_SHORT, "shorter than " + min, padded(min - 1)));
    }

    /** A text that may be wrong only because its length does not fit a pattern. */
    private Stream<Wrong> patterned(Operator operator, String breaks, String text) {
        return isText() && isAgainstPattern(text) ? Stream.of(new Wrong(operator, breaks, text)) : Stream.empty();
    }

    /** The right value made so long, or cut to so many characters. */
    private String padded(int length) {
        String text = right + "x".repeat(length);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private Stream<Wrong> codes() {
        List<String> codes = type.values();
        if (codes.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of("ZZZZ", right.toLowerCase(Locale.ROOT), right + " ", right + "X")
                .filter(code -> !codes.contains(type.normal(code)))
                .map(code -> new Wrong(Operator.CODE_UNKNOWN, "'" + code + "' for '" + right + "'", code));
    }

    private Stream<Wrong> characters() {
        if (!isText() || right.isEmpty()) {
            return Stream.empty();
        }
        int middle = right.offsetByCodePoints(0, right.codePointCount(0, right.length()) / 2);
        int rest = right.offsetByCodePoints(middle, 1);
        return Stream.of("é", "&", "\t", "@", "中", " ", "\uD83D\uDE00")
                .map(wrong -> right.substring(0, middle) + wrong + right.substring(rest))
                .filter(this::isAgainstPattern)
                .map(text -> new Wrong(Operator.CHARACTER_WRONG, "'" + text + "' for '" + right + "'", text));
    }

    private boolean isAgainstPattern(String text) {
        String value = type.normal(text);
        return type.facets(Facet.Patterns.class)
                .anyMatch(facet -> facet.alternatives().stream().noneMatch(pattern -> pattern.matches(value)));
    }

    private Stream<Wrong> digits() {
        Stream<Wrong> total = type.facets(Facet.TotalDigits.class)
                .map(facet -> new Wrong(
                        Operator.DIGITS_TOO_MANY, facet.value() + 1 + " digits", "1".repeat(facet.value() + 1)));
        Stream<Wrong> fraction = type.facets(Facet.FractionDigits.class)
                .map(facet -> new Wrong(
                        Operator.DECIMALS_TOO_MANY,
                        facet.value() + 1 + " decimals",
                        "0." + "1".repeat(facet.value() + 1)));
        return Stream.concat(total, fraction);
    }

    private Stream<Wrong> bounds() {
        return Stream.of(
                        type.facets(Facet.MinInclusive.class)
                                .map(min -> min.value().subtract(BigDecimal.ONE)),
                        type.facets(Facet.MinInclusive.class)
                                .map(min -> min.value().subtract(new BigDecimal("0.01"))),
                        type.facets(Facet.MaxInclusive.class)
                                .map(max -> max.value().add(new BigDecimal("0.01"))),
                        type.facets(Facet.MinExclusive.class).map(Facet.MinExclusive::value),
                        type.facets(Facet.MaxExclusive.class).map(Facet.MaxExclusive::value))
                .flatMap(value -> value)
                .map(BigDecimal::toPlainString)
                .map(text -> new Wrong(Operator.NUMBER_OUT_OF_BOUNDS, text, text));
    }

    private int least() {
        return Stream.concat(
                        type.facets(Facet.MinLength.class).map(Facet.MinLength::value),
                        type.facets(Facet.Length.class).map(Facet.Length::value))
                .max(Integer::compare)
                .orElse(0);
    }

    private boolean isText() {
        return switch (type.primitive()) {
            case STRING, NORMALIZED_STRING, TOKEN, ANY_URI -> true;
            default -> false;
        };
    }
}
