package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LinesCodecTest {

    private static List<String> lines(int width, String text) {
        return Calls.back(Calls.codec("lines(" + width + ")"), Map.of("", text)).values();
    }

    private static String joined(int width, List<String> lines) {
        return Calls.iso(Calls.codec("lines(" + width + ")"), new Codec.Source(lines, List.of()))
                .getOrDefault("", "");
    }

    @Test
    void blankBehindAFullLineStays() {
        assertThat(lines(5, "ABCDE FG")).containsExactly("ABCDE", " FG");
        assertThat(joined(5, List.of("ABCDE", " FG"))).isEqualTo("ABCDE FG");
    }

    @Test
    void breaksAtABlankThatLeavesAShorterLine() {
        assertThat(lines(6, "AB CDE FG")).containsExactly("AB", "CDE FG");
        assertThat(lines(5, "ABCDEFGHIJK")).containsExactly("ABCDE", "FGHIJ", "K");
        assertThat(lines(5, "")).containsExactly("");
    }

    @Test
    void theFirstLineMayHaveAnotherWidth() {
        Codec codec = Calls.codec("lines(3 5)");
        assertThat(Calls.back(codec, Map.of("", "ABCDEFGHIJ")).values()).containsExactly("ABC", "DEFGH", "IJ");
        assertThat(Calls.iso(codec, new Codec.Source(List.of("ABC", "DE", "F"), List.of())))
                .containsEntry("", "ABCDE F");
    }

    @Test
    void whatTheLinesDoNotHoldIsCutAndMarked() {
        Codec codec = Calls.codec("lines(5 most 2 mark +)");
        assertThat(Calls.back(codec, Map.of("", "ABCDEFGHIJK")).values()).containsExactly("ABCDE", "FGHI+");
        assertThat(Calls.back(codec, Map.of("", "ABCDEFGHIJ")).values()).containsExactly("ABCDE", "FGHIJ");
        assertThat(Calls.exists("lines(5 most 2 mark ABCDE)")).isFalse();
        assertThat(Calls.exists("lines(5 most)")).isFalse();
    }

    @Test
    void aLineBeginsWithNoSignThatFeignsAField() {
        assertThat(lines(8, "AB CD -EFG")).containsExactly("AB", "CD -EFG");
        Codec codec = Calls.codec("lines(4 most 9 mark +)");
        assertThat(Calls.back(codec, Map.of("", "ABCD:EF")).values()).containsExactly("ABC", "D:EF");
        assertThat(Calls.back(codec, Map.of("", "-BC --E")).values()).containsExactly(".BC", " --E");
    }

    @Test
    void neverCutsACharacter() {
        assertThat(lines(3, "AB\uD83D\uDE00CD")).containsExactly("AB\uD83D\uDE00", "CD");
        assertThat(joined(3, List.of("AB\uD83D\uDE00", "CD"))).isEqualTo("AB\uD83D\uDE00CD");
    }

    @Test
    void wordsComeBack() {
        Random random = new Random(3);
        same(random, () -> {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                words.add(characters(random, "ABC\uD83D\uDE00é", 1 + random.nextInt(9)));
            }
            return String.join(" ", words);
        });
    }

    @Test
    void anyTextComesBack() {
        Random random = new Random(4);
        same(random, () -> characters(random, "A  \uD83D\uDE00", random.nextInt(40)));
    }

    private static void same(Random random, Supplier<String> texts) {
        for (int i = 0; i < 2000; i++) {
            int width = 1 + random.nextInt(12);
            String text = texts.get();
            List<String> lines = lines(width, text);
            assertThat(joined(width, lines)).isEqualTo(text);
            assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= width);
        }
    }

    private static String characters(Random random, String alphabet, int length) {
        int[] choice = alphabet.codePoints().toArray();
        return random.ints(length, 0, choice.length)
                .collect(StringBuilder::new, (text, i) -> text.appendCodePoint(choice[i]), StringBuilder::append)
                .toString();
    }
}
