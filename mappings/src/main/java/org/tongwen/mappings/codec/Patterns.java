package org.tongwen.mappings.codec;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of dates and times as mappings write them, with the letters of Java. */
final class Patterns {

    private static final int FIRST_YEAR = 1980;

    /** A quoted text, a run of the letter of years, or anything else. */
    private static final Pattern PART = Pattern.compile("'[^']*'?|y+|[^'y]+");

    private Patterns() {}

    /** A strict formatter; two digits of a year mean 1980 to 2079, as SWIFT has it. Empty when Java knows no such pattern. */
    static Optional<DateTimeFormatter> formatter(String pattern) {
        try {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
            StringBuilder rest = new StringBuilder();
            Matcher parts = PART.matcher(pattern);
            while (parts.find()) {
                if (parts.group().equals("yy")) {
                    flush(rest, builder);
                    builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR);
                } else {
                    rest.append(parts.group().equals("yyyy") ? "uuuu" : parts.group());
                }
            }
            flush(rest, builder);
            return Optional.of(builder.toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withChronology(IsoChronology.INSTANCE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The year that two digits mean. */
    static int year(int twoDigits) {
        return FIRST_YEAR + Math.floorMod(twoDigits - FIRST_YEAR, 100);
    }

    private static void flush(StringBuilder rest, DateTimeFormatterBuilder builder) {
        if (!rest.isEmpty()) {
            builder.appendPattern(rest.toString());
            rest.setLength(0);
        }
    }

    /** Whether the pattern carries an offset or a zone; quoted letters do not count. */
    static boolean hasZone(String pattern) {
        return unquoted(pattern).matches(".*[XxZVO].*");
    }

    /** Whether the pattern has names of zones such as {@code CST}, which mean several zones. */
    static boolean hasZoneName(String pattern) {
        return unquoted(pattern).matches(".*[zv].*");
    }

    private static String unquoted(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }
}
