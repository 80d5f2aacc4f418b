package org.tongwen.mappings.format.mt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a message type, in the order of the message. */
final class Layout {

    private final String type;
    private final Map<String, FieldRule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private final Map<String, List<String>> mandatory;

    Layout(String type, List<FieldRule> rules) {
        this.type = type;
        for (FieldRule rule : rules) {
            this.rules.put(rule.tag(), rule);
            positions.putIfAbsent(rule.field(), positions.size());
        }
        this.mandatory = mandatory(rules);
    }

    /** The layout of that name among the resources beside this class. */
    static Optional<Layout> load(String name) {
        try (InputStream file = Layout.class.getResourceAsStream(name + ".layout")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(
                            new LayoutReader().read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands around the text of every message. */
    static Layout envelope() {
        return load("envelope").orElseThrow();
    }

    String type() {
        return type;
    }

    Collection<FieldRule> rules() {
        return rules.values();
    }

    Optional<FieldRule> rule(String tag) {
        return Optional.ofNullable(rules.get(tag));
    }

    /** The rule of a tag that the layout is known to have. */
    FieldRule require(String tag) {
        return rule(tag).orElseThrow();
    }

    /** The rules whose tags begin like that, in order. */
    List<FieldRule> beginning(String head) {
        return rules().stream().filter(rule -> rule.tag().startsWith(head)).toList();
    }

    /** Where a field stands among the others; options of one field share their position. */
    int position(FieldRule rule) {
        return positions.getOrDefault(rule.field(), -1);
    }

    /** The names of fields that must be there, each with its tags. */
    Map<String, List<String>> mandatory() {
        return mandatory;
    }

    private static Map<String, List<String>> mandatory(List<FieldRule> rules) {
        return rules.stream()
                .filter(rule -> rule.presence() == FieldRule.Presence.MANDATORY)
                .collect(Collectors.groupingBy(
                        FieldRule::field,
                        LinkedHashMap::new,
                        Collectors.mapping(FieldRule::tag, Collectors.toCollection(ArrayList::new))));
    }
}
