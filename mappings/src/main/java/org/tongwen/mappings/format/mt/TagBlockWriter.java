package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;

/** Writes a block of fields in braces: the user header and the trailers. A block without fields is not written. */
final class TagBlockWriter {

    private final Envelope envelope;
    private final String block;
    private final Draft draft;

    TagBlockWriter(Envelope envelope, String block, Draft draft) {
        this.envelope = envelope;
        this.block = block;
        this.draft = draft;
    }

    void write(Tree fields) {
        StringBuilder text = draft.text();
        int start = text.length();
        text.append('{').append(block).append(':');
        int empty = text.length();
        ordered(fields).forEach(this::field);
        if (text.length() == empty) {
            text.setLength(start);
        } else {
            text.append('}');
        }
    }

    /** The user header has an order; trailers stay as they stand. */
    private List<Tree> ordered(Tree fields) {
        List<Tree> given = fields.children();
        if (given.size() < 2 || !block.equals("3")) {
            return given;
        }
        List<Tree> ordered = new ArrayList<>();
        envelope.userNames().forEach(name -> fields.field(name).ifPresent(ordered::add));
        given.stream().filter(field -> !ordered.contains(field)).forEach(ordered::add);
        return ordered;
    }

    private void field(Tree value) {
        String tag = MtNames.tag(value.label());
        Optional<Envelope.Braced> known = envelope.braced(block, tag, 0, tag.length());
        if (known.isEmpty()) {
            return;
        }
        FieldRule rule = known.get().rule();
        FieldValues values = new FieldValues(rule, value);
        if (!values.isEmpty()) {
            draft.text().append('{').append(tag).append(':');
            new FieldWriter(rule, values, new FieldPath(block + ":", tag, 0, "."), draft).write();
            draft.text().append('}');
        }
    }
}
