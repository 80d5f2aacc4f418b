package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** A time of day whose offset stands in two further fields, a sign and four digits. */
final class TimeOfDay implements Codec {

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

    private final DateTimeFormatter formatter;
    private final List<String> offset;

    TimeOfDay(DateTimeFormatter formatter, List<String> offset) {
        this.formatter = formatter;
        this.offset = List.copyOf(offset);
    }

    @Override
    public Set<Primitive> fits() {
        return Values.TIMES;
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
                DateTimes.attempt("is not a time of the form that the mapping says", () -> time(source)),
                text -> Map.of("", text));
    }

    private String time(Source source) {
        ZoneOffset zone = ZoneOffset.of(source.others().get(0) + source.others().get(1));
        return IsoTimes.text(OffsetTime.of(LocalTime.parse(source.value(), formatter), zone));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return DateTimes.attempt("is not a time with an offset", () -> source(IsoTimes.time(iso.getOrDefault("", ""))));
    }

    private Source source(OffsetTime time) {
        String zone = OFFSET.format(time);
        return Source.of(formatter.format(time.toLocalTime()), zone.substring(0, 1), zone.substring(1));
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return DateTimes.same(one, other, IsoTimes::time);
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
