package org.tongwen.mappings.codec;

import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/**
 * A date alone, for an element that wants a time too: it gets a fixed time of day with an offset. Back, the day is the one that the element
 * shows, whatever its offset; its time of day is lost.
 */
final class StartOfDay extends TextCodec {

    private final TextCodec date;
    private final OffsetTime time;

    /**
     * Prepares the conversion.
     *
     * @param date reads and writes the date
     * @param time the time of day that ISO gets
     */
    StartOfDay(TextCodec date, OffsetTime time) {
        this.date = date;
        this.time = time;
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
        return then(
                date.toIso(source),
                day -> Converted.of(IsoTimes.text(LocalDate.parse(day).atTime(time))));
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return then(
                DateTimes.attempt(
                        "is not a date and time",
                        () -> IsoTimes.dateTime(iso, Optional.of(ZoneOffset.UTC))
                                .toLocalDate()),
                day -> date.fromIso(day.toString()));
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return DateTimes.same(
                one,
                other,
                iso -> IsoTimes.dateTime(iso, Optional.of(ZoneOffset.UTC)).toInstant());
    }
}
