package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/**
 * A time of day whose offset stands in two further fields, a sign and four digits. Where ISO wants a date too, a day that stands for none is
 * written; back, the field has no room for a day, so that another one is lost.
 */
final class TimeOfDay implements Codec {

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

    private final DateTimeFormatter formatter;
    private final List<String> offset;
    private final Optional<LocalDate> dummy;

    TimeOfDay(DateTimeFormatter formatter, List<String> offset, Optional<LocalDate> dummy) {
        this.dummy = dummy;
        this.formatter = formatter;
        this.offset = List.copyOf(offset);
    }

    @Override
    public Set<Primitive> fits() {
        return dummy.isPresent() ? Values.DATE_TIMES : Values.TIMES;
    }

    @Override
    public Fidelity fidelity() {
        return dummy.isPresent() ? Fidelity.LOSSY : Fidelity.NORMALISING;
    }

    @Override
    public List<String> sourcePaths() {
        return offset;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return TextCodec.map(
                DateTimes.attempt("is not a time of the form that the mapping says", () -> time(source)),
                text -> Map.of("", text));
    }

    private String time(Source source) {
        ZoneOffset zone = ZoneOffset.of(source.others().get(0) + source.others().get(1));
        OffsetTime time = OffsetTime.of(LocalTime.parse(source.value(), formatter), zone);
        return dummy.map(day -> IsoTimes.text(time.atDate(day))).orElseGet(() -> IsoTimes.text(time));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return DateTimes.attempt("is not a time with an offset", () -> source(time(iso.getOrDefault("", ""))));
    }

    private OffsetTime time(String iso) {
        return dummy.isPresent() ? dateTime(iso).toOffsetTime() : IsoTimes.time(iso);
    }

    private static OffsetDateTime dateTime(String iso) {
        return IsoTimes.dateTime(iso, Optional.empty()).toOffsetDateTime();
    }

    private Source source(OffsetTime time) {
        String zone = OFFSET.format(time);
        return Source.of(formatter.format(time.toLocalTime()), zone.substring(0, 1), zone.substring(1));
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return dummy.isPresent()
                ? DateTimes.same(one, other, TimeOfDay::dateTime)
                : DateTimes.same(one, other, this::time);
    }

    boolean keeps(LocalTime time) {
        try {
            LocalTime back = LocalTime.parse(formatter.format(time), formatter);
            return DateTimes.isWithin(Duration.ofMinutes(1), back, time);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
