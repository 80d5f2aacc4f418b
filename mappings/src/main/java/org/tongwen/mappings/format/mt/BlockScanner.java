package org.tongwen.mappings.format.mt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Finds the blocks of a message, and everything that stands where no block is. */
final class BlockScanner {

    private static final char[] NEEDED = {'1', '2', '4'};
    private static final int OPENING = 3;
    private static final Pattern SLOPPY_TEXT_END = Pattern.compile("\\r?\\n?-?}(?=\\{|\\s*\\z)");

    private final Source source;
    private final String text;
    private final FindingLimit findings;
    private final Blocks blocks = new Blocks();

    BlockScanner(Source source, FindingLimit findings) {
        this.source = source;
        this.text = source.text();
        this.findings = findings;
    }

    /** The blocks by number. Of several with one number the first counts. */
    Blocks scan() {
        int at = 0;
        while (at < text.length() && !findings.isFull()) {
            at = next(at);
        }
        for (char number : NEEDED) {
            if (!blocks.has(number)) {
                Place place = place(text.length(), Character.toString(number));
                findings.add(Block.wrong(place, "Block " + number + " is missing"));
            }
        }
        return blocks;
    }

    private int next(int at) {
        int open = text.indexOf('{', at);
        if (open != at) {
            between(at, open < 0 ? text.length() : open);
        }
        if (open < 0) {
            return text.length();
        }
        return opens(open) ? block(open) : garbled(open);
    }

    /** Whether a brace, a digit or capital letter and a colon stand at an offset. */
    private boolean opens(int at) {
        if (at + OPENING > text.length() || text.charAt(at) != '{' || text.charAt(at + 2) != ':') {
            return false;
        }
        return CharacterSet.C.all(text, at + 1, at + 2);
    }

    /** White space before the first and behind the last block is usual in files; between blocks it is worth a warning. */
    private void between(int start, int end) {
        String stray = text.substring(start, end);
        if (!stray.isBlank()) {
            int from = end - stray.stripLeading().length();
            findings.add(Block.wrong(place(from, ""), "Text stands outside the blocks")
                    .value(stray.strip()));
        } else if (start > 0 && end < text.length()) {
            findings.add(Finding.warning("mt.Block", place(start, ""), "Blanks or line ends stand between blocks"));
        }
    }

    private int garbled(int open) {
        findings.add(Block.wrong(place(open, ""), "A brace opens here, but no block with its number and colon"));
        int next = text.indexOf('{', open + 1);
        return next < 0 ? text.length() : next;
    }

    private int block(int open) {
        char name = text.charAt(open + 1);
        if (name == '1' && blocks.has('4')) {
            findings.add(Block.wrong(place(open, "1"), "A second message begins here")
                    .hint("a document holds one message"));
            return text.length();
        }
        return name == '4' ? textBlock(open, open + OPENING) : bracedBlock(name, open, open + OPENING);
    }

    private int textBlock(int open, int start) {
        int end = endOfText(start);
        if (end >= 0) {
            add('4', open, start, end);
            return end + 2;
        }
        findings.add(Block.wrong(place(open, "4"), "Block 4 is not closed by -} on a line of its own"));
        Matcher sloppy = SLOPPY_TEXT_END.matcher(text);
        boolean found = sloppy.find(start);
        add('4', open, start, found ? sloppy.start() : text.length());
        return found ? sloppy.end() : text.length();
    }

    /** Where a line begins with a hyphen and a closing brace; -1 without one. */
    private int endOfText(int start) {
        int feed = text.indexOf('\n', start);
        while (feed >= 0 && !text.startsWith("-}", feed + 1)) {
            feed = text.indexOf('\n', feed + 1);
        }
        return feed < 0 ? -1 : feed + 1;
    }

    /** A block in which braces come in pairs. One that still stands open where another block begins was never closed. */
    private int bracedBlock(char name, int open, int start) {
        int depth = 1;
        int at = start;
        for (; at < text.length() && depth > 0; at++) {
            char character = text.charAt(at);
            if (character == '}') {
                depth--;
            } else if (character == '{') {
                if (opens(at) && Blocks.isNumber(text.charAt(at + 1))) {
                    break;
                }
                depth++;
            }
        }
        if (depth > 0) {
            findings.add(Block.wrong(place(open, Character.toString(name)), "Block " + name + " is not closed"));
        }
        add(name, open, start, depth > 0 ? at : at - 1);
        return at;
    }

    private void add(char number, int open, int start, int end) {
        String name = String.valueOf(number);
        if (!Blocks.isNumber(number)) {
            findings.add(Block.wrong(place(open, name), "There is no block " + name + " in a message"));
        } else if (blocks.has(number)) {
            findings.add(Block.wrong(place(open, name), "Block " + name + " stands twice"));
        } else {
            if (blocks.hasBehind(number)) {
                String message = "Block " + name + " stands behind a block of higher number";
                findings.add(Block.wrong(place(open, name), message));
            }
            blocks.put(new Block(name, open, start, end));
        }
    }

    private Place place(int offset, String path) {
        return source.place(offset, path);
    }
}
