package org.tongwen.mappings.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * A piece of a layout file: words behind keys, asked for one by one. What is wrong with one is a finding, and the caller goes on with a
 * value that does no harm, so that one reading finds all mistakes.
 */
public final class Section {

    private final Yaml.Fields fields;
    private final List<Finding> findings;
    private final Set<String> known = new TreeSet<>();

    Section(Yaml.Fields fields, List<Finding> findings) {
        this.fields = fields;
        this.findings = findings;
    }

    /** Where the piece begins. */
    public Place place() {
        return fields.place();
    }

    /** Where the value behind a key stands, or the piece when there is none. */
    public Place place(String key) {
        return fields.entry(key).map(entry -> entry.value().place()).orElse(place());
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        known.add(key);
        return fields.entry(key).isPresent();
    }

    /** The text behind a key. */
    public Optional<String> text(String key) {
        known.add(key);
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        if (value.isPresent() && !(value.get() instanceof Yaml.Text)) {
            report("layout.Form", value.get().place(), key + " must be text");
        }
        return fields.text(key);
    }

    /** The text behind a key that must be there, and not be empty. */
    public String required(String key) {
        Optional<String> text = text(key).filter(found -> !found.isEmpty());
        boolean missing = text.isEmpty() && (!has(key) || fields.text(key).isPresent());
        if (missing) {
            report("layout.MissingKey", place(key), key + " is missing");
        }
        return text.orElse("");
    }

    /** Whether {@code true} stands behind a key. */
    public boolean flag(String key, boolean otherwise) {
        return oneOf(key, Map.of("true", true, "false", false), otherwise);
    }

    /** What the word behind a key stands for. */
    public <T> T oneOf(String key, Map<String, T> words, T otherwise) {
        Optional<String> text = text(key);
        Optional<T> meant = text.map(words::get);
        if (text.isPresent() && meant.isEmpty()) {
            findings.add(Finding.error("layout.Value", place(key), key + " has no such value")
                    .value(text.get())
                    .hint("allowed: " + String.join(", ", new TreeSet<>(words.keySet()))));
        }
        return meant.orElse(otherwise);
    }

    /** The whole number behind a key. */
    public Optional<Integer> number(String key, int least, int most) {
        Optional<String> text = text(key);
        Optional<Integer> number =
                text.filter(found -> found.matches("[0-9]{1,9}")).map(Integer::valueOf);
        if (text.isPresent()
                && number.filter(found -> found >= least && found <= most).isEmpty()) {
            findings.add(Finding.error(
                            "layout.Value", place(key), key + " must be a whole number from " + least + " to " + most)
                    .value(text.get()));
            return Optional.empty();
        }
        return number;
    }

    /** The texts of a list behind a key. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Yaml item : items(key)) {
            if (item instanceof Yaml.Text text) {
                texts.add(text.text());
            } else {
                report("layout.Form", item.place(), key + " must be a list of texts");
            }
        }
        return texts;
    }

    /** The pieces of a list behind a key. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Yaml item : items(key)) {
            if (item instanceof Yaml.Fields inner) {
                sections.add(new Section(inner, findings));
            } else {
                report("layout.Form", item.place(), "what stands under " + key + " begins with a key, such as name:");
            }
        }
        return sections;
    }

    private List<Yaml> items(String key) {
        known.add(key);
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        if (value.isPresent() && value.get() instanceof Yaml.Items items) {
            return items.items();
        }
        value.ifPresent(other -> report("layout.Form", other.place(), key + " must be a list"));
        return List.of();
    }

    /** Says what is wrong with a value. */
    public void report(String id, Place place, String message) {
        findings.add(Finding.error(id, place, message));
    }

    /** Says which keys nobody asked for: they have no meaning, so they are mistakes. */
    public void end() {
        Stream<Yaml.Entry> unknown = fields.entries().values().stream().filter(entry -> !known.contains(entry.key()));
        unknown.forEach(entry -> findings.add(
                Finding.error("layout.UnknownKey", entry.keyPlace(), "there is no key " + entry.key() + " here")
                        .hint(Nearest.of(entry.key(), known)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("known: " + String.join(", ", known)))));
    }
}
