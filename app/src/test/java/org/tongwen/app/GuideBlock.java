package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page in {@code docs}.
 *
 * @param language the word behind the fence, such as {@code yaml}
 * @param note what the HTML comment in the line before says of the block; empty when there is none
 * @param lines what stands in it
 * @param line the number of the fence's line in the page
 */
record GuideBlock(String language, String note, List<String> lines, int line) {

    /** A line that stands for any lines that the page leaves out. */
    static final String ANYTHING = "…";

    private static final Pattern FENCE = Pattern.compile("```(\\w+)");
    private static final Pattern NOTE = Pattern.compile("<!-- (.*) -->");

    static List<GuideBlock> of(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<GuideBlock> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf("```");
                Matcher note = NOTE.matcher(at == 0 ? "" : lines.get(at - 1));
                blocks.add(new GuideBlock(
                        fence.group(1),
                        note.matches() ? note.group(1) : "",
                        List.copyOf(lines.subList(at + 1, end)),
                        at + 1));
                at = end;
            }
        }
        return blocks;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Whether these lines are the block's, where a line {@link #ANYTHING} stands for any lines. */
    static boolean matches(List<String> expected, List<String> actual) {
        if (expected.isEmpty()) {
            return actual.isEmpty();
        }
        List<String> rest = expected.subList(1, expected.size());
        if (!expected.get(0).equals(ANYTHING)) {
            return !actual.isEmpty()
                    && expected.get(0).equals(actual.get(0).stripTrailing())
                    && matches(rest, actual.subList(1, actual.size()));
        }
        for (int skipped = 0; skipped <= actual.size(); skipped++) {
            if (matches(rest, actual.subList(skipped, actual.size()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the block stands in a file: its lines together and in this order, however far the file indents them. */
    boolean standsIn(List<String> file) {
        List<String> rest = file;
        List<String> piece = new ArrayList<>();
        for (String line : lines) {
            if (line.strip().equals(ANYTHING)) {
                rest = behind(piece, rest);
                piece.clear();
            } else {
                piece.add(line);
            }
        }
        return !behind(piece, rest).equals(List.of(ANYTHING));
    }

    /** What follows the piece in the file; when the piece is not in it, nothing that a file could hold. */
    private static List<String> behind(List<String> piece, List<String> file) {
        for (int at = 0; at + piece.size() <= file.size(); at++) {
            if (isAt(piece, file.subList(at, at + piece.size()))) {
                return file.subList(at + piece.size(), file.size());
            }
        }
        return List.of(ANYTHING);
    }

    private static boolean isAt(List<String> piece, List<String> file) {
        if (piece.isEmpty()) {
            return true;
        }
        int shift = indent(file.get(0)) - indent(piece.get(0));
        for (int at = 0; at < piece.size(); at++) {
            String expected = piece.get(at);
            String shifted = expected.isBlank() || shift < 0 ? expected : " ".repeat(shift) + expected;
            if (!file.get(at).stripTrailing().equals(shifted)) {
                return false;
            }
        }
        return true;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
