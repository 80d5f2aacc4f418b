package org.tongwen.xsd.finding;

import java.util.List;

/**
 * Shows the line of a document that a finding speaks of, with a mark under the place:
 *
 * <pre>
 *     12 |     ChrgBr: fee_mode as cod(charges)
 *        |                         ^
 * </pre>
 */
public final class FindingExcerpt {

    /** Of a longer line only what lies around the place is shown. */
    private static final int WIDTH = 120;

    private static final String MARGIN = "    ";
    private static final String WIDE = "\u3000";

    private FindingExcerpt() {}

    /** The two lines, each ended by a line feed; empty when the place has no line or the document no such line. */
    public static String of(Place place, String document) {
        List<String> lines =
                document.lines().skip(Math.max(0, place.line() - 1)).limit(1).toList();
        if (place.line() == 0 || lines.isEmpty() || lines.get(0).isBlank()) {
            return "";
        }
        int[] line = lines.get(0).codePoints().toArray();
        int column = Math.min(place.column(), line.length + 1) - 1;
        int from = column < WIDTH ? 0 : column - WIDTH / 2;
        int length = Math.min(line.length - from, WIDTH);
        String number = Integer.toString(place.line());
        String blank = " ".repeat(number.length());
        String shown =
                MARGIN + number + " | " + VisibleText.of(new String(line, from, length).replace('\t', ' ')) + "\n";
        return column < 0 ? shown : shown + MARGIN + blank + " | " + under(line, from, column) + "^\n";
    }

    /** As wide as what stands before the place; Chinese characters take the room of two. */
    private static String under(int[] line, int from, int column) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < column; i++) {
            text.append(isWide(line[i]) ? WIDE : " ".repeat(width(line[i])));
        }
        return text.toString();
    }

    private static int width(int character) {
        String shown = VisibleText.of(Character.toString(character));
        return character == '\t' ? 1 : shown.codePointCount(0, shown.length());
    }

    private static boolean isWide(int character) {
        boolean full = character >= 0xFF01 && character <= 0xFF60 || character >= 0x3000 && character <= 0x303F;
        return full || Character.isIdeographic(character) || character >= 0xAC00 && character <= 0xD7A3;
    }
}
