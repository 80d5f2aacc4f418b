package org.tongwen.mappings.format.mt;

import java.util.List;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Writes blocks 1 and 2. What the sending interface numbers itself may be absent and is then written as zeros. */
final class HeaderWriter {

    private final Envelope envelope;
    private final String type;
    private final Tree header;
    private final Draft draft;

    HeaderWriter(Envelope envelope, String type, Tree header, Draft draft) {
        this.envelope = envelope;
        this.type = type;
        this.header = header;
        this.draft = draft;
    }

    void write() {
        boolean output = header.field("direction")
                .filter(value -> value.value().equals("O"))
                .isPresent();
        FieldRule first = envelope.header('1', output);
        FieldRule second = envelope.header('2', output);
        block("1", first);
        block("2", second);
        if (draft.isFull()) {
            unknown(first, second);
        }
    }

    private void unknown(FieldRule first, FieldRule second) {
        List<Tree> values = header.children();
        for (int i = 0; i < values.size(); i++) {
            String name = values.get(i).label();
            if (first.slot(name) < 0 && second.slot(name) < 0) {
                noRoom(values.get(i), name);
            }
        }
    }

    private void block(String block, FieldRule rule) {
        FieldValues values = new FieldValues(rule, header);
        values.otherwise(rule.slot("application"), "F");
        values.otherwise(rule.slot("service"), "01");
        values.otherwise(rule.slot("session"), "0000");
        values.otherwise(rule.slot("sequence"), "000000");
        values.otherwise(rule.slot("direction"), "I");
        values.otherwise(rule.slot("type"), type);
        if (rule.tag().endsWith("I")) {
            values.otherwise(rule.slot("priority"), "N");
        }
        draft.text().append('{').append(block).append(':');
        new FieldWriter(rule, values, FieldPath.header(block), draft).lines("mt.MissingField");
        draft.text().append('}');
        if (draft.isFull()) {
            values.rest(name -> rule.slot(name) >= 0).forEach(value -> noRoom(value.leaf(), value.component()));
        }
    }

    private void noRoom(Tree value, String name) {
        String path = FieldPath.header("2").of(name);
        if (value.isLeaf()
                && value.kind() != Tree.Kind.NULL
                && draft.faultyFields().isEmpty()) {
            draft.place(path, value);
            draft.add(Finding.error("mt.Format", Place.of(path), "The header has no room for this value")
                    .value(value.value()));
        }
    }
}
