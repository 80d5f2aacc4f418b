package org.tongwen.routes.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Times;

/** Numbers as people write them: sizes, rates, shares, amounts of money. */
final class Amounts {

    /** What a size looks like, for people. */
    static final String SIZE_FORM = "a size such as 500KB, 10MB or 10MiB";

    /** What a rate looks like, for people. */
    static final String RATE_FORM = "a rate such as 100/s or 90/min";

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(B|KB|MB|GB|KiB|MiB|GiB)?");
    private static final Map<String, Integer> BYTES = Map.of(
            "B", 1, "KB", 1_000, "MB", 1_000_000, "GB", 1_000_000_000, "KiB", 1 << 10, "MiB", 1 << 20, "GiB", 1 << 30);

    private static final Pattern RATE = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,3})?) ?/ ?(s|min|m|h)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "min", 60, "m", 60, "h", 3_600);

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,5})?");

    private Amounts() {}

    /** A size in bytes, such as {@code 10MB}; at least one byte, and no more than an array holds. */
    static Optional<Integer> size(String text) {
        Matcher parts = SIZE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long unit = parts.group(2) == null ? 1 : BYTES.getOrDefault(parts.group(2), 1);
        long bytes = Long.parseLong(parts.group(1)) * unit;
        return bytes < 1 || bytes > Integer.MAX_VALUE - 64 ? Optional.empty() : Optional.of((int) bytes);
    }

    /** A number of requests a second, such as {@code 100/s} or {@code 90/min}; more than none. */
    static Optional<Double> rate(String text) {
        Matcher parts = RATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double perSecond = Double.parseDouble(parts.group(1)) / SECONDS.getOrDefault(parts.group(2), 1);
        return perSecond > 0 ? Optional.of(perSecond) : Optional.empty();
    }

    /** A plain number from least to most. */
    static Optional<Double> number(String text, double least, double most) {
        return amount(text).map(BigDecimal::doubleValue).filter(number -> number >= least && number <= most);
    }

    /** A whole number from least to most. */
    static Optional<Integer> whole(String text, int least, int most) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .filter(number -> number >= least && number <= most);
    }

    /** A length of time that may be given: at least a millisecond, and no longer than the longest. */
    static Optional<Duration> time(Section section, String key, Duration longest) {
        return section.parsed(
                key,
                "a time from 1ms to " + text(longest) + ", with its unit, such as 30s, 5m or 24h",
                text -> Times.parse(text).filter(time -> !time.isZero() && time.compareTo(longest) <= 0));
    }

    /** In the largest unit that leaves a whole number, as the file itself writes times. */
    private static String text(Duration time) {
        if (time.equals(Duration.ofDays(time.toDays()))) {
            return time.toDays() + "d";
        }
        return time.equals(Duration.ofMinutes(time.toMinutes())) ? minutes(time.toMinutes()) : Times.text(time);
    }

    private static String minutes(long minutes) {
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }

    /** An amount of money without its currency; zero or more. */
    static Optional<BigDecimal> amount(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The code of a currency, such as {@code EUR}. */
    static Optional<String> currency(String text) {
        try {
            return Optional.of(Currency.getInstance(text).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
