package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/** What layouts say of the tree: the source schema that mappings are checked against. */
final class Schema {

    /** What cannot be had from anywhere else when a header is written. */
    private static final Set<String> NEEDED = Set.of("sender", "receiver");

    private boolean required;
    private boolean many;
    private boolean anyValue;
    private int longest;
    private final List<String> values = new ArrayList<>();
    private final Map<String, Schema> fields = new LinkedHashMap<>();

    private Schema() {}

    /** The schema of messages of a type. */
    static SourceField of(Layout envelope, Layout layout) {
        Map<String, SourceField> fields = new LinkedHashMap<>();
        fields.put(MtNames.HEADER, header(envelope));
        fields.put(MtNames.USER, SourceField.object(false, tagged(envelope, "3")));
        fields.putAll(entries(layout.fields()));
        fields.put(MtNames.TRAILER, SourceField.object(false, tagged(envelope, "5")));
        return SourceField.object(true, fields);
    }

    private static SourceField header(Layout envelope) {
        Schema header = new Schema();
        Stream.of("1I", "2I", "1O", "2O").map(envelope::require).forEach(header::add);
        header.fields.forEach((name, field) -> field.required = NEEDED.contains(name));
        return header.field(true);
    }

    private static Map<String, SourceField> tagged(Layout envelope, String block) {
        Map<String, SourceField> fields = new LinkedHashMap<>();
        envelope.beginning(block + ":").stream()
                .filter(rule -> !rule.tag().endsWith(":other"))
                .forEach(rule -> fields.put(
                        MtNames.leaf(block, rule.tag().substring(2)),
                        field(rule, rule.count().mandatory())));
        return fields;
    }

    private static Map<String, SourceField> entries(Sequence sequence) {
        Map<String, SourceField> fields = new LinkedHashMap<>();
        sequence.entries().forEach(entry -> fields.put(entry.name(), entry(entry)));
        return fields;
    }

    private static SourceField entry(Entry entry) {
        Entry.Count count = entry.count();
        boolean required = count.mandatory() || count.repeatable();
        SourceField one = one(entry, required);
        return count.repeatable() ? SourceField.list(count.mandatory(), one) : one;
    }

    private static SourceField one(Entry entry, boolean required) {
        if (entry instanceof Entry.Group group) {
            return SourceField.object(required, entries(group.fields()));
        }
        if (entry instanceof Entry.Field field) {
            return field.hasOptions()
                    ? OptionSchema.of(field, required)
                    : field(field.options().get(0), required);
        }
        Map<String, SourceField> other = new LinkedHashMap<>();
        other.put(OtherField.TAG, SourceField.text(true, 3));
        other.putAll(field(OtherField.rule(""), true).fields());
        return SourceField.object(required, other);
    }

    /** What a rule says of the components of its field. */
    static SourceField field(FieldRule rule, boolean required) {
        Schema root = new Schema();
        root.add(rule);
        return root.field(required);
    }

    private void add(FieldRule rule) {
        rule.lines().forEach(line -> add(line.parts(), line.least() > 0));
    }

    private void add(List<Part> parts, boolean needed) {
        parts.forEach(part -> add(part, needed));
    }

    private void add(Part part, boolean needed) {
        if (part instanceof Part.Maybe maybe) {
            add(maybe.parts(), false);
        } else if (part instanceof Part.Choice choice) {
            choice.alternatives().forEach(parts -> add(parts, false));
        } else if (part instanceof Component component) {
            at(component.name()).merge(component, needed);
        }
    }

    private Schema at(String name) {
        Schema at = this;
        for (String step : name.isEmpty() ? new String[0] : name.split("\\.")) {
            at = at.fields.computeIfAbsent(step, key -> new Schema());
        }
        return at;
    }

    private void merge(Component component, boolean needed) {
        required |= needed;
        many |= component.many();
        longest = Math.max(longest, component.notation().longest());
        anyValue |= component.values().isEmpty();
        component.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
    }

    private SourceField field(boolean needed) {
        if (fields.isEmpty()) {
            return many ? SourceField.list(needed, text(true)) : text(needed);
        }
        Map<String, SourceField> inside = new LinkedHashMap<>();
        fields.forEach((name, field) -> inside.put(name, field.field(field.required)));
        return SourceField.object(needed, inside);
    }

    private SourceField text(boolean needed) {
        List<String> allowed = anyValue ? List.of() : values;
        return new SourceField(Tree.Kind.TEXT, needed, OptionalInt.of(longest), allowed, Map.of(), Optional.empty());
    }
}
