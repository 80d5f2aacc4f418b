package org.tongwen.mappings.format.mt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The whole text of the user's file, with its lines found. */
final class Source {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final int[] lineStarts;

    private Source(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /**
     * Decodes a file. Only ASCII is legal in a message; bytes beyond it are kept as some character outside every SWIFT character set, so
     * that they are found where they stand.
     */
    static Source of(byte[] document) {
        String text = decoded(document);
        return new Source(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static String decoded(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(document, StandardCharsets.ISO_8859_1);
        }
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    String text() {
        return text;
    }

    Slice slice(int start, int end) {
        int found = Arrays.binarySearch(lineStarts, start);
        int line = found >= 0 ? found : -found - 2;
        return new Slice(text.substring(start, end), line + 1, text.codePointCount(lineStarts[line], start) + 1);
    }

    /** The lines from one offset to another, without their line ends: CR LF or LF. */
    List<Slice> lines(int start, int end) {
        List<Slice> lines = new ArrayList<>();
        int at = start;
        for (int feed = text.indexOf('\n', at); feed >= 0 && feed < end; feed = text.indexOf('\n', at)) {
            lines.add(slice(at, feed > at && text.charAt(feed - 1) == '\r' ? feed - 1 : feed));
            at = feed + 1;
        }
        lines.add(slice(at, end));
        return lines;
    }
}
