package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of the text block as it stands.
 *
 * @param tag such as {@code 32A}
 * @param lines its lines, the first without the tag
 */
record RawField(String tag, List<Line> lines) {

    private static final Pattern TAG = Pattern.compile(":([0-9]{1,3}[A-Za-z]?):");

    /**
     * A line.
     *
     * @param number counted from 1
     * @param column where the text begins, counted from 1
     */
    record Line(String text, int number, int column) {}

    /** The fields of a block; text before the first one is none. */
    static List<RawField> of(Source source, Block block) {
        String text = source.text().substring(block.start(), block.end());
        int number = source.place(block.start(), "").line();
        List<RawField> fields = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            Matcher tag = TAG.matcher(line);
            if (tag.lookingAt()) {
                fields.add(new RawField(tag.group(1), new ArrayList<>()));
                fields.get(fields.size() - 1).lines().add(new Line(line.substring(tag.end()), number, tag.end() + 1));
            } else if (!fields.isEmpty()) {
                fields.get(fields.size() - 1).lines().add(new Line(line, number, 1));
            }
            number++;
        }
        return fields;
    }

    /** The line that it begins in. */
    int line() {
        return lines.get(0).number();
    }
}
