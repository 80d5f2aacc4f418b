package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/**
 * The options of fields. A party is one field to whoever maps it, whichever letter its tag has: {@code _50K} with its components becomes
 * {@code _50a} with the same components and {@code option}, the letter, or {@code none} for a tag without one.
 */
final class FieldOptions {

    private static final String OPTION = "option";
    private static final String NONE = "none";

    /** The rules of each field that has options, by the field's name. */
    private final Map<String, List<FieldRule>> fields = new LinkedHashMap<>();

    FieldOptions(Layout layout) {
        layout.rules().stream()
                .filter(rule -> !rule.field().equals(rule.tag()))
                .forEach(rule -> fields.computeIfAbsent(MtNames.field(rule.field()), key -> new ArrayList<>())
                        .add(rule));
    }

    private static String letter(FieldRule rule) {
        String number = rule.field().replaceAll("[a-z]$", "");
        String letter = rule.tag().substring(number.length());
        return letter.isEmpty() ? NONE : letter;
    }

    private Optional<String> fieldOf(String name) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().stream()
                        .anyMatch(rule -> MtNames.field(rule.tag()).equals(name)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The message with one field for all options. */
    Tree gather(Tree message) {
        Tree gathered = Tree.object(message.place());
        new LinkedHashMap<>(message.fields()).forEach((name, value) -> {
            Optional<String> field = fieldOf(name);
            if (field.isEmpty()) {
                gathered.put(name, value);
            } else {
                gathered.put(field.get(), gathered(field.get(), name, value));
            }
        });
        return gathered;
    }

    private Tree gathered(String field, String name, Tree value) {
        Tree object = Tree.object(value.place());
        fields.getOrDefault(field, List.of()).stream()
                .filter(rule -> MtNames.field(rule.tag()).equals(name))
                .forEach(rule -> object.put(OPTION, Tree.text(letter(rule), value.place())));
        new LinkedHashMap<>(value.fields()).forEach(object::put);
        return object;
    }

    /** The message with a field for each tag. */
    Tree spread(Tree message) {
        Tree spread = Tree.object(Place.NOWHERE);
        new LinkedHashMap<>(message.fields()).forEach((name, value) -> {
            if (fields.containsKey(name)) {
                spread.put(tag(name, value), withoutOption(value));
            } else {
                spread.put(name, value);
            }
        });
        return spread;
    }

    /** The tag that the option makes; an option that there is not makes a field that the layout does not know. */
    private static String tag(String name, Tree value) {
        String option = value.field(OPTION).map(Tree::value).orElse("?");
        return name.replaceAll("[a-z]$", "") + (option.equals(NONE) ? "" : option);
    }

    private static Tree withoutOption(Tree value) {
        Tree object = Tree.object(value.place());
        new LinkedHashMap<>(value.fields()).forEach((name, component) -> {
            if (!name.equals(OPTION)) {
                object.put(name, component);
            }
        });
        return object;
    }

    /** The schema with one field for all options: each holds the components of them all. */
    SourceField gather(SourceField schema) {
        Map<String, SourceField> gathered = new LinkedHashMap<>();
        schema.fields().forEach((name, field) -> {
            Optional<String> whole = fieldOf(name);
            gathered.put(
                    whole.orElse(name), whole.map(key -> merged(key, schema)).orElse(field));
        });
        return SourceField.object(schema.required(), gathered);
    }

    private SourceField merged(String field, SourceField schema) {
        List<FieldRule> rules = fields.getOrDefault(field, List.of());
        List<String> letters = rules.stream().map(FieldOptions::letter).toList();
        Map<String, SourceField> components = new LinkedHashMap<>();
        components.put(
                OPTION, new SourceField(Tree.Kind.TEXT, true, OptionalInt.of(4), letters, Map.of(), Optional.empty()));
        List<SourceField> options = rules.stream()
                .flatMap(rule -> schema.field(MtNames.field(rule.tag())).stream())
                .toList();
        options.forEach(option ->
                option.fields().forEach((name, component) -> components.merge(name, component, FieldOptions::merged)));
        boolean required = rules.stream().anyMatch(rule -> rule.presence() == FieldRule.Presence.MANDATORY);
        return SourceField.object(required, components);
    }

    /** What two options say of one component: whatever either allows. */
    private static SourceField merged(SourceField one, SourceField other) {
        Map<String, SourceField> components = new LinkedHashMap<>(one.fields());
        other.fields().forEach((name, component) -> components.merge(name, component, FieldOptions::merged));
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
