package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Tree;

/** Writes a block of fields in braces: the user header and the trailers. A block without fields is not written. */
final class TagBlockWriter {

    private final Layout envelope;
    private final String block;
    private final Draft draft;

    TagBlockWriter(Layout envelope, String block, Draft draft) {
        this.envelope = envelope;
        this.block = block;
        this.draft = draft;
    }

    String write(Tree fields) {
        String text = names(fields)
                .flatMap(name -> fields.field(name).map(value -> field(MtNames.tag(name), value)).stream())
                .collect(Collectors.joining());
        return text.isEmpty() ? "" : "{" + block + ":" + text + "}";
    }

    /** The user header has an order; trailers stay as they stand. */
    private Stream<String> names(Tree fields) {
        List<String> names = new ArrayList<>();
        if (block.equals("3")) {
            envelope.beginning("3:")
                    .forEach(rule -> names.add(MtNames.field(rule.tag().substring(2))));
        }
        return Stream.concat(names.stream(), fields.fields().keySet().stream())
                .filter(fields.fields()::containsKey)
                .distinct();
    }

    private String field(String tag, Tree value) {
        FieldPath path = FieldPath.tagged(block + ":" + tag);
        FieldValues values = new FieldValues(value);
        if (values.isEmpty()) {
            return "";
        }
        return MtNames.rule(envelope, block, tag)
                .map(rule ->
                        "{" + tag + ":" + String.join("", new FieldWriter(rule, values, path, draft).write()) + "}")
                .orElse("");
    }
}
