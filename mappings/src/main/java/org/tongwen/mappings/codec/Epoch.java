package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** {@code epoch(seconds)}: an instant as a count since 1970. */
final class Epoch extends TextCodec {

    private static final int LONGEST = 15;

    private final boolean millis;
    private final ZoneId zone;

    private Epoch(boolean millis, ZoneId zone) {
        this.millis = millis;
        this.zone = zone;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public Set<Primitive> fits() {
        return Values.DATE_TIMES;
    }

    @Override
    public Converted<String> toIso(String source) {
        boolean isCount = !source.isEmpty() && source.length() <= LONGEST && Signed.areDigits(source);
        if (!isCount) {
            return Converted.refused("codec.Date", "is no count of at most " + LONGEST + " digits since 1970");
        }
        try {
            long count = Long.parseLong(source);
            Instant instant = millis ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count);
            return year(instant) <= 9999
                    ? Converted.of(IsoTimes.text(instant.atZone(zone).toOffsetDateTime()))
                    : Converted.refused("codec.Date", "is a time behind the year 9999");
        } catch (DateTimeException e) {
            return Converted.refused("codec.Date", "is a time that ISO cannot write");
        }
    }

    private int year(Instant instant) {
        return instant.atZone(zone).getYear();
    }

    @Override
    public Converted<String> fromIso(String iso) {
        try {
            Instant instant = instant(iso);
            return instant.getEpochSecond() < 0
                    ? Converted.refused("codec.Date", "is before 1970")
                    : Converted.of(Long.toString(millis ? instant.toEpochMilli() : instant.getEpochSecond()));
        } catch (DateTimeException e) {
            return Converted.refused("codec.Date", "is not a date and time");
        }
    }

    private Instant instant(String iso) {
        return IsoTimes.dateTime(iso, Optional.of(zone)).toInstant();
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        try {
            return instant(one.getOrDefault("", "")).equals(instant(other.getOrDefault("", "")));
        } catch (DateTimeException e) {
            return one.equals(other);
        }
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "epoch";
        }

        @Override
        public Description describe() {
            return Description.of("A date and time as a count since the beginning of 1970 in UTC.")
                    .form("epoch(seconds)", "in seconds")
                    .form("epoch(millis)", "in thousandths of a second")
                    .form("epoch(seconds, Asia/Shanghai)", "ISO writes it in that zone, otherwise in UTC")
                    .lost("Smaller parts of a second, and with which offset an instant was written.")
                    .example("epoch(seconds)", "1796342400", "2026-12-04T00:00:00+00:00")
                    .example("epoch(millis, +08:00)", "1796342400250", "2026-12-04T08:00:00.25+08:00");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            boolean known = arguments.size() == 1 || arguments.size() == 2;
            boolean unit = known && List.of("seconds", "millis").contains(arguments.get(0));
            Optional<ZoneId> zone =
                    arguments.size() == 2 ? DateTimes.zone(arguments.get(1)) : Optional.of(ZoneOffset.UTC);
            return unit ? zone.map(in -> new Epoch(arguments.get(0).equals("millis"), in)) : Optional.empty();
        }
    }
}
