package org.tongwen.xsd.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

    private static final String CHARACTERS = "ab<é\u007F\u0080\u07FF\u0800中\uD7FF\uE000\uFFFD\uD83D\uDE00";

    @Test
    void encodesAsJavaDoes() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 2_000; i++) {
            Utf8Text encoded = new Utf8Text(random.nextInt(8));
            StringBuilder expected = new StringBuilder();
            for (int parts = random.nextInt(6); parts > 0; parts--) {
                add(text(random), random, encoded, expected);
            }
            assertThat(encoded.bytes()).isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A letter stands between two parts, which are encoded each for itself. */
    private static void add(String text, Random random, Utf8Text encoded, StringBuilder expected) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(text.length() - from + 1);
        encoded.add(text, from, to).add('-').add(text).add('=').add(new byte[] {'+'});
        expected.append(text, from, to).append('-').append(text).append("=+");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
