package org.tongwen.rules.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.xsd.finding.Place;

/** A small document for tests: names with texts or further groups. */
final class Group implements Subject {

    private final String text;
    private final Map<String, List<Group>> children = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private Group parent = this;

    private Group(String text) {
        this.text = text;
    }

    static Group of() {
        return new Group("");
    }

    static Group leaf(String text) {
        return new Group(text);
    }

    Group with(String name, Group child) {
        children.computeIfAbsent(name, key -> new ArrayList<>()).add(child);
        child.parent = this;
        return this;
    }

    Group with(String name, String value) {
        return with(name, leaf(value));
    }

    Group attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    Map<String, List<Group>> children() {
        return children;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public Subject root() {
        return parent == this ? this : parent.root();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public boolean isThere() {
        return !text.isEmpty()
                || children.values().stream().flatMap(List::stream).anyMatch(Group::isThere);
    }

    @Override
    public boolean some(String name, Predicate<? super Subject> test) {
        return name.equals(AROUND)
                ? parent != this && test.test(parent)
                : children.getOrDefault(name, List.of()).stream().anyMatch(test);
    }

    @Override
    public Place place() {
        return Place.NOWHERE;
    }
}
