package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What is known of a message while it is written: its text so far, which value went where, and what is wrong. */
final class Draft {

    private final StringBuilder text = new StringBuilder(512);
    private final List<Written> written = new ArrayList<>(0);
    private final Map<String, Tree> values = new HashMap<>(0);
    private final List<Finding> findings = new ArrayList<>(0);
    private final boolean full;

    /**
     * Nothing is known yet.
     *
     * @param full whether all that is wrong is to be known, or only whether something is
     */
    Draft(boolean full) {
        this.full = full;
    }

    /** A value of a component that was written. */
    private record Written(FieldPath field, FieldValues.Value value) {}

    /** The text of the message so far, to be continued. */
    StringBuilder text() {
        return text;
    }

    /** Notes that a value of a field was written. */
    void write(FieldPath field, FieldValues.Value value) {
        if (full) {
            written.add(new Written(field, value));
        }
    }

    /** Notes that a value goes to a path in the message. */
    void place(String path, Tree value) {
        values.put(path, value);
    }

    /** Adds a finding whose place is a path in the message. */
    void add(Finding finding) {
        findings.add(finding);
    }

    /** Whether all that is wrong is to be known. */
    boolean isFull() {
        return full;
    }

    int size() {
        return findings.size();
    }

    /** Whether something is wrong at just this path. */
    boolean isFaulty(String path) {
        return findings.stream().anyMatch(finding -> finding.place().path().equals(path));
    }

    /** The fields that something is wrong with. */
    Set<String> faultyFields() {
        return findings.stream()
                .map(finding -> FieldPath.fieldOf(finding.place().path()))
                .collect(Collectors.toSet());
    }

    /** The findings at the places that the values come from, where they come from a document. */
    List<Finding> located() {
        if (findings.isEmpty()) {
            return List.of();
        }
        written.forEach(each ->
                values.putIfAbsent(each.value().path(each.field()), each.value().leaf()));
        return findings.stream().map(this::located).sorted().toList();
    }

    private Finding located(Finding finding) {
        String path = finding.place().path();
        return finding.at(Optional.ofNullable(values.get(path))
                .map(value -> origin(value, path))
                .orElse(Place.of(path)));
    }

    private static Place origin(Tree value, String path) {
        Place own = value.place();
        boolean fromNowhere = own.line() == 0 && own.path().equals(value.pointer());
        return fromNowhere ? Place.of(path) : own;
    }
}
