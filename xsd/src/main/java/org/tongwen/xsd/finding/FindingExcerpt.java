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

    /** As wide as what stands before the place; a wide blank stands below a wide character, which fonts do not always make twice as wide. */
    private static String under(int[] line, int from, int column) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < column; i++) {
            String shown = line[i] == '\t' ? " " : VisibleText.of(Character.toString(line[i]));
            boolean wide = shown.codePointCount(0, shown.length()) == 1 && VisibleText.width(shown) == 2;
            text.append(wide ? WIDE : " ".repeat(VisibleText.width(shown)));
        }
        return text.toString();
    }
}
