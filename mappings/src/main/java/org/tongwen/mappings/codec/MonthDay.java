package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tongwen.xsd.definition.Primitive;

/**
 * {@code monthday(valueDate)}: month and day as four digits, whose year is the one that brings it nearest to another date, six digits of year,
 * month and day. So an entry of 30 December stands in the old year when its value date is 2 January, and the other way round.
 */
final class MonthDay implements Codec {

    private static final int PIVOT = 80;

    private final String near;

    private MonthDay(String near) {
        this.near = near;
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
    public List<String> sourcePaths() {
        return List.of(near);
    }

    @Override
    public int isoLength(int sourceLength) {
        return 10;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return TextCodec.map(
                DateTimes.attempt(
                        "is not a month and day beside a date of six digits",
                        () -> nearest(source.value(), day(source.others().get(0)))),
                date -> Map.of("", date.toString()));
    }

    private static LocalDate day(String digits) {
        if (digits.length() != 6 || !isNumber(digits)) {
            throw new DateTimeException("no date");
        }
        int year = Integer.parseInt(digits.substring(0, 2));
        return date(year < PIVOT ? 2000 + year : 1900 + year, digits.substring(2));
    }

    private static LocalDate date(int year, String monthAndDay) {
        return LocalDate.of(
                year, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** The date of that month and day that is nearest to another one; 29 February stands in leap years only. */
    private static LocalDate nearest(String monthAndDay, LocalDate other) {
        if (monthAndDay.length() != 4 || !isNumber(monthAndDay)) {
            throw new DateTimeException("no month and day");
        }
        return IntStream.rangeClosed(-1, 1)
                .map(step -> other.getYear() + step)
                .filter(year -> !monthAndDay.equals("0229") || java.time.Year.isLeap(year))
                .mapToObj(year -> date(year, monthAndDay))
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(date, other))))
                .orElseThrow(() -> new DateTimeException("no leap year"));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return TextCodec.map(
                DateTimes.attempt("is not a date", () -> IsoTimes.date(iso.getOrDefault("", ""))),
                date -> Source.of("%02d%02d".formatted(date.getMonthValue(), date.getDayOfMonth()), ""));
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "monthday";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A month and a day, four digits, whose year is the one that brings the date nearest to another date, as the"
                                    + " entry date of a statement line stands beside its value date.")
                    .form("monthday(valueDate)", "the path of the other date, six digits of year, month and day")
                    .lost("The year, when the dates are more than half a year apart.")
                    .example("monthday(valueDate)", Codec.Source.of("1230", "270102"), Map.of("", "2026-12-30"))
                    .example("monthday(valueDate)", Codec.Source.of("0102", "261230"), Map.of("", "2027-01-02"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments).filter(path -> !path.isEmpty()).map(MonthDay::new);
        }
    }
}
