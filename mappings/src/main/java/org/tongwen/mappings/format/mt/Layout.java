package org.tongwen.mappings.format.mt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a message type, in the order of the message. */
final class Layout {

    private final String type;
    private final Sequence fields;
    private final List<FieldRule> rules = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();

    Layout(String type, Sequence fields) {
        this.type = type;
        this.fields = fields;
        collect(fields);
    }

    private void collect(Sequence sequence) {
        for (Entry entry : sequence.entries()) {
            if (entry instanceof Entry.Field field) {
                rules.addAll(field.options());
            } else if (entry instanceof Entry.Group group) {
                groups.add(group.name());
                collect(group.fields());
            }
        }
    }

    /** The layout of that name among the resources beside this class. */
    static Optional<Layout> load(String name) {
        return resource(name).map(text -> new LayoutReader(resource("common").orElse("")).read(name, text));
    }

    private static Optional<String> resource(String name) {
        try (InputStream file = Layout.class.getResourceAsStream(name + ".layout")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return type;
    }

    Sequence fields() {
        return fields;
    }

    /** The rules of all fields, those in groups too, in order. */
    List<FieldRule> rules() {
        return rules;
    }

    /** The names of all groups. */
    Set<String> groups() {
        return groups;
    }

    /** The rule of a tag outside groups. */
    Optional<FieldRule> rule(String tag) {
        return fields.rule(tag);
    }

    /** The rule of a tag that the layout is known to have. */
    FieldRule require(String tag) {
        return fields.rule(tag).orElseThrow();
    }

    /** The rules whose tags begin like that, in order. */
    List<FieldRule> beginning(String head) {
        return rules.stream().filter(rule -> rule.tag().startsWith(head)).toList();
    }
}
