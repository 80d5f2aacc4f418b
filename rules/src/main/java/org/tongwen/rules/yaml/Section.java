package org.tongwen.rules.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * Keys and values of one part of a file. Every mistake becomes a finding with its line and column. The ids of findings begin with the family
 * of the file, such as {@code conformance} or {@code config}.
 */
public final class Section {

    /** What follows the family in the id of the finding that something is a text, a list, or keys and values, and must be another of these. */
    public static final String WRONG_KIND = ".WrongKind";

    private final String family;
    private final Yaml.Fields fields;
    private final List<Finding> findings;

    private Section(String family, Yaml.Fields fields, Set<String> keys, List<Finding> findings) {
        this.family = family;
        this.fields = fields;
        this.findings = findings;
        fields.entries().values().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .forEach(entry -> unknown(entry, keys));
    }

    /** Reads a file that holds keys and values; empty, with findings, when it does not. */
    public static Optional<Section> read(
            String family, String name, byte[] file, Set<String> keys, List<Finding> findings) {
        return fields(family, name, file, findings).map(root -> new Section(family, root, keys, findings));
    }

    /** The keys and values of a file, whatever the keys; empty, with findings, when it holds none. */
    public static Optional<Yaml.Fields> fields(String family, String name, byte[] file, List<Finding> findings) {
        Checked<Yaml> yaml = YamlReader.read(name, file);
        findings.addAll(yaml.findings());
        if (yaml.value().isPresent() && !(yaml.value().get() instanceof Yaml.Fields)) {
            findings.add(Finding.error(
                    family + WRONG_KIND, Place.of(1, 1, "").in(name), "the file must hold keys and values"));
        }
        return yaml.value().filter(Yaml.Fields.class::isInstance).map(Yaml.Fields.class::cast);
    }

    /** A part of a file that was read already. */
    public static Section of(String family, Yaml.Fields fields, Set<String> keys, List<Finding> findings) {
        return new Section(family, fields, keys, findings);
    }

    /** Where it begins. */
    public Place place() {
        return fields.place();
    }

    /** Whether there is such a key. */
    public boolean has(String key) {
        return fields.entry(key).isPresent();
    }

    /** A text that must be there. */
    public Optional<Yaml.Text> text(String key) {
        if (!has(key)) {
            report(family + ".MissingKey", place(), "the key " + key + " is missing");
        }
        return optional(key);
    }

    /** A text that may be there. */
    public Optional<Yaml.Text> optional(String key) {
        return value(key).flatMap(piece -> text(key, piece));
    }

    /** A text that may be there, or else this one. */
    public String textOr(String key, String other) {
        return optional(key).map(Yaml.Text::text).orElse(other);
    }

    /** A list of texts, or the one text that stands alone; a key that is not there is an empty list. */
    public List<Yaml.Text> textOrTexts(String key) {
        return value(key).filter(Yaml.Text.class::isInstance).isPresent()
                ? optional(key).stream().toList()
                : texts(key);
    }

    /** A list of texts; a key that is not there is an empty list. */
    public List<Yaml.Text> texts(String key) {
        return items(key).stream().flatMap(item -> text(key, item).stream()).toList();
    }

    /** A list of sections that have these keys; a key that is not there is an empty list. */
    public List<Section> sections(String key, Set<String> keys) {
        return fields(key).stream()
                .map(each -> new Section(family, each, keys, findings))
                .toList();
    }

    /** A list whose entries hold keys and values, whatever the keys; a key that is not there is an empty list. */
    public List<Yaml.Fields> fields(String key) {
        List<Yaml.Fields> sections = new ArrayList<>();
        for (Yaml item : items(key)) {
            if (item instanceof Yaml.Fields section) {
                sections.add(section);
            } else {
                report(family + WRONG_KIND, item.place(), "each entry of " + key + " must hold keys and values");
            }
        }
        return sections;
    }

    /** A section of these keys that may be there. */
    public Optional<Section> section(String key, Set<String> keys) {
        return map(key).map(inner -> new Section(family, inner, keys, findings));
    }

    /** The entries of a section whose keys are names that the author chose, in order; none when the key is not there. */
    public Map<String, Yaml.Entry> entries(String key) {
        return map(key).map(Yaml.Fields::entries).orElse(Map.of());
    }

    /** A whole number from 1 up to a greatest one, or else another. */
    public int number(String key, int most, int other) {
        Optional<Yaml.Text> text = optional(key);
        if (text.isEmpty()) {
            return other;
        }
        String digits = text.get().text();
        int number = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > most) {
            findings.add(Finding.error(
                            family + ".WrongValue",
                            text.get().place(),
                            key + " must be a whole number from 1 to " + most)
                    .value(digits));
            return other;
        }
        return number;
    }

    /**
     * What a text that may be there says; a finding when it says nothing of the kind.
     *
     * @param form what the text must be, such as {@code a size such as 10MB}
     * @param parse its meaning; empty when it has none
     */
    public <T> Optional<T> parsed(String key, String form, Function<String, Optional<T>> parse) {
        return optional(key).flatMap(text -> parsed(key, text, form, parse));
    }

    /** What a text says; a finding when it says nothing of the kind. */
    public <T> Optional<T> parsed(String key, Yaml.Text text, String form, Function<String, Optional<T>> parse) {
        Optional<T> meaning = parse.apply(text.text());
        if (meaning.isEmpty()) {
            findings.add(Finding.error(family + ".WrongValue", text.place(), key + " must be " + form)
                    .value(text.text()));
        }
        return meaning;
    }

    /** A length of time such as {@code 10 s} that may be there. */
    public Optional<Duration> time(String key) {
        return optional(key).flatMap(this::time);
    }

    /** The length of time that a text says, such as {@code 9999 ms} or {@code 1.5 min}. */
    public Optional<Duration> time(Yaml.Text text) {
        Optional<Duration> time = Times.parse(text.text());
        if (time.isEmpty()) {
            findings.add(Finding.error(
                            family + ".WrongValue",
                            text.place(),
                            "must be a time with its unit, such as 10 s, 9999 ms, 5 min or 2 d")
                    .value(text.text()));
        }
        return time;
    }

    /** Whether a key says yes; no when it is not there. */
    public boolean yes(String key) {
        return optional(key)
                .flatMap(text -> word(text, List.of("yes", "no"), each -> each))
                .filter("yes"::equals)
                .isPresent();
    }

    /** The one of some values that a text names. */
    public <E> Optional<E> word(Yaml.Text text, List<E> values, Function<E, String> word) {
        Optional<E> found = values.stream()
                .filter(value -> word.apply(value).equals(text.text()))
                .findFirst();
        if (found.isEmpty()) {
            String words = values.stream().map(word).collect(Collectors.joining(" or "));
            findings.add(Finding.error(family + ".WrongValue", text.place(), "must be " + words)
                    .value(text.text()));
        }
        return found;
    }

    /** The one of some values that a text names. */
    public <E> Optional<E> word(Yaml.Text text, E[] values, Function<E, String> word) {
        return word(text, Arrays.asList(values), word);
    }

    /** Finds a mistake. */
    public void report(String id, Place where, String message) {
        findings.add(Finding.error(id, where, message));
    }

    /** Finds a name that is none of those there are. */
    public void unknown(String id, Yaml.Text name, String message, Set<String> known) {
        findings.add(Finding.error(id, name.place(), message + Nearest.hint(name.text(), known))
                .value(name.text()));
    }

    private List<Yaml> items(String key) {
        Optional<Yaml> value = value(key);
        if (value.isPresent() && !(value.get() instanceof Yaml.Items)) {
            report(family + WRONG_KIND, value.get().place(), key + " must be a list");
        }
        return value.filter(Yaml.Items.class::isInstance)
                .map(list -> ((Yaml.Items) list).items())
                .orElse(List.of());
    }

    private Optional<Yaml.Fields> map(String key) {
        Optional<Yaml> value = value(key);
        if (value.isPresent() && !(value.get() instanceof Yaml.Fields)) {
            report(family + WRONG_KIND, value.get().place(), key + " must hold keys and values");
        }
        return value.filter(Yaml.Fields.class::isInstance).map(Yaml.Fields.class::cast);
    }

    private Optional<Yaml.Text> text(String key, Yaml value) {
        if (!(value instanceof Yaml.Text text)) {
            report(family + WRONG_KIND, value.place(), key + " must be text");
            return Optional.empty();
        }
        if (text.text().isBlank()) {
            report(family + ".WrongValue", value.place(), key + " must not be empty");
            return Optional.empty();
        }
        return Optional.of(new Yaml.Text(text.text().strip(), text.quoted(), text.place()));
    }

    /** What stands behind a key, whatever it is. */
    public Optional<Yaml> value(String key) {
        return fields.entry(key).map(Yaml.Entry::value);
    }

    private void unknown(Yaml.Entry entry, Set<String> keys) {
        String known = "known keys: " + String.join(", ", keys.stream().sorted().toList());
        String message = "the key is not known here" + Nearest.hint(entry.key(), keys);
        findings.add(Finding.error(family + ".UnknownKey", entry.keyPlace(), message)
                .value(entry.key())
                .hint(known));
    }
}
