package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formatter of Java is the oracle: what is read and written by digits must be what it reads and writes. */
class FixedDigitsTest {

    private static final int TRIALS = 20_000;

    private static final List<String> OFFSETS = List.of(
            "",
            "Z",
            "z",
            "+08:00",
            "-03:30",
            "+18:00",
            "-18:30",
            "+00:00",
            "-00:00",
            "+19:00",
            "+08:60",
            "+0800",
            "+08:00:30");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyyMMdd",
                "yyMMdd",
                "dd.MM.yyyy",
                "dd/MM/yy",
                "yyyyMMddHHmmss",
                "yyMMddHHmm",
                "yyyy-MM-dd HH:mm:ss",
                "ss:mm:HH dd-MM-yy"
            })
    void readsAndWritesAsTheFormatterDoes(String pattern) {
        FixedDigits digits = FixedDigits.of(pattern).orElseThrow();
        DateTimeFormatter formatter = Patterns.formatter(pattern).orElseThrow();
        Random random = new Random(20_261_122);
        for (int i = 0; i < TRIALS; i++) {
            LocalDateTime time = time(random);
            String written = formatter.format(time);
            assertThat(digits.write(time)).contains(written);
            String text = damaged(written, random);
            Optional<LocalDateTime> read = text.length() == digits.length() ? attempt(digits, text) : Optional.empty();
            read.ifPresent(found -> assertThat(found).as(text).isEqualTo(local(formatter.parse(text))));
            assertThat(read.isPresent() || text.length() != digits.length() || !isKnown(formatter, text))
                    .as(text)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyyDDD",
                "yyyyMd",
                "yyyMMdd",
                "uuuuMMdd",
                "yyyyMMddhhmm",
                "yyyyMMdd'T'HHmm",
                "MMdd",
                "yyyyMMddyy"
            })
    void leavesOtherPatternsToTheFormatter(String pattern) {
        assertThat(FixedDigits.of(pattern)).isEmpty();
    }

    @Test
    void leavesYearsWithoutFourDigitsToTheFormatter() {
        FixedDigits digits = FixedDigits.of("yyyyMMdd").orElseThrow();
        assertThat(digits.write(LocalDateTime.of(10_000, 1, 1, 0, 0))).isEmpty();
        assertThat(digits.write(LocalDateTime.of(-1, 1, 1, 0, 0))).isEmpty();
    }

    /** Only the formatter reads fractions of seconds, even if they are nothing. */
    @Test
    void isoTimesWithoutFractionAreReadAsThoseWithOneOfNothing() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < TRIALS; i++) {
            String time =
                    changed(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time(random)), random);
            String offset = OFFSETS.get(random.nextInt(OFFSETS.size()));
            assertThat(iso(time + offset)).as(time + offset).isEqualTo(iso(time + ".0" + offset));
        }
    }

    private static Optional<ZonedDateTime> iso(String text) {
        try {
            return Optional.of(IsoTimes.dateTime(text, Optional.of(ZoneOffset.ofHours(8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        if (random.nextBoolean()) {
            changed.setCharAt(random.nextInt(text.length()), "0123456789 -+T:٣".charAt(random.nextInt(16)));
        }
        return changed.toString();
    }

    private static Optional<LocalDateTime> attempt(FixedDigits digits, String text) {
        try {
            return digits.read(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(DateTimeFormatter formatter, String text) {
        try {
            formatter.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDateTime local(TemporalAccessor parsed) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return LocalDate.from(parsed).atTime(time == null ? LocalTime.MIDNIGHT : time);
    }

    private static LocalDateTime time(Random random) {
        return LocalDateTime.of(1980, 1, 1, 0, 0).plusSeconds((long) (random.nextDouble() * 3_155_760_000L));
    }

    /** The text, or with characters changed, lost or doubled. */
    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(changed(text, random));
        int at = random.nextInt(text.length());
        switch (random.nextInt(5)) {
            case 0 -> damaged.deleteCharAt(at);
            case 1 -> damaged.insert(at, text.charAt(at));
            default -> {}
        }
        return damaged.toString();
    }
}
