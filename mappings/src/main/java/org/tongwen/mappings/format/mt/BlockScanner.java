package org.tongwen.mappings.format.mt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Finds the blocks of a message, and everything that stands where no block is. */
final class BlockScanner {

    private static final List<String> NAMES = List.of("1", "2", "3", "4", "5");
    private static final Pattern OPENING = Pattern.compile("\\{([0-9A-Z]):");
    private static final Pattern KNOWN_OPENING = Pattern.compile("\\{[1-5]:");
    private static final Pattern TEXT_END = Pattern.compile("^-}", Pattern.MULTILINE | Pattern.UNIX_LINES);
    private static final Pattern SLOPPY_TEXT_END = Pattern.compile("\\r?\\n?-?}(?=\\{|\\s*\\z)");

    private final Source source;
    private final String text;
    private final FindingLimit findings;
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    BlockScanner(Source source, FindingLimit findings) {
        this.source = source;
        this.text = source.text();
        this.findings = findings;
    }

    /** The blocks by number. Of several with one number the first counts. */
    Map<String, Block> scan() {
        int at = 0;
        while (at < text.length() && !findings.isFull()) {
            at = next(at);
        }
        for (String name : List.of("1", "2", "4")) {
            if (!blocks.containsKey(name)) {
                findings.add(Block.wrong(place(text.length(), name), "Block " + name + " is missing"));
            }
        }
        return blocks;
    }

    private int next(int at) {
        int open = text.indexOf('{', at);
        between(at, open < 0 ? text.length() : open);
        if (open < 0) {
            return text.length();
        }
        Matcher opening = OPENING.matcher(text).region(open, text.length());
        return opening.lookingAt() ? block(open, opening) : garbled(open);
    }

    /** White space before the first and behind the last block is usual in files; between blocks it is worth a warning. */
    private void between(int start, int end) {
        String stray = text.substring(start, end);
        if (!stray.isBlank()) {
            int from = end - stray.stripLeading().length();
            findings.add(Block.wrong(place(from, ""), "Text stands outside the blocks")
                    .value(stray.strip()));
        } else if (!stray.isEmpty() && start > 0 && end < text.length()) {
            findings.add(Finding.warning("mt.Block", place(start, ""), "Blanks or line ends stand between blocks"));
        }
    }

    private int garbled(int open) {
        findings.add(Block.wrong(place(open, ""), "A brace opens here, but no block with its number and colon"));
        int next = text.indexOf('{', open + 1);
        return next < 0 ? text.length() : next;
    }

    private int block(int open, Matcher opening) {
        String name = opening.group(1);
        if (name.equals("1") && blocks.containsKey("4")) {
            findings.add(Block.wrong(place(open, name), "A second message begins here")
                    .hint("a document holds one message"));
            return text.length();
        }
        return name.equals("4") ? textBlock(open, opening.end()) : bracedBlock(name, open, opening.end());
    }

    private int textBlock(int open, int start) {
        Matcher end = TEXT_END.matcher(text).region(start, text.length());
        if (end.find()) {
            add("4", open, start, end.start());
            return end.end();
        }
        findings.add(Block.wrong(place(open, "4"), "Block 4 is not closed by -} on a line of its own"));
        Matcher sloppy = SLOPPY_TEXT_END.matcher(text);
        boolean found = sloppy.find(start);
        add("4", open, start, found ? sloppy.start() : text.length());
        return found ? sloppy.end() : text.length();
    }

    /** A block in which braces come in pairs. One that still stands open where another block begins was never closed. */
    private int bracedBlock(String name, int open, int start) {
        int depth = 1;
        int at = start;
        for (; at < text.length() && depth > 0; at++) {
            if (KNOWN_OPENING.matcher(text).region(at, text.length()).lookingAt()) {
                break;
            }
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
        }
        if (depth > 0) {
            findings.add(Block.wrong(place(open, name), "Block " + name + " is not closed"));
        }
        add(name, open, start, depth > 0 ? at : at - 1);
        return at;
    }

    private void add(String name, int open, int start, int end) {
        Place place = place(open, name);
        if (!NAMES.contains(name)) {
            findings.add(Block.wrong(place, "There is no block " + name + " in a message"));
        } else if (blocks.containsKey(name)) {
            findings.add(Block.wrong(place, "Block " + name + " stands twice"));
        } else {
            order(name, place);
            blocks.put(name, new Block(name, place, start, end));
        }
    }

    private void order(String name, Place place) {
        if (blocks.keySet().stream().anyMatch(before -> before.compareTo(name) > 0)) {
            findings.add(Block.wrong(place, "Block " + name + " stands behind a block of higher number"));
        }
    }

    private Place place(int offset, String path) {
        return source.slice(offset, offset).place(path);
    }
}
