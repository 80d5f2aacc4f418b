package org.tongwen.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Place;

/** Names and values that are no message, as conditions see them: what a configuration or a JSON answer says. */
final class TreeSubject implements Subject {

    private final Map<String, List<TreeSubject>> children = new LinkedHashMap<>();
    private final String text;
    private final Subject root;

    private TreeSubject(String text, Subject root) {
        this.text = text;
        this.root = root;
    }

    static TreeSubject text(String text, Subject root) {
        return new TreeSubject(text, root);
    }

    static TreeSubject empty(Subject root) {
        return new TreeSubject("", root);
    }

    static TreeSubject of(Map<String, String> texts, Subject root) {
        TreeSubject tree = empty(root);
        texts.forEach((name, value) -> tree.add(name, text(value, root)));
        return tree;
    }

    /** An object by its fields; the entries of a list bear the list's name. */
    static TreeSubject of(JsonNode json, Subject root) {
        if (json.isValueNode()) {
            return text(json.isNull() ? "" : json.asText(), root);
        }
        TreeSubject tree = empty(root);
        json.properties().forEach(field -> tree.add(field.getKey(), field.getValue()));
        return tree;
    }

    TreeSubject add(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> add(name, of(item, root)));
            return this;
        }
        return add(name, of(value, root));
    }

    TreeSubject add(String name, TreeSubject child) {
        children.computeIfAbsent(name, key -> new ArrayList<>()).add(child);
        return this;
    }

    @Override
    public Subject root() {
        return root;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.empty();
    }

    @Override
    public boolean isThere() {
        return !text.isEmpty()
                || children.values().stream().flatMap(List::stream).anyMatch(TreeSubject::isThere);
    }

    @Override
    public boolean some(String name, Predicate<? super Subject> test) {
        return children.getOrDefault(name, List.of()).stream().anyMatch(test);
    }

    @Override
    public Place place() {
        return Place.NOWHERE;
    }
}
