package org.tongwen.rules.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.tongwen.rules.identifier.Currencies;
import org.tongwen.xsd.definition.DecimalText;

/** What conditions work out of the values at a path. */
public enum Function {
    /** How many values are there: one number, 0 for none. */
    COUNT,
    /** How many different texts are there: one number. */
    DISTINCT,
    /** The sum of the values: one number, 0 for none; no number when one of them is none. */
    SUM,
    /** How many characters each value has. */
    LENGTH,
    /** How many characters all texts at and below each value have together, without the names around them. */
    SIZE,
    /** How many digits stand behind the decimal point or comma of each value. */
    DECIMALS,
    /** How many digits each number has, as schemas count them: without leading zeros, and without zeros that end the decimals. */
    DIGITS,
    /** How many decimals each value has as a currency (ISO 4217): 2 for CNY, 0 for JPY; no number for what is no currency. */
    MINOR,
    /** How many seconds lie between the beginning of 1970 in Greenwich and each time; no number for what names no distance from Greenwich. */
    INSTANT;

    /** As conditions write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean someNumber(Path path, Subject at, Predicate<Optional<BigDecimal>> test) {
        return switch (this) {
            case COUNT -> test.test(number(count(path, at)));
            case DISTINCT -> test.test(number(new HashSet<>(texts(path, at)).size()));
            case SUM -> test.test(sum(path, at));
            case LENGTH -> path.someText(at, text -> test.test(number(text.codePointCount(0, text.length()))));
            case SIZE -> path.some(at, value -> test.test(number(size(value))));
            case DECIMALS -> path.someText(at, text -> test.test(number(decimals(text))));
            case DIGITS -> path.someText(at, text -> test.test(digits(text)));
            case MINOR -> path.someText(at, text -> test.test(minor(text)));
            case INSTANT -> path.someText(at, text -> test.test(instant(text)));
        };
    }

    private static Optional<BigDecimal> number(int value) {
        return Optional.of(BigDecimal.valueOf(value));
    }

    private static int count(Path path, Subject at) {
        if (path.attribute().isPresent()) {
            return texts(path, at).size();
        }
        int[] count = {0};
        path.visit(at, value -> count[0] += value.isThere() ? 1 : 0);
        return count[0];
    }

    private static List<String> texts(Path path, Subject at) {
        List<String> texts = new ArrayList<>();
        path.someText(at, text -> !texts.add(text));
        return texts;
    }

    private static Optional<BigDecimal> sum(Path path, Subject at) {
        BigDecimal[] sum = {BigDecimal.ZERO};
        boolean stranger = path.someText(at, text -> {
            Optional<BigDecimal> number = Numbers.parse(text);
            number.ifPresent(value -> sum[0] = sum[0].add(value));
            return number.isEmpty();
        });
        return stranger ? Optional.empty() : Optional.of(sum[0]);
    }

    private static int size(Subject value) {
        int[] size = {value.text().codePointCount(0, value.text().length())};
        value.some(Subject.ANY, child -> {
            size[0] += size(child);
            return false;
        });
        return size[0];
    }

    private static int decimals(String text) {
        int mark = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
        return mark < 0 ? 0 : text.length() - mark - 1;
    }

    private static Optional<BigDecimal> digits(String text) {
        return DecimalText.of(text).flatMap(number -> number(number.digits()));
    }

    private static Optional<BigDecimal> minor(String currency) {
        OptionalInt decimals = Currencies.decimals(currency);
        return decimals.isPresent() ? number(decimals.getAsInt()) : Optional.empty();
    }

    private static Optional<BigDecimal> instant(String time) {
        try {
            Instant instant = OffsetDateTime.parse(time).toInstant();
            return Optional.of(
                    BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
