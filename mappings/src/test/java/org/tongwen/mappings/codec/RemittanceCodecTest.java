package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemittanceCodecTest {

    private static final Codec CODEC = Calls.codec("remittance(65 most 6 mark +, swift-x)");

    private static Map<String, String> iso(String... lines) {
        return Calls.iso(CODEC, new Codec.Source(List.of(lines), List.of()));
    }

    private static List<String> lines(Map<String, String> iso) {
        return Calls.back(CODEC, iso).values();
    }

    @Test
    void aFullLineGoesOnInTheSameText() {
        String start = "X".repeat(57) + "DE893704";
        assertThat(iso(start, "00440532013000", "NEXT"))
                .containsOnly(Map.entry("Ustrd[1]", start + "00440532013000"), Map.entry("Ustrd[2]", "NEXT"));
    }

    @Test
    void noTextIsLongerThanIsoAllows() {
        String full = "X".repeat(65);
        assertThat(iso(full, full, full)).containsOnly(Map.entry("Ustrd[1]", full + full), Map.entry("Ustrd[2]", full));
    }

    @Test
    void aLineBeginsWithNoSignThatFeignsAField() {
        assertThat(lines(Map.of("Ustrd[1]", "-}", "Ustrd[2]", ":20:X"))).containsExactly("..", ".20:X");
        String text = "X".repeat(65) + ":20:FEIGNED";
        assertThat(lines(Map.of("Ustrd[1]", text)))
                .allSatisfy(line -> assertThat(line)
                        .doesNotStartWith(":")
                        .doesNotStartWith("-")
                        .hasSizeLessThanOrEqualTo(65));
        assertThat(String.join("", lines(Map.of("Ustrd[1]", text)))).isEqualTo(text);
    }

    @Test
    void whatTheLinesDoNotHoldIsCutAndMarked() {
        List<String> lines = lines(Map.of("Ustrd[1]", "A".repeat(140), "Ustrd[2]", "B".repeat(140), "Ustrd[3]", "C"));
        assertThat(lines).hasSize(6).last().isEqualTo("B".repeat(10) + "+");
    }

    @Test
    void lettersOutsideTheSetAreWrittenInIt() {
        assertThat(lines(Map.of("Ustrd[1]", "Köln\nStraße"))).containsExactly("Koln Strasse");
    }

    @Test
    void textWithoutACharacterIsRefused() {
        assertThat(lines(Map.of("Ustrd[1]", " "))).containsExactly("codec.Remittance");
    }

    @Test
    void anyLinesComeBack() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            List<String> lines = new ArrayList<>();
            for (int line = 1 + random.nextInt(6); line > 0; line--) {
                int length = random.nextBoolean() ? 65 : 1 + random.nextInt(65);
                StringBuilder text = new StringBuilder("X");
                while (text.length() < length) {
                    text.append("AB -:".charAt(random.nextInt(5)));
                }
                lines.add(text.toString());
            }
            Map<String, String> iso = Calls.iso(CODEC, new Codec.Source(lines, List.of()));
            assertThat(iso.values()).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(140));
            assertThat(lines(iso))
                    .isEqualTo(lines.stream().map(String::stripTrailing).toList());
        }
    }

    @Test
    void onlySoundFormsAreCodecs() {
        assertThat(Calls.exists("remittance(65, swift-x)")).isFalse();
        assertThat(Calls.exists("remittance(65 most 6 mark +)")).isFalse();
        assertThat(Calls.exists("remittance(65 most 6 mark +, swift-y)")).isFalse();
    }
}
