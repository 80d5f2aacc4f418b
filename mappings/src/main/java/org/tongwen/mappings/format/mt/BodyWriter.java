package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Writes block 4, its fields in the order of the layout. */
final class BodyWriter {

    private static final String LINE_END = "\r\n";

    private final Layout layout;
    private final Draft draft;
    private final StringBuilder text = new StringBuilder("{4:" + LINE_END);

    BodyWriter(Layout layout, Draft draft) {
        this.layout = layout;
        this.draft = draft;
    }

    String write(Tree tree) {
        sequence(layout.fields(), tree, FieldPath.TEXT);
        return text.append("-}").toString();
    }

    private void sequence(Sequence fields, Tree tree, String path) {
        for (Entry entry : fields.entries()) {
            tree.field(entry.name()).ifPresent(value -> occurrences(entry, value, path));
        }
    }

    private void occurrences(Entry entry, Tree value, String path) {
        if (!entry.count().repeatable()) {
            write(entry, value, path, "");
            return;
        }
        List<Tree> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            write(entry, items.get(i), path, "[" + (i + 1) + "]");
        }
    }

    private void write(Entry entry, Tree value, String path, String number) {
        if (entry instanceof Entry.Group group) {
            sequence(group.fields(), value, path + group.name() + number + "/");
        } else if (entry instanceof Entry.Field field) {
            field(field, value, path, number);
        } else {
            other(value, FieldPath.in(path, entry.name() + number));
        }
    }

    private void field(Entry.Field field, Tree value, String path, String number) {
        if (!field.hasOptions()) {
            FieldRule rule = field.options().get(0);
            lines(rule, new FieldValues(value), FieldPath.in(path, rule.tag() + number));
            return;
        }
        String letter = value.field(FieldRule.OPTION).map(Tree::value).orElse("");
        Optional<FieldRule> rule = field.options().stream()
                .filter(option -> option.option().equals(letter))
                .findFirst();
        rule.ifPresentOrElse(
                option -> lines(
                        option,
                        new FieldValues(value).without(FieldRule.OPTION),
                        FieldPath.in(path, option.tag() + number)),
                () -> noOption(field, value, FieldPath.in(path, field.field() + number)));
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
        lines(OtherField.rule(tag), new FieldValues(value).without(OtherField.TAG), path);
    }

    private void lines(FieldRule rule, FieldValues values, FieldPath path) {
        if (values.isEmpty()) {
            return;
        }
        List<String> lines = new FieldWriter(rule, values, path, draft).write();
        String value = String.join("\n", lines).replace("\r", "").replace("\n", LINE_END);
        text.append(':').append(rule.tag()).append(':').append(value).append(LINE_END);
    }
}
