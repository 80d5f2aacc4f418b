package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads block 4 into the fields of a tree. */
final class BodyReader {

    private static final Pattern TAG = Pattern.compile(":([0-9]{1,3}[A-Za-z]?):");

    /** A field as it stands: its tag with the place of the colon before it, and its lines. */
    record RawField(String tag, Slice start, List<Slice> lines) {}

    private final Layout layout;
    private final List<Finding> findings;
    private final Places places;

    BodyReader(Layout layout, Tree tree, Place start, List<Finding> findings) {
        this.layout = layout;
        this.findings = findings;
        this.places = new Places(layout, tree, start, findings);
    }

    void read(Source source, Block block) {
        List<Slice> lines = source.lines(block.start(), block.end());
        if (!lines.get(0).text().isEmpty()) {
            Place place = lines.get(0).place("4");
            findings.add(Block.wrong(place, "Block 4 must begin with a line end")
                    .value(lines.get(0).text()));
        }
        fields(withoutEnds(lines)).forEach(this::field);
        places.end();
    }

    /** The fields of block 4 as they stand; text before the first one is none. */
    static List<RawField> fields(Source source, Block block) {
        Layout none = new Layout("", new Sequence(List.of()));
        return new BodyReader(none, Tree.object(block.place()), block.place(), new ArrayList<>())
                .fields(withoutEnds(source.lines(block.start(), block.end())));
    }

    /** What stands directly behind the block's opening and the line end before its closing are not of its fields. */
    private static List<Slice> withoutEnds(List<Slice> lines) {
        int start = TAG.matcher(lines.get(0).text()).lookingAt() ? 0 : 1;
        int end = lines.size() - (lines.get(lines.size() - 1).text().isEmpty() ? 1 : 0);
        return lines.subList(start, Math.max(start, end));
    }

    private List<RawField> fields(List<Slice> lines) {
        List<RawField> fields = new ArrayList<>();
        for (Slice line : lines) {
            Matcher tag = TAG.matcher(line.text());
            if (tag.lookingAt()) {
                fields.add(new RawField(tag.group(1), line, new ArrayList<>(List.of(line.from(tag.end())))));
            } else if (fields.isEmpty()) {
                findings.add(Block.wrong(line.place("4"), "Text stands before the first field")
                        .value(line.text()));
            } else {
                more(fields.get(fields.size() - 1), line);
            }
        }
        return fields;
    }

    private void more(RawField field, Slice line) {
        String text = line.text();
        if (text.startsWith(":") || text.startsWith("-")) {
            String message = "A line must not begin with " + (text.startsWith(":") ? "a colon" : "a hyphen");
            findings.add(Finding.error(
                            "mt.Format", line.place(FieldPath.field(field.tag()).path()), message)
                    .value(text));
        }
        field.lines().add(line);
    }

    private void field(RawField field) {
        Place place = field.start().place(FieldPath.field(field.tag()).path());
        if (!places.go(field.tag(), place)) {
            findings.add(unknown(field.tag(), place));
            return;
        }
        Frame frame = places.frame();
        int position = places.position();
        if (frame.sequence().entry(position) instanceof Entry.Rest) {
            FieldPath path = frame.rest(position);
            Tree other = Tree.object(place.path(path.path()))
                    .put(OtherField.TAG, Tree.text(field.tag(), place.path(path.of(OtherField.TAG))));
            new FieldReader(OtherField.rule(field.tag()), path, findings)
                    .read(field.lines(), FieldTree.into(other, path));
            frame.put(position, other);
            return;
        }
        FieldRule rule = frame.sequence().rule(field.tag());
        boolean keep = frame.meet(rule, position, place, findings);
        FieldPath path = frame.path(position, rule.tag());
        value(rule, path, field, place).filter(value -> keep).ifPresent(value -> frame.put(position, value));
    }

    private Optional<Tree> value(FieldRule rule, FieldPath path, RawField field, Place place) {
        FieldTree tree = FieldTree.empty(path);
        if (rule.isOption()) {
            Place option = place.path(path.of(FieldRule.OPTION));
            tree = FieldTree.into(
                    Tree.object(place.path(path.path())).put(FieldRule.OPTION, Tree.text(rule.option(), option)), path);
        }
        return new FieldReader(rule, path, findings).read(field.lines(), tree);
    }

    private Finding unknown(String tag, Place place) {
        String message = "There is no field " + tag + " in an MT" + layout.type();
        Finding finding = Finding.error("mt.UnknownField", place, message);
        String capitals = tag.toUpperCase(Locale.ROOT);
        boolean meant = !capitals.equals(tag)
                && layout.rules().stream().anyMatch(rule -> rule.tag().equals(capitals));
        return meant ? finding.hint("tags have capital letters: " + capitals) : finding;
    }
}
