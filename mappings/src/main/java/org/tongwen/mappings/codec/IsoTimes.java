package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and times as ISO 20022, that is XML Schema, writes them. All methods throw {@link DateTimeException} for what is none. */
final class IsoTimes {

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ANY_DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final FixedDigits DIGITS = FixedDigits.iso();

    /** Where the hour stands in most dates and times. */
    private static final int HOUR = 11;

    private static final FixedDigits DATE = FixedDigits.of("yyyy-MM-dd").orElseThrow();

    /** The end of a day, where the hour of 24 may stand. */
    private static final Pattern MIDNIGHT = Pattern.compile("(^|T)24:00:00(\\.0+)?(?=$|[Z+-])");

    private IsoTimes() {}

    /** A date, which may carry an offset. */
    static LocalDate date(String iso) {
        String text = TextCodec.trimmed(iso);
        return (text.length() == DATE.length() ? DATE.read(text) : Optional.<LocalDateTime>empty())
                .map(LocalDateTime::toLocalDate)
                .orElseGet(() -> DateTimeFormatter.ISO_DATE.parse(text, LocalDate::from));
    }

    /** A date and time, in that zone when it has no offset. {@code 24:00:00} is the start of the next day. */
    static ZonedDateTime dateTime(String iso, Optional<ZoneId> zone) {
        String text = TextCodec.trimmed(iso);
        Optional<ZonedDateTime> simple = simple(text, zone);
        if (simple.isPresent()) {
            return simple.get();
        }
        String known = MIDNIGHT.matcher(text).replaceFirst("$100:00:00");
        TemporalAccessor parsed = ANY_DATE_TIME.parseBest(known, OffsetDateTime::from, LocalDateTime::from);
        int days = known.equals(text) ? 0 : 1;
        if (parsed instanceof OffsetDateTime time) {
            return time.plusDays(days).toZonedDateTime();
        }
        return LocalDateTime.from(parsed)
                .plusDays(days)
                .atZone(zone.orElseThrow(() -> new DateTimeException("no offset")));
    }

    /** A date and time to the second without the hour of 24, as nearly all are; empty when the formatter must look at it. */
    private static Optional<ZonedDateTime> simple(String text, Optional<ZoneId> local) {
        Optional<ZoneId> zone = text.length() == DIGITS.length() ? local : offset(text);
        return zone.isEmpty() || text.startsWith("24", HOUR)
                ? Optional.empty()
                : DIGITS.read(text).map(time -> time.atZone(zone.get()));
    }

    /** The offset right behind the seconds. */
    private static Optional<ZoneId> offset(String text) {
        int at = DIGITS.length();
        if (text.length() == at + 1 && text.charAt(at) == 'Z') {
            return Optional.of(ZoneOffset.UTC);
        }
        boolean signed = text.length() == at + "+00:00".length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
        return signed ? Optional.of(ZoneOffset.of(text.substring(at))) : Optional.empty();
    }

    /** A time with an offset. */
    static OffsetTime time(String iso) {
        return OffsetTime.parse(MIDNIGHT.matcher(TextCodec.trimmed(iso)).replaceFirst("$100:00:00"));
    }

    /** The text of a date and time, always with an offset. */
    static String text(OffsetDateTime time) {
        checkWhole(time.getOffset());
        Optional<String> digits = time.getNano() == 0 ? DIGITS.write(time.toLocalDateTime()) : Optional.empty();
        return digits.map(text -> text + id(time.getOffset())).orElseGet(() -> DATE_TIME.format(time));
    }

    /** The text of a time, always with an offset. */
    static String text(OffsetTime time) {
        checkWhole(time.getOffset());
        return TIME.format(time);
    }

    private static String id(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    /** Some offsets of before 1900 have seconds, for which ISO has no place. */
    private static void checkWhole(ZoneOffset offset) {
        if (offset.getTotalSeconds() % 60 != 0) {
            throw new DateTimeException("offset with seconds");
        }
    }
}
