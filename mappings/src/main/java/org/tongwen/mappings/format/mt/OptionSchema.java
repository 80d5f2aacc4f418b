package org.tongwen.mappings.format.mt;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/** The schema of a field with options: one field for them all, which says which option it is and holds the components of each. */
final class OptionSchema {

    private static final int LONGEST = 4;

    private OptionSchema() {}

    static SourceField of(Entry.Field field, boolean required) {
        List<String> letters = field.options().stream().map(FieldRule::option).toList();
        Map<String, SourceField> components = new LinkedHashMap<>();
        components.put(
                FieldRule.OPTION,
                new SourceField(Tree.Kind.TEXT, true, OptionalInt.of(LONGEST), letters, Map.of(), Optional.empty()));
        field.options()
                .forEach(rule -> Schema.field(rule, true)
                        .fields()
                        .forEach((name, component) -> components.merge(name, component, OptionSchema::merged)));
        return SourceField.object(required, components);
    }

    /** What two options say of one component: whatever either allows. */
    private static SourceField merged(SourceField one, SourceField other) {
        Map<String, SourceField> components = new LinkedHashMap<>(one.fields());
        other.fields().forEach((name, component) -> components.merge(name, component, OptionSchema::merged));
        Set<String> values = new LinkedHashSet<>(one.values());
        values.addAll(other.values());
        boolean limited = !one.values().isEmpty() && !other.values().isEmpty();
        OptionalInt longest = one.maxLength().isPresent() && other.maxLength().isPresent()
                ? OptionalInt.of(
                        Math.max(one.maxLength().getAsInt(), other.maxLength().getAsInt()))
                : OptionalInt.empty();
        return new SourceField(
                one.kind(), false, longest, limited ? List.copyOf(values) : List.of(), components, one.items());
    }
}
