package org.tongwen.xsd.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Damages the bytes of a document at one place. What is left may be valid or not: only the two judges can say. */
final class Damage {

    private static final int LONGEST = 20;
    private static final List<byte[]> PIECES = pieces();

    private Damage() {}

    /** Bytes inserted, replaced, left out or repeated. */
    static byte[] of(byte[] xml, Random random) {
        int at = random.nextInt(xml.length);
        int gone = random.nextBoolean() ? 0 : random.nextInt(1 + random.nextInt(LONGEST));
        int end = Math.min(xml.length, at + gone);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(xml, 0, at);
        damaged.writeBytes(inserted(xml, at, random));
        damaged.write(xml, end, xml.length - end);
        return damaged.toByteArray();
    }

    private static byte[] inserted(byte[] xml, int at, Random random) {
        if (random.nextInt(3) > 0) {
            return PIECES.get(random.nextInt(PIECES.size()));
        }
        int back = random.nextInt(1 + Math.min(at, LONGEST));
        return Arrays.copyOfRange(xml, at - back, at);
    }

    /** What XML gives a meaning, characters that it forbids or that names may not have, and bytes that are no UTF-8. */
    private static List<byte[]> pieces() {
        String marks =
                "< > & ]]> <!-- -- --> <? ?> <![CDATA[ \" ' = / &# &#x ; xmlns xmlns: a: &lt; &quot; 0 1 - . Z +";
        String characters = "é 中 \u0378 \uD83D\uDE00 \uFFFE \u0085 \uFEFF \u00B7 \u0000 \u0001 \u007F";
        List<byte[]> pieces = new ArrayList<>();
        for (String piece : (marks + " " + characters).split(" ")) {
            pieces.add(piece.getBytes(StandardCharsets.UTF_8));
        }
        for (String piece : List.of(" ", "\n", "\r", "\t", " xmlns:a=''", " xmlns=''", " a=''")) {
            pieces.add(piece.getBytes(StandardCharsets.UTF_8));
        }
        for (String noUtf8 : "c0af e08081 f0808081 f4908080 f8 80 eda080 ff".split(" ")) {
            pieces.add(HexFormat.of().parseHex(noUtf8));
        }
        return pieces;
    }
}
