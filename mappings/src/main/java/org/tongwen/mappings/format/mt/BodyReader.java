package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
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
    private final FieldSequence sequence;
    private final Tree tree;

    BodyReader(Layout layout, Tree tree, List<Finding> findings) {
        this.layout = layout;
        this.tree = tree;
        this.findings = findings;
        this.sequence = new FieldSequence(layout, findings);
    }

    void read(Source source, Block block) {
        List<Slice> lines = source.lines(block.start(), block.end());
        if (!lines.get(0).text().isEmpty()) {
            Place place = lines.get(0).place("4");
            findings.add(Block.wrong(place, "Block 4 must begin with a line end")
                    .value(lines.get(0).text()));
        }
        fields(withoutEnds(lines)).forEach(this::field);
        sequence.end(block.place());
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
        FieldPath path = FieldPath.field(field.tag());
        Place place = field.start().place(path.path());
        Optional<FieldRule> rule = layout.rule(field.tag());
        if (rule.isEmpty()) {
            String message = "There is no field " + field.tag() + " in an MT" + layout.type();
            findings.add(Finding.error("mt.UnknownField", place, message));
            return;
        }
        boolean keep = sequence.meet(rule.get(), place);
        value(rule.get(), path, field).filter(value -> keep).ifPresent(value -> put(rule.get(), value));
    }

    private Optional<Tree> value(FieldRule rule, FieldPath path, RawField field) {
        FieldPath own = rule.repeatable() ? path.occurrence(occurrences(rule) + 1) : path;
        return new FieldReader(rule, own, findings).read(field.lines());
    }

    private int occurrences(FieldRule rule) {
        return tree.field(MtNames.field(rule.tag()))
                .map(list -> list.items().size())
                .orElse(0);
    }

    private void put(FieldRule rule, Tree value) {
        String name = MtNames.field(rule.tag());
        if (!rule.repeatable()) {
            tree.put(name, value);
            return;
        }
        if (tree.field(name).isEmpty()) {
            Place first = value.place();
            Place place = new Place(
                    "",
                    first.line(),
                    first.column(),
                    FieldPath.field(rule.tag()).path());
            tree.put(name, Tree.list(place));
        }
        tree.field(name).ifPresent(list -> list.add(value));
    }
}
