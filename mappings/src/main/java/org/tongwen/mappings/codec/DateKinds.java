package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What mappings call dates and times by. */
final class DateKinds {

    private DateKinds() {}

    /** Dates. */
    public static final class Date implements CodecKind {

        /** The kind has no settings. */
        public Date() {}

        @Override
        public String name() {
            return "date";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A date, by a pattern of Java. Two digits of a year mean 1980 to 2079, as SWIFT has it. A pattern"
                                    + " that cannot be read back is refused.")
                    .form("date(yyyyMMdd)", "any pattern with year, month and day")
                    .lost("An offset that ISO has behind the date.")
                    .example("date(yyyyMMdd)", "20261204", "2026-12-04")
                    .example("date(yyMMdd)", "991204", "1999-12-04");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return DateTimes.date(arguments);
        }
    }

    /** Dates with times. */
    public static final class DateTime implements CodecKind {

        /** The kind has no settings. */
        public DateTime() {}

        @Override
        public String name() {
            return "datetime";
        }

        @Override
        public Description describe() {
            return Description.of("A date and time, by a pattern of Java. ISO always gets an offset.")
                    .form(
                            "datetime(yyyyMMddHHmmss, +08:00)",
                            "a pattern without an offset needs an offset or a zone such as" + " `Asia/Shanghai`")
                    .form("datetime(yyyy-MM-dd'T'HH:mm:ss.SSSXXX)", "a pattern with an offset stands alone")
                    .form(
                            "datetime(yyMMdd, time, sign, offset)",
                            "the pattern of a date, and the paths of the time, `HHmm`, the offset's sign and its four digits")
                    .form(
                            "datetime(yyMMdd, at 00:00+00:00)",
                            "the pattern of a date alone; ISO gets this time of day, and back the time of day is lost")
                    .lost(
                            "Parts of a second for which the pattern has no place, and with which offset an instant was written.")
                    .example("datetime(yyyyMMddHHmmss, +08:00)", "20261204103000", "2026-12-04T10:30:00+08:00")
                    .example(
                            "datetime(yyyy-MM-dd HH:mm:ss, Asia/Shanghai)",
                            "2026-12-04 10:30:00",
                            "2026-12-04T10:30:00+08:00")
                    .example(
                            "datetime(yyMMdd, time, sign, offset)",
                            Codec.Source.of("261204", "0915", "+", "0100"),
                            Map.of("", "2026-12-04T09:15:00+01:00"))
                    .example("datetime(yyMMdd, at 00:00+00:00)", "261204", "2026-12-04T00:00:00+00:00")
                    .example(
                            "datetime(yyyy-MM-dd'T'HH:mm:ss.SSSXXX)",
                            "2026-12-04T09:15:30.250+03:00",
                            "2026-12-04T09:15:30.25+03:00");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return DateTimes.dateTime(arguments);
        }
    }

    /** Times of a day. */
    public static final class Time implements CodecKind {

        /** The kind has no settings. */
        public Time() {}

        @Override
        public String name() {
            return "time";
        }

        @Override
        public Description describe() {
            return Description.of("A time of day whose offset stands in two further fields: a sign, and four digits.")
                    .form(
                            "time(HHmm, sign, offset, on 0001-01-01)",
                            "where ISO wants a date too, a day that stands for none; back, another day is lost")
                    .form(
                            "time(HHmm, sign, offset)",
                            "a pattern with hours and minutes, and the paths of sign and digits")
                    .lost("Seconds for which the pattern has no place, and a day.")
                    .example(
                            "time(HHmm, sign, offset)",
                            Codec.Source.of("0915", "+", "0100"),
                            Map.of("", "09:15:00+01:00"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return DateTimes.time(arguments);
        }
    }
}
