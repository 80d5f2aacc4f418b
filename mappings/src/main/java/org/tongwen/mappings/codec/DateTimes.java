package org.tongwen.mappings.codec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code date(yyMMdd)}, {@code datetime(yyyyMMddHHmmss, +08:00)} and {@code time(HHmm, sign, offset)}, with patterns of Java. */
final class DateTimes {

    /** ISO 20022 date and time, always with an offset. */
    static final DateTimeFormatter ISO_DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("HH:mm:ssxxx", Locale.ROOT);

    private DateTimes() {}

    static Optional<Codec> date(List<String> arguments) {
        return arguments.size() == 1
                ? formatter(arguments.get(0)).map(formatter -> new Date(formatter, arguments.get(0)))
                : Optional.empty();
    }

    static Optional<Codec> dateTime(List<String> arguments) {
        Optional<DateTimeFormatter> formatter = arguments.isEmpty() ? Optional.empty() : formatter(arguments.get(0));
        boolean zoned = formatter.isPresent() && arguments.get(0).matches(".*[XxZVO].*");
        if (zoned && arguments.size() == 1) {
            return Optional.of(new DateTime(formatter.get(), Optional.empty()));
        }
        return formatter.isPresent() && !zoned && arguments.size() == 2
                ? zone(arguments.get(1)).map(zone -> new DateTime(formatter.get(), Optional.of(zone)))
                : Optional.empty();
    }

    static Optional<Codec> time(List<String> arguments) {
        return arguments.size() == 3
                ? formatter(arguments.get(0)).map(formatter -> new Time(formatter, arguments.subList(1, 3)))
                : Optional.empty();
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A strict formatter; two digits of a year mean 1980 to 2079, as SWIFT has it. */
    private static Optional<DateTimeFormatter> formatter(String pattern) {
        try {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
            String years = pattern.replace("yyyy", "uuuu");
            int two = years.indexOf("yy");
            if (two >= 0) {
                if (two > 0) {
                    builder.appendPattern(years.substring(0, two));
                }
                builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1980);
                years = years.substring(two + 2);
            }
            if (!years.isEmpty()) {
                builder.appendPattern(years);
            }
            return Optional.of(builder.toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withChronology(IsoChronology.INSTANCE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private interface Conversion {
        String convert();
    }

    private static Converted<String> attempt(String what, Conversion conversion) {
        try {
            return Converted.of(conversion.convert());
        } catch (java.time.DateTimeException e) {
            return Converted.refused("codec.Date", what);
        }
    }

    private static final class Date extends TextCodec {

        private final DateTimeFormatter formatter;

        private final String pattern;

        Date(DateTimeFormatter formatter, String pattern) {
            this.formatter = formatter;
            this.pattern = pattern;
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.NORMALISING;
        }

        @Override
        public int isoLength(int sourceLength) {
            return 10;
        }

        @Override
        Converted<String> toIso(String source) {
            return attempt(
                    "is not a date of the form " + pattern,
                    () -> LocalDate.parse(source, formatter).toString());
        }

        @Override
        Converted<String> fromIso(String iso) {
            return attempt(
                    "is not a date", () -> formatter.format(DateTimeFormatter.ISO_DATE.parse(iso, LocalDate::from)));
        }
    }

    private static final class DateTime extends TextCodec {

        private final DateTimeFormatter formatter;
        private final Optional<ZoneId> zone;

        DateTime(DateTimeFormatter formatter, Optional<ZoneId> zone) {
            this.formatter = zone.map(formatter::withZone).orElse(formatter);
            this.zone = zone;
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.NORMALISING;
        }

        @Override
        Converted<String> toIso(String source) {
            return attempt("is not a date and time of the form that the mapping says", () -> {
                ZonedDateTime time = ZonedDateTime.from(formatter.parse(source));
                return ISO_DATE_TIME.format(time.toOffsetDateTime());
            });
        }

        @Override
        Converted<String> fromIso(String iso) {
            return attempt("is not a date and time", () -> formatter.format(instant(iso)));
        }

        @Override
        public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
            return instant(one.getOrDefault("", "")).equals(instant(other.getOrDefault("", "")));
        }

        private TemporalAccessor instant(String iso) {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime time = parsed instanceof LocalDateTime local
                    ? local.atZone(zone.orElseThrow(() -> new DateTimeParseException("no offset", iso, 0)))
                            .toOffsetDateTime()
                    : (OffsetDateTime) parsed;
            return zone.<TemporalAccessor>map(time::atZoneSameInstant).orElse(time);
        }
    }

    /** A time of day whose offset stands in two further fields, a sign and four digits. */
    private static final class Time implements Codec {

        private final DateTimeFormatter formatter;
        private final List<String> offset;

        Time(DateTimeFormatter formatter, List<String> offset) {
            this.formatter = formatter;
            this.offset = List.copyOf(offset);
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.NORMALISING;
        }

        @Override
        public List<String> sourcePaths() {
            return offset;
        }

        @Override
        public Converted<Map<String, String>> toIso(Source source) {
            return TextCodec.map(
                    attempt("is not a time of the form that the mapping says", () -> time(source)),
                    text -> Map.of("", text));
        }

        private String time(Source source) {
            ZoneOffset zone =
                    ZoneOffset.of(source.others().get(0) + source.others().get(1));
            return ISO_TIME.format(OffsetTime.of(LocalTime.parse(source.value(), formatter), zone));
        }

        @Override
        public Converted<Source> fromIso(Map<String, String> iso) {
            try {
                OffsetTime time = OffsetTime.parse(iso.getOrDefault("", ""));
                String zone = DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(time);
                return Converted.of(Source.of(formatter.format(time), zone.substring(0, 1), zone.substring(1)));
            } catch (java.time.DateTimeException e) {
                return Converted.refused("codec.Date", "is not a time with an offset");
            }
        }
    }
}
