package org.tongwen.mappings.format.mt;

import java.util.List;
import org.tongwen.mappings.tree.Tree;

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
        for (FieldRule rule : layout.rules()) {
            tree.field(MtNames.field(rule.tag())).ifPresent(field -> occurrences(rule, field));
        }
        return text.append("-}").toString();
    }

    private void occurrences(FieldRule rule, Tree field) {
        FieldPath path = FieldPath.field(rule.tag());
        if (!rule.repeatable()) {
            field(rule, field, path);
            return;
        }
        List<Tree> items = field.items();
        for (int i = 0; i < items.size(); i++) {
            field(rule, items.get(i), path.occurrence(i + 1));
        }
    }

    private void field(FieldRule rule, Tree field, FieldPath path) {
        FieldValues values = new FieldValues(field);
        if (values.isEmpty()) {
            return;
        }
        List<String> lines = new FieldWriter(rule, values, path, draft).write();
        String value = String.join("\n", lines).replace("\r", "").replace("\n", LINE_END);
        text.append(':').append(rule.tag()).append(':').append(value).append(LINE_END);
    }
}
