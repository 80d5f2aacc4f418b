package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesCodecTest {

    private static final LocalDateTime START = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final long SECONDS =
            START.until(LocalDateTime.of(2080, 1, 1, 0, 0), java.time.temporal.ChronoUnit.SECONDS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date(YYYYMMdd)",
                "date(yyyyMMDD)",
                "date(yyyyMM)",
                "date(MMdd)",
                "date(yyyyMMdd HH:mm)",
                "date('yyyyMMdd')",
                "date(yyyyMMddQQQQQQQ)",
                "date()",
                "datetime(yyyyMMddhhmmss, +08:00)",
                "datetime(YYYYMMddHHmmss, +08:00)",
                "datetime(yyyyMMddHH, +08:00)",
                "datetime(yyyyMMddHHmmss)",
                "datetime(yyyyMMddHHmmss, Nowhere)",
                "datetime(yyyyMMddHHmmssXXX, +08:00)",
                "datetime(yyyyMMddHHmmss z)",
                "datetime(yyyy-MM-dd'T'HH:mm:ss'Z')",
                "time(hhmm, sign, offset)",
                "time(HH, sign, offset)",
                "time(HHmmX, sign, offset)",
                "time(HHmm)"
            })
    void patternThatCannotBeInvertedIsNone(String call) {
        assertThat(Calls.exists(call)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date(yyMMdd)|yyMMdd",
                "date(yyyyMMdd)|yyyyMMdd",
                "date(yyyy-MM-dd)|uuuu-MM-dd",
                "date(yyyyDDD)|uuuuDDD",
                "date(dd.MM.yy)|dd.MM.yy",
                "datetime(yyyyMMddHHmmss, +08:00)|uuuuMMddHHmmss",
                "datetime(yyyy-MM-dd''T''HH:mm:ss''Z'', UTC)|uuuu-MM-dd''T''HH:mm:ss''Z''",
                "datetime(yyyyMMddhhmmssa, +08:00)|uuuuMMddhhmmssa",
                "datetime(yyyyMMddHHmm, +05:30)|uuuuMMddHHmm",
                "datetime(yyyyMMddHHmmssXXX)|uuuuMMddHHmmss''+08:00''"
            })
    void whatTheInstitutionWritesComesBack(String call, String pattern) {
        Codec codec = Calls.codec(call.replace("''", "'"));
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.replace("''", "'"), Locale.ROOT);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String text = formatter.format(START.plusSeconds(random.nextLong(SECONDS)));
            assertThat(Calls.from(codec, Calls.to(codec, text))).isEqualTo(text);
        }
    }

    @Test
    void aDateAloneHasTheTimeOfDaySaidAndComesBackAsTheDayThatIsShown() {
        Codec codec = Calls.codec("datetime(yyMMdd, at 00:00+00:00)");
        assertThat(Calls.to(codec, "261204")).isEqualTo("2026-12-04T00:00:00+00:00");
        assertThat(Calls.from(codec, "2026-12-04T00:00:00+00:00")).isEqualTo("261204");
        assertThat(Calls.from(codec, "2026-12-04T23:30:00-05:00")).isEqualTo("261204");
        assertThat(codec.isSameIso(Map.of("", "2026-12-04T00:00:00+00:00"), Map.of("", "2026-12-04T10:30:00+00:00")))
                .isFalse();
        assertThat(Calls.exists("datetime(yyMMdd, at noon)")).isFalse();
        assertThat(Calls.exists("datetime(yyMM, at 00:00+00:00)")).isFalse();
    }

    @Test
    void timesComeBack() {
        Codec codec = Calls.codec("time(HHmm, sign, offset)");
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            Codec.Source source = Codec.Source.of(
                    String.format(Locale.ROOT, "%02d%02d", random.nextInt(24), random.nextInt(60)),
                    "+",
                    String.format(Locale.ROOT, "%02d%02d", random.nextInt(14), random.nextInt(60)));
            assertThat(Calls.back(codec, Calls.iso(codec, source))).isEqualTo(source);
        }
    }

    @Test
    void timeKeepsItsFractions() {
        Codec codec = Calls.codec("time(HHmmssSSS, sign, offset)");

        assertThat(Calls.to(codec, "091502250", "-", "0330")).isEqualTo("09:15:02.25-03:30");
        assertThat(Calls.to(codec, "091502000", "+", "0000")).isEqualTo("09:15:02+00:00");
    }

    @Test
    void quotedLettersAreNoZone() {
        Codec codec = Calls.codec("datetime(yyyy-MM-dd'T'HH:mm:ss'Z', UTC)");

        assertThat(Calls.from(codec, "2026-03-01T12:00:00+08:00")).isEqualTo("2026-03-01T04:00:00Z");
        assertThat(Calls.to(codec, "2026-03-01T04:00:00Z")).isEqualTo("2026-03-01T04:00:00+00:00");
    }

    @Test
    void quotedYearsAreNoYears() {
        assertThat(Calls.from(Calls.codec("date('yy'yyyyMMdd'yyyy')"), "2026-03-01"))
                .isEqualTo("yy20260301yyyy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1979-12-31", "2080-01-01", "2090-06-01", "2026-02-29", "2026-3-1", "", "now"})
    void dateThatTwoDigitsCannotSayIsRefused(String iso) {
        assertThat(Calls.from(Calls.codec("date(yyMMdd)"), iso)).isEqualTo("codec.Date");
    }

    @Test
    void instantOfAnotherCenturyIsRefused() {
        Codec codec = Calls.codec("datetime(yyMMddHHmm, +08:00)");

        assertThat(Calls.from(codec, "2079-12-31T23:59:00+08:00")).isEqualTo("7912312359");
        assertThat(Calls.from(codec, "2079-12-31T23:59:00+00:00")).isEqualTo("codec.Date");
    }

    @Test
    void hourThatOccursTwiceIsRefusedTheSecondTime() {
        Codec codec = Calls.codec("datetime(yyyyMMddHHmmss, Europe/Berlin)");

        assertThat(Calls.from(codec, "2026-10-25T02:30:00+02:00")).isEqualTo("20261025023000");
        assertThat(Calls.from(codec, "2026-10-25T02:30:00+01:00")).isEqualTo("codec.Date");
    }

    @Test
    void offsetWithSecondsIsRefused() {
        assertThat(Calls.to(Calls.codec("datetime(yyyyMMddHHmmss, Asia/Shanghai)"), "18900101000000"))
                .isEqualTo("codec.Date");
    }

    @Test
    void secondsThatThePatternHasNotAreALoss() {
        Codec codec = Calls.codec("datetime(yyyyMMddHHmm, +08:00)");

        assertThat(Calls.from(codec, "2026-03-01T12:00:59.5+08:00")).isEqualTo("202603011200");
        assertThat(codec.isSameIso(Map.of("", "2026-03-01T12:00:59.5+08:00"), Calls.iso(codec, "202603011200")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T24:00:00+08:00, 20270101000000",
        "2026-12-31T24:00:00.000, 20270101000000",
        "2024-02-28T24:00:00Z, 20240229080000",
        "2026-12-31T24:00:01, codec.Date",
        "2026-12-31T24:01:00, codec.Date",
        "2026-04-31T24:00:00, codec.Date",
        "2026-04-30T00:00:00[Asia/Shanghai], codec.Date",
        "2026-04-30, codec.Date"
    })
    void endOfTheDayIsTheStartOfTheNext(String iso, String text) {
        assertThat(Calls.from(Calls.codec("datetime(yyyyMMddHHmmss, +08:00)"), iso))
                .isEqualTo(text);
    }

    @Test
    void timesFromIso() {
        Codec codec = Calls.codec("time(HHmm, sign, offset)");

        assertThat(Calls.back(codec, Map.of("", " 24:00:00+01:00\n"))).isEqualTo(Codec.Source.of("0000", "+", "0100"));
        assertThat(Calls.from(codec, "12:00:00")).isEqualTo("codec.Date");
        assertThat(codec.isSameIso(Map.of("", "12:00:00Z"), Map.of("", "12:00:00+00:00")))
                .isTrue();
        assertThat(codec.isSameIso(Map.of("", "noon"), Map.of("", "12:00:00+00:00")))
                .isFalse();
    }

    @Test
    void datesFromIsoMayHaveOffsetsAndBlanks() {
        Codec codec = Calls.codec("date(yyyyMMdd)");

        assertThat(Calls.from(codec, "\t2026-03-01+08:00\r\n")).isEqualTo("20260301");
        assertThat(Calls.from(codec, "2026-03-01Z")).isEqualTo("20260301");
        assertThat(codec.isSameIso(Map.of("", " 2026-03-01 "), Map.of("", "2026-03-01")))
                .isTrue();
        assertThat(codec.isSameIso(Map.of("", "2026-03-01Z"), Map.of("", "2026-03-01")))
                .isFalse();
    }

    @Test
    void blanksAroundAnInstantDoNotCount() {
        Codec codec = Calls.codec("datetime(yyyyMMddHHmmss, +08:00)");

        assertThat(Calls.from(codec, "\n 2026-03-01T00:00:00Z ")).isEqualTo("20260301080000");
        assertThat(codec.isSameIso(Map.of("", " 2026-03-01T00:00:00Z"), Calls.iso(codec, "20260301080000")))
                .isTrue();
        assertThat(codec.isSameIso(Map.of("", "never"), Map.of())).isFalse();
    }

    @Test
    void offsetOfItsOwnIsNeeded() {
        Codec codec = Calls.codec("datetime(yyyyMMddHHmmssXXX)");

        assertThat(Calls.from(codec, "2026-03-01T00:00:00")).isEqualTo("codec.Date");
        assertThat(Calls.from(codec, "2026-03-01T00:00:00-03:30")).isEqualTo("20260301000000-03:30");
        assertThat(Calls.to(codec, "20260301000000" + ZoneOffset.UTC)).isEqualTo("2026-03-01T00:00:00+00:00");
    }

    @Test
    void whatIsNoDateIsRefused() {
        assertThat(Calls.to(Calls.codec("date(yyMMdd)"), "260230")).isEqualTo("codec.Date");
        assertThat(Calls.to(Calls.codec("date(yyyyMMdd)"), "")).isEqualTo("codec.Date");
        assertThat(Calls.to(Calls.codec("datetime(yyyyMMddHHmmss, +08:00)"), "20260230000000"))
                .isEqualTo("codec.Date");
        assertThat(Calls.to(Calls.codec("time(HHmm, s, o)"), "1200", "", "")).isEqualTo("codec.Date");
        assertThat(Calls.to(Calls.codec("time(HHmm, s, o)"), "2400", "+", "0000"))
                .isEqualTo("codec.Date");
    }

    @Test
    void aMonthAndDayTakeTheNearestYear() {
        Codec codec = Calls.codec("monthday(near)");
        assertThat(Calls.to(codec, "1231", "270101")).isEqualTo("2026-12-31");
        assertThat(Calls.to(codec, "0101", "261231")).isEqualTo("2027-01-01");
        assertThat(Calls.to(codec, "0229", "270301")).isEqualTo("2028-02-29");
        assertThat(Calls.to(codec, "0229", "220301")).isEqualTo("codec.Date");
        assertThat(Calls.to(codec, "1301", "270101")).isEqualTo("codec.Date");
        assertThat(Calls.from(codec, "2026-12-31")).isEqualTo("1231");
    }

    @Test
    void timeAndOffsetMayStandInFieldsOfTheirOwn() {
        Codec codec = Calls.codec("datetime(yyMMdd, time, sign, offset)");
        assertThat(Calls.to(codec, "261204", "0915", "+", "0100")).isEqualTo("2026-12-04T09:15:00+01:00");
        assertThat(Calls.back(codec, Map.of("", "2026-12-04T09:15:00Z")))
                .isEqualTo(Codec.Source.of("261204", "0915", "+", "0000"));
        assertThat(Calls.to(codec, "261204", "2515", "+", "0100")).isEqualTo("codec.Date");
    }

    @Test
    void aTimeMayStandOnADayThatMeansNone() {
        Codec codec = Calls.codec("time(HHmm, sign, offset, on 0001-01-01)");
        assertThat(Calls.to(codec, "0915", "+", "0100")).isEqualTo("0001-01-01T09:15:00+01:00");
        assertThat(Calls.from(codec, "0001-01-01T09:15:00+01:00")).isEqualTo("0915");
        assertThat(Calls.from(codec, "2026-12-04T09:15:00+01:00")).isEqualTo("0915");
        assertThat(codec.isSameIso(Map.of("", "2026-12-04T09:15:00+01:00"), Map.of("", "0001-01-01T09:15:00+01:00")))
                .isFalse();
    }

    @Test
    void aReferenceIsMarkedWhenItIsCut() {
        Codec codec = Calls.codec("reference(16)");
        assertThat(Calls.from(codec, "INVOICE-2026-0004471")).isEqualTo("INVOICE-2026-00+");
        assertThat(Calls.from(codec, "INVOICE-2026-044")).isEqualTo("INVOICE-2026-044");
        assertThat(Calls.from(codec, "A//B")).isEqualTo("NOTPROVIDED");
        assertThat(Calls.from(codec, "/A")).isEqualTo("NOTPROVIDED");
        assertThat(Calls.exists("reference(5)")).isFalse();
    }
}
