package org.tongwen.mappings.format.mt;

import java.util.List;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Writes block 4, its fields in the order of the layout. */
final class BodyWriter {

    private final Layout layout;
    private final Draft draft;
    private final StringBuilder text;

    BodyWriter(Layout layout, Draft draft) {
        this.layout = layout;
        this.draft = draft;
        this.text = draft.text();
    }

    void write(Tree tree) {
        text.append("{4:\r\n");
        sequence(layout.fields(), tree, FieldPath.TEXT);
        text.append("-}");
    }

    /** Writes what a tree has of a sequence, in the order of the sequence. */
    private void sequence(Sequence fields, Tree tree, String path) {
        Tree[] values = new Tree[fields.size()];
        List<Tree> given = tree.children();
        for (int i = 0; i < given.size(); i++) {
            int position = fields.position(given.get(i).label());
            if (position >= 0) {
                values[position] = given.get(i);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                occurrences(fields.entry(i), values[i], path);
            }
        }
    }

    private void occurrences(Entry entry, Tree value, String path) {
        if (!entry.count().repeatable()) {
            write(entry, value, path, 0);
            return;
        }
        List<Tree> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            write(entry, items.get(i), path, i + 1);
        }
    }

    private void write(Entry entry, Tree value, String path, int number) {
        if (entry instanceof Entry.Field field) {
            field(field, value, path, number);
        } else if (entry instanceof Entry.Group group) {
            sequence(group.fields(), value, new FieldPath(path, group.name(), number, ".").path() + "/");
        } else {
            other(value, new FieldPath(path, entry.name(), number, "."));
        }
    }

    private void field(Entry.Field field, Tree value, String path, int number) {
        if (!field.hasOptions()) {
            FieldRule rule = field.options().get(0);
            lines(rule, new FieldValues(rule, value), new FieldPath(path, rule.tag(), number, "."));
            return;
        }
        String letter = value.field(FieldRule.OPTION).map(Tree::value).orElse("");
        for (FieldRule rule : field.options()) {
            if (rule.option().equals(letter)) {
                FieldValues values = new FieldValues(rule, value, FieldRule.OPTION);
                lines(rule, values, new FieldPath(path, rule.tag(), number, "."));
                return;
            }
        }
        noOption(field, value, new FieldPath(path, field.field(), number, "."));
    }

    private void noOption(Entry.Field field, Tree value, FieldPath path) {
        String letters = String.join(
                ", ", field.options().stream().map(FieldRule::option).toList());
        Place place = Place.of(path.of(FieldRule.OPTION));
        draft.place(place.path(), value.field(FieldRule.OPTION).orElse(value));
        draft.add(Finding.error("mt.UnknownField", place, "Field " + field.field() + " has no such option")
                .value(value.field(FieldRule.OPTION).map(Tree::value).orElse(""))
                .hint("its options are " + letters));
    }

    /** A field that the layout does not know has its tag as a value, which must not feign anything else. */
    private void other(Tree value, FieldPath path) {
        String tag = value.field(OtherField.TAG).map(Tree::value).orElse("");
        if (!OtherField.isTag(tag)) {
            Place place = Place.of(path.of(OtherField.TAG));
            draft.place(place.path(), value.field(OtherField.TAG).orElse(value));
            draft.add(Finding.error("mt.Format", place, "A tag has two digits and perhaps a capital letter")
                    .value(tag));
            return;
        }
        FieldRule rule = OtherField.rule(tag);
        lines(rule, new FieldValues(rule, value, OtherField.TAG), path);
    }

    private void lines(FieldRule rule, FieldValues values, FieldPath path) {
        if (values.isEmpty()) {
            return;
        }
        text.append(':').append(rule.tag()).append(':');
        new FieldWriter(rule, values, path, draft).write();
        text.append("\r\n");
    }
}
