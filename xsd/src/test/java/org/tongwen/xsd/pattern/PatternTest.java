package org.tongwen.xsd.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a**",
                "a*?",
                "(a",
                "a)",
                "[a",
                "[]",
                "[^]",
                "a{2,1}",
                "a{,2}",
                "a{}",
                "*a",
                "[b-a]",
                "\\q",
                "\\p{Xx}",
                "\\1",
                "(?:a)",
                "a{99999999999}",
                "\\",
                "[\\d-z]"
            })
    void refusesWhatIsNoExpressionOfXmlSchema(String source) {
        assertThatThrownBy(() -> Pattern.of(source)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        assertThatThrownBy(() -> Pattern.of("(".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsOneStepACharacterWhereBacktrackingWouldNotEnd() {
        assertThat(Pattern.of("(a+)+b").match("a".repeat(1_000_000))).isEqualTo(Pattern.Match.NO);
        assertThat(Pattern.of("(.*)*(.*)*x").match("y".repeat(1_000_000))).isEqualTo(Pattern.Match.NO);
    }

    @Test
    void givesUpOnlyWhereTheAutomatonWouldBeTooLarge() {
        Pattern large = Pattern.of("(a+)+b|c{5000}");
        assertThat(large.match("c".repeat(5_000))).isEqualTo(Pattern.Match.YES);
        assertThat(large.match("a".repeat(10_000))).isEqualTo(Pattern.Match.GIVEN_UP);
    }

    @Test
    void readsADotAsTheStandardDoesAndNotAsTheJdkDoes() {
        assertThat(Pattern.of(".").matches("\u2028")).isTrue();
        assertThat(Pattern.of(".").matches("\n")).isFalse();
    }

    @Test
    void drawsValuesOfEveryLengthThatThereIs() {
        Pattern pattern = Pattern.of("(ab){1,5}|中{4}");
        List<Integer> lengths = IntStream.range(0, 500)
                .mapToObj(seed -> pattern.sample(new Random(seed), 3, 9).orElseThrow())
                .peek(value -> assertThat(pattern.matches(value)).as(value).isTrue())
                .map(String::length)
                .distinct()
                .sorted()
                .toList();
        assertThat(lengths).containsExactly(4, 6, 8);
    }

    @Test
    void drawsNothingWhereThereIsNothing() {
        Random random = new Random(1);
        assertThat(Pattern.of("(ab)*").sample(random, 3, 3)).isEmpty();
        assertThat(Pattern.of("[a-[a]]b").sample(random, 0, 9)).isEmpty();
        assertThat(Pattern.of(".{3}").sample(random, 4, 2)).isEmpty();
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        Pattern pattern = Pattern.of("[A-Z]{2,2}[0-9]{2,2}[a-zA-Z0-9]{1,30}");
        assertThat(pattern.sample(new Random(7), 0, 34)).isEqualTo(pattern.sample(new Random(7), 0, 34));
    }

    @Test
    void drawsPlainCharactersWhereItMay() {
        Random random = new Random(3);
        assertThat(Pattern.of("[^a-z]{20}").sample(random, 20, 20).orElseThrow())
                .matches("[0-9A-Z]{20}");
        assertThat(Pattern.of("[一-龥]{3}").sample(random, 0, 9).orElseThrow()).hasSize(3);
    }

    @Test
    @Timeout(60)
    void nothingMayBeRepeatedAnyNumberOfTimes() {
        assertThat(Pattern.of("((){999999999}){999999999}a").matches("a")).isTrue();
        assertThat(Pattern.of("((a{0}){999999999}){999999999}").matches("")).isTrue();
        assertThat(Pattern.of("((a{0}){999999999}){999999999}").matches("a")).isFalse();
        assertThat(Pattern.of("(|a)*").matches("aa")).isTrue();
    }

    @Test
    @Timeout(60)
    void aClassMayListManyCharacters() {
        StringBuilder every = new StringBuilder();
        for (int c = 0x10000; c < 0x30000; c += 2) {
            every.appendCodePoint(c);
        }
        Pattern pattern = Pattern.of("[" + every + "]");
        assertThat(pattern.matches(Character.toString(0x20000))).isTrue();
        assertThat(pattern.matches(Character.toString(0x20001))).isFalse();
    }

    @Test
    void twoPatternsMeetWhenATextMatchesBoth() {
        assertThat(Pattern.of("[0-9]{8}").meets(Pattern.of("[0-9]{4}-[0-9]{2}-[0-9]{2}")))
                .isFalse();
        assertThat(Pattern.of("[A-Z]{3}").meets(Pattern.of("[A-Z]{2}[0-9]?"))).isFalse();
        assertThat(Pattern.of("[A-Z0-9]{3}").meets(Pattern.of("[A-Z]{2}[0-9]?")))
                .isTrue();
        assertThat(Pattern.of("a*").meets(Pattern.of("b*"))).isTrue();
        assertThat(Pattern.of("a+").meets(Pattern.of("b*"))).isFalse();
        assertThat(Pattern.of("[a-z ]+").meets(Pattern.of("[\\s\\S]* [\\s\\S]*")))
                .isTrue();
        assertThat(Pattern.of("[a-z]+").meets(Pattern.of("[\\s\\S]* [\\s\\S]*")))
                .isFalse();
    }

    @Test
    void whatMatchesASampleMeetsItsPattern() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> sources = List.of("[A-Z]{2,4}[0-9]*", "(ab|cd)+e?", "[^x]{3}", "\\d+(\\.\\d{2})?");
        for (String source : sources) {
            for (int i = 0; i < 50; i++) {
                String sample = Pattern.of(source).sample(random, 0, 12).orElseThrow();
                String literal = sample.replaceAll("[^\\p{L}\\p{N}]", "[\\\\s\\\\S]");
                assertThat(Pattern.of(source).meets(Pattern.of(literal)))
                        .as("%s %s", source, sample)
                        .isTrue();
            }
        }
    }
}
