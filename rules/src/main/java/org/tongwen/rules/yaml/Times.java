package org.tongwen.rules.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: a number with its unit, {@code ms}, {@code s}, {@code min} or {@code m}, {@code h} or {@code d}. */
public final class Times {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) ?(ms|s|min|m|h|d)");
    private static final Map<String, Integer> MILLIS =
            Map.of("ms", 1, "s", 1_000, "min", 60_000, "m", 60_000, "h", 3_600_000, "d", 86_400_000);

    private Times() {}

    /** What a text says; empty when it says no time. Less than a millisecond is cut off. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal millis =
                new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(MILLIS.getOrDefault(parts.group(2), 1)));
        return Optional.of(
                Duration.ofMillis(millis.setScale(0, RoundingMode.DOWN).longValueExact()));
    }

    /** A time as plans write it, in seconds, such as {@code 9.999 s}. */
    public static String text(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
