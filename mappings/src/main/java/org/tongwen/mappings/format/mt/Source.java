package org.tongwen.mappings.format.mt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Place;

/** The whole text of the user's file, or the text of one value in it. It finds lines and columns when they are asked for. */
final class Source {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final @Nullable Source whole;
    private final int start;
    private final int fold;
    private final int foldEnd;
    private volatile int[] lineStarts = {};

    /** A part of another text; behind its first {@code fold} characters it goes on at another offset of that text. */
    private Source(String text, @Nullable Source whole, int start, int fold, int foldEnd) {
        this.text = text;
        this.whole = whole;
        this.start = start;
        this.fold = fold;
        this.foldEnd = foldEnd;
    }

    /**
     * Decodes a file. Only ASCII is legal in a message; bytes beyond it are kept as some character outside every SWIFT character set, so
     * that they are found where they stand.
     */
    static Source of(byte[] document) {
        String text = decoded(document);
        return new Source(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, null, 0, 0, 0);
    }

    private static String decoded(byte[] document) {
        for (byte each : document) {
            if (each < 0) {
                return decodedBeyondAscii(document);
            }
        }
        return new String(document, StandardCharsets.ISO_8859_1);
    }

    private static String decodedBeyondAscii(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(document, StandardCharsets.ISO_8859_1);
        }
    }

    String text() {
        return text;
    }

    /** A part of the text with line ends of one character. */
    Source part(int from, int to) {
        return new Source(text.substring(from, to).replace("\r\n", "\n"), this, from, 0, 0);
    }

    /** A part of the text with line ends of one character, the first of them left out. */
    Source unfolded(int from, int foldStart, int foldEnd, int to) {
        String unfolded =
                text.substring(from, foldStart) + text.substring(foldEnd, to).replace("\r\n", "\n");
        return new Source(unfolded, this, from, foldStart - from, foldEnd);
    }

    /** The place of the character at an offset. Lines and columns count from 1, columns in characters. */
    Place place(int offset, String path) {
        Source around = whole;
        if (around != null) {
            boolean behind = fold > 0 && offset >= fold;
            int from = behind ? around.offset(foldEnd, offset - fold) : around.offset(start, offset);
            return around.place(from, path);
        }
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return Place.of(line + 1, text.codePointCount(starts[line], offset) + 1, path);
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known.length == 0) {
            known = IntStream.concat(
                            IntStream.of(0),
                            IntStream.range(0, text.length())
                                    .filter(at -> text.charAt(at) == '\n')
                                    .map(at -> at + 1))
                    .toArray();
            lineStarts = known;
        }
        return known;
    }

    /** The offset so many characters behind another, with line ends of two characters counted as one. */
    private int offset(int from, int characters) {
        int at = from;
        for (int left = characters; left > 0; left--) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }
}
