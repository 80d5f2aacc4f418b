package org.tongwen.mappings.codec;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** A date whose time of day and offset stand in further fields: time, sign, and four digits of hours and minutes. */
final class DateBesideTime implements Codec {

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final TextCodec date;
    private final List<String> others;

    /**
     * Prepares the conversion.
     *
     * @param date reads and writes the date
     * @param others paths of time, sign and offset
     */
    DateBesideTime(TextCodec date, List<String> others) {
        this.date = date;
        this.others = List.copyOf(others);
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
    public List<String> sourcePaths() {
        return others;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return TextCodec.then(
                date.toIso(source.value()),
                day -> TextCodec.map(
                        DateTimes.attempt(
                                "is not a date with a time and an offset of four digits beside it",
                                () -> IsoTimes.text(time(LocalDate.parse(day), source.others()))),
                        text -> Map.of("", text)));
    }

    private static OffsetDateTime time(LocalDate day, List<String> others) {
        ZoneOffset offset = ZoneOffset.of(others.get(1) + others.get(2));
        return OffsetDateTime.of(day, LocalTime.parse(others.get(0), TIME), offset);
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return TextCodec.then(
                DateTimes.attempt(
                        "is not a date and time with an offset",
                        () -> IsoTimes.dateTime(iso.getOrDefault("", ""), Optional.empty())
                                .toOffsetDateTime()),
                time -> TextCodec.map(date.fromIso(time.toLocalDate().toString()), day -> source(day, time)));
    }

    private static Source source(String day, OffsetDateTime time) {
        String offset = OFFSET.format(time);
        return Source.of(day, TIME.format(time), offset.substring(0, 1), offset.substring(1));
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return DateTimes.same(
                one, other, iso -> IsoTimes.dateTime(iso, Optional.empty()).toInstant());
    }
}
