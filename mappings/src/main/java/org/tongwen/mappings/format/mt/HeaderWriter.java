package org.tongwen.mappings.format.mt;

import java.util.List;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Writes blocks 1 and 2. What the sending interface numbers itself may be absent and is then written as zeros. */
final class HeaderWriter {

    private final Layout envelope;
    private final FieldValues values;
    private final String direction;
    private final Draft draft;

    HeaderWriter(Layout envelope, String type, Tree header, Draft draft) {
        this.envelope = envelope;
        this.values = new FieldValues(header);
        this.draft = draft;
        values.otherwise("application", "F");
        values.otherwise("service", "01");
        values.otherwise("session", "0000");
        values.otherwise("sequence", "000000");
        values.otherwise("direction", "I");
        values.otherwise("type", type);
        this.direction = values.next("direction")
                .filter(value -> value.leaf().value().equals("O"))
                .map(value -> "O")
                .orElse("I");
        if (direction.equals("I")) {
            values.otherwise("priority", "N");
        }
    }

    String write() {
        String text = block("1") + block("2");
        values.rest().forEach(this::noRoom);
        return text;
    }

    private String block(String block) {
        FieldPath path = FieldPath.header(block);
        List<String> lines =
                new FieldWriter(envelope.require(block + direction), values, path, draft).lines("mt.MissingField");
        return "{" + block + ":" + String.join("", lines) + "}";
    }

    private void noRoom(FieldValues.Value value) {
        String path = value.path(FieldPath.header("2"));
        if (draft.faultyFields().isEmpty()) {
            draft.place(path, value.leaf());
            draft.add(Finding.error("mt.Format", Place.of(path), "The header has no room for this value")
                    .value(value.leaf().value()));
        }
    }
}
