package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Primitive;

/**
 * {@code date(yyMMdd)}, {@code datetime(yyyyMMddHHmmss, +08:00)} and {@code time(HHmm, sign, offset)}, with patterns of Java. A pattern
 * must give back what was written with it: a date, a date and time to the minute, hours and minutes. Back from ISO, a value that the
 * pattern would give another meaning, such as the year 2090 in two digits, is refused; seconds for which it has no place are a loss.
 */
final class DateTimes {

    private static final List<LocalDateTime> SAMPLES = List.of(
            LocalDateTime.of(2026, 12, 31, 22, 30, 15),
            LocalDateTime.of(1999, 2, 5, 9, 7, 5),
            LocalDateTime.of(2024, 2, 29, 0, 0, 0),
            LocalDateTime.of(2011, 10, 1, 12, 59, 59));

    private static final List<ZoneId> OFFSETS =
            List.of(ZoneOffset.UTC, ZoneOffset.ofHours(8), ZoneOffset.ofHoursMinutes(-3, -30));

    private static final String ON = "on ";

    private static final String AT = "at ";

    private DateTimes() {}

    static Optional<Codec> date(List<String> arguments) {
        return arguments.size() == 1
                ? Patterns.formatter(arguments.get(0))
                        .map(formatter -> new Date(formatter, arguments.get(0)))
                        .filter(date -> SAMPLES.stream().allMatch(sample -> date.keeps(sample.toLocalDate())))
                        .map(Function.identity())
                : Optional.empty();
    }

    static Optional<Codec> dateTime(List<String> arguments) {
        if (arguments.size() == 4) {
            return date(arguments.subList(0, 1))
                    .map(date -> new DateBesideTime((TextCodec) date, arguments.subList(1, 4)));
        }
        if (arguments.isEmpty() || arguments.size() > 2 || Patterns.hasZoneName(arguments.get(0))) {
            return Optional.empty();
        }
        if (arguments.size() == 2 && arguments.get(1).startsWith(AT)) {
            return startOfDay(arguments);
        }
        String pattern = arguments.get(0);
        Optional<ZoneId> zone = arguments.size() == 2 ? zone(arguments.get(1)) : Optional.empty();
        if (Patterns.hasZone(pattern) ? arguments.size() == 2 : zone.isEmpty()) {
            return Optional.empty();
        }
        return Patterns.formatter(pattern)
                .map(formatter -> new DateTime(formatter, pattern, zone))
                .filter(codec -> samples(zone).allMatch(codec::keeps))
                .map(Function.identity());
    }

    private static Optional<Codec> startOfDay(List<String> arguments) {
        try {
            OffsetTime time = OffsetTime.parse(arguments.get(1).substring(AT.length()));
            return date(arguments.subList(0, 1)).map(date -> new StartOfDay((TextCodec) date, time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Stream<ZonedDateTime> samples(Optional<ZoneId> zone) {
        return zone.map(List::of).orElse(OFFSETS).stream()
                .flatMap(one -> SAMPLES.stream().map(sample -> sample.atZone(one)));
    }

    static Optional<Codec> time(List<String> arguments) {
        Optional<LocalDate> dummy = arguments.size() == 4 ? day(arguments.get(3)) : Optional.empty();
        return arguments.size() == 3 || dummy.isPresent()
                ? Patterns.formatter(arguments.get(0))
                        .map(formatter -> new TimeOfDay(formatter, arguments.subList(1, 3), dummy))
                        .filter(time -> SAMPLES.stream().allMatch(sample -> time.keeps(sample.toLocalTime())))
                        .map(Function.identity())
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.startsWith(ON) ? Optional.of(LocalDate.parse(text.substring(ON.length()))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static <T> Converted<T> attempt(String what, Supplier<T> conversion) {
        try {
            return Converted.of(conversion.get());
        } catch (DateTimeException e) {
            return Converted.refused("codec.Date", what);
        }
    }

    private static Converted<String> unwritable(String pattern) {
        return Converted.refused("codec.Date", "cannot be written as " + pattern + " without becoming another time");
    }

    /** Whether both texts are good and mean the same; texts that are not good are the same when they are equal. */
    static boolean same(Map<String, String> one, Map<String, String> other, Function<String, ?> meaning) {
        try {
            return meaning.apply(one.getOrDefault("", "")).equals(meaning.apply(other.getOrDefault("", "")));
        } catch (DateTimeException e) {
            return one.equals(other);
        }
    }

    private static Optional<LocalDateTime> readDigits(Optional<FixedDigits> digits, String text) {
        return digits.filter(form -> form.length() == text.length()).flatMap(form -> form.read(text));
    }

    /** Whether a time is another one without the parts below a unit. */
    static boolean isWithin(Duration unit, Temporal cut, Temporal full) {
        Duration lost = Duration.between(cut, full);
        return !lost.isNegative() && lost.compareTo(unit) < 0;
    }

    private static final class Date extends TextCodec {

        private final DateTimeFormatter formatter;
        private final String pattern;
        private final Optional<FixedDigits> digits;

        Date(DateTimeFormatter formatter, String pattern) {
            this.formatter = formatter;
            this.pattern = pattern;
            this.digits = pattern.indexOf('H') < 0 ? FixedDigits.of(pattern) : Optional.empty();
        }

        @Override
        public Set<Primitive> fits() {
            return Values.DATES;
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
        public Converted<String> toIso(String source) {
            return attempt(
                    "is not a date of the form " + pattern, () -> read(source).toString());
        }

        @Override
        public Converted<String> fromIso(String iso) {
            return then(
                    attempt("is not a date", () -> IsoTimes.date(iso)),
                    date -> kept(date).map(Converted::of).orElseGet(() -> unwritable(pattern)));
        }

        /** The same when nothing but outer blanks is different: an offset is lost. */
        @Override
        public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
            return trimmed(one.getOrDefault("", "")).equals(trimmed(other.getOrDefault("", "")));
        }

        boolean keeps(LocalDate date) {
            return kept(date).isPresent();
        }

        /** The date as text, when the text means the same date. */
        private Optional<String> kept(LocalDate date) {
            try {
                String text = write(date);
                return read(text).equals(date) ? Optional.of(text) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private LocalDate read(String source) {
            return readDigits(digits, source)
                    .map(LocalDateTime::toLocalDate)
                    .orElseGet(() -> LocalDate.parse(source, formatter));
        }

        private String write(LocalDate date) {
            return digits.flatMap(form -> form.write(date.atStartOfDay())).orElseGet(() -> formatter.format(date));
        }
    }

    private static final class DateTime extends TextCodec {

        private final DateTimeFormatter formatter;
        private final String pattern;
        private final Optional<ZoneId> zone;
        private final Optional<FixedDigits> digits;
        private final Duration unit;

        DateTime(DateTimeFormatter formatter, String pattern, Optional<ZoneId> zone) {
            this.formatter = zone.map(formatter::withZone).orElse(formatter);
            this.pattern = pattern;
            this.zone = zone;
            this.digits = pattern.indexOf('H') >= 0 && zone.isPresent() ? FixedDigits.of(pattern) : Optional.empty();
            boolean seconds = samples(zone).allMatch(sample -> keeps(sample, Duration.ofSeconds(1)));
            this.unit = seconds ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        }

        @Override
        public Set<Primitive> fits() {
            return Values.DATE_TIMES;
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.NORMALISING;
        }

        @Override
        public Converted<String> toIso(String source) {
            return attempt(
                    "is not a date and time of the form " + pattern,
                    () -> IsoTimes.text(read(source).toOffsetDateTime()));
        }

        private ZonedDateTime read(String source) {
            return readDigits(digits, source)
                    .map(time -> time.atZone(zone.orElseThrow()))
                    .orElseGet(() -> formatter.parse(source, ZonedDateTime::from));
        }

        /** The text of a time that is in the pattern's zone, if that has one. */
        private String write(ZonedDateTime time) {
            return digits.flatMap(form -> form.write(time.toLocalDateTime())).orElseGet(() -> formatter.format(time));
        }

        @Override
        public Converted<String> fromIso(String iso) {
            return then(
                    attempt("is not a date and time" + (zone.isEmpty() ? " with an offset" : ""), () -> local(iso)),
                    time -> kept(time, unit).map(Converted::of).orElseGet(() -> unwritable(pattern)));
        }

        private ZonedDateTime local(String iso) {
            ZonedDateTime time = IsoTimes.dateTime(iso, zone);
            return zone.map(time::withZoneSameInstant).orElse(time);
        }

        @Override
        public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
            return same(one, other, iso -> local(iso).toInstant());
        }

        boolean keeps(ZonedDateTime time) {
            return keeps(time, unit);
        }

        private boolean keeps(ZonedDateTime time, Duration precision) {
            return kept(time, precision).isPresent();
        }

        /** The time as text, when the text means the same time but for what is smaller than the precision. */
        private Optional<String> kept(ZonedDateTime time, Duration precision) {
            try {
                String text = write(time);
                return isWithin(precision, read(text), time) ? Optional.of(text) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
