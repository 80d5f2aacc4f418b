package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Reads block 4 into the fields of a tree. */
final class BodyReader {

    private static final int MOST_DIGITS = 3;

    private final Layout layout;
    private final Source source;
    private final String text;
    private final List<Finding> findings;
    private final Places places;
    private final LineReader reader;
    private final FieldLines lines = new FieldLines();
    private int tagStart;
    private int tagEnd;

    BodyReader(Layout layout, Tree tree, Source source, Block block, LineReader reader, List<Finding> findings) {
        this.layout = layout;
        this.source = source;
        this.text = source.text();
        this.findings = findings;
        this.places = new Places(layout, tree, source, block.open(), findings);
        this.reader = reader;
    }

    void read(Block block) {
        for (int at = block.start(); at <= block.end(); ) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 || feed >= block.end() ? block.end() : feed;
            int lineEnd = end < block.end() && end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            if (at == block.start()) {
                first(at, lineEnd);
            } else if (at < block.end()) {
                line(at, lineEnd);
            }
            at = end + 1;
        }
        field();
        places.end();
    }

    /** What stands directly behind the block's opening is a line of its own, and empty. */
    private void first(int start, int end) {
        if (start < end) {
            findings.add(Block.wrong(source.place(start, "4"), "Block 4 must begin with a line end")
                    .value(text.substring(start, end)));
            if (endOfTag(start, end) > 0) {
                line(start, end);
            }
        }
    }

    private void line(int start, int end) {
        int colon = endOfTag(start, end);
        if (colon > 0) {
            field();
            tagStart = start + 1;
            tagEnd = colon;
            lines.add(colon + 1, end);
        } else if (lines.size() == 0) {
            findings.add(Block.wrong(source.place(start, "4"), "Text stands before the first field")
                    .value(text.substring(start, end)));
        } else {
            more(start, end);
        }
    }

    /** Where the colon behind a tag stands, when a line begins with one; otherwise 0. */
    private int endOfTag(int start, int end) {
        if (start >= end || text.charAt(start) != ':') {
            return 0;
        }
        int digits = CharacterSet.N.run(text, start + 1, Math.min(end, start + 1 + MOST_DIGITS));
        int at = start + 1 + digits;
        if (at < end && isLetter(text.charAt(at))) {
            at++;
        }
        return digits > 0 && at < end && text.charAt(at) == ':' ? at : 0;
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }

    private void more(int start, int end) {
        char first = start < end ? text.charAt(start) : ' ';
        if (first == ':' || first == '-') {
            String message = "A line must not begin with " + (first == ':' ? "a colon" : "a hyphen");
            String path = FieldPath.field(text.substring(tagStart, tagEnd)).path();
            findings.add(Finding.error("mt.Format", source.place(start, path), message)
                    .value(text.substring(start, end)));
        }
        lines.add(start, end);
    }

    /** Reads the field whose lines have been collected. */
    private void field() {
        if (lines.size() == 0) {
            return;
        }
        if (places.go(tagStart, tagEnd)) {
            Entry entry = places.frame().sequence().entry(places.position());
            if (entry instanceof Entry.Rest rest) {
                other(rest);
            } else {
                known((Entry.Field) entry);
            }
        } else {
            findings.add(unknown(text.substring(tagStart, tagEnd)));
        }
        lines.clear();
    }

    private void known(Entry.Field field) {
        Frame frame = places.frame();
        int position = places.position();
        FieldRule rule = field.rule(text, tagStart, tagEnd);
        boolean keep = frame.meet(rule, position, tagStart - 1, findings);
        FieldPlace place = frame.place(position, rule.tag());
        FieldTree tree = rule.isOption()
                ? FieldTree.with(FieldRule.OPTION, rule.option(), place, lines.start())
                : FieldTree.empty(place, lines.start());
        FieldReader.read(rule, source, lines, reader, tree, findings);
        Optional<Tree> root = tree.root();
        if (keep && root.isPresent()) {
            frame.put(position, root.get(), tagStart - 1);
        }
    }

    private void other(Entry.Rest rest) {
        Frame frame = places.frame();
        frame.rest(places.position());
        String tag = text.substring(tagStart, tagEnd);
        FieldPlace place = frame.place(places.position(), rest.name());
        FieldTree tree = FieldTree.with(OtherField.TAG, tag, place, tagStart - 1);
        FieldReader.read(OtherField.rule(tag), source, lines, reader, tree, findings);
        tree.root().ifPresent(root -> frame.put(places.position(), root, tagStart - 1));
    }

    private Finding unknown(String tag) {
        String message = "There is no field " + tag + " in an MT" + layout.type();
        Finding finding = Finding.error(
                "mt.UnknownField",
                source.place(tagStart - 1, FieldPath.field(tag).path()),
                message);
        String capitals = tag.toUpperCase(Locale.ROOT);
        boolean meant = !capitals.equals(tag)
                && layout.rules().stream().anyMatch(rule -> rule.tag().equals(capitals));
        return meant ? finding.hint("tags have capital letters: " + capitals) : finding;
    }
}
