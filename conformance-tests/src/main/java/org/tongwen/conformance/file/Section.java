package org.tongwen.conformance.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Keys and values of one part of a file. Every mistake becomes a finding with its line and column. */
public final class Section {

    private final Yaml.Fields fields;
    private final List<Finding> findings;

    private Section(Yaml.Fields fields, Set<String> keys, List<Finding> findings) {
        this.fields = fields;
        this.findings = findings;
        fields.entries().values().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .forEach(entry -> unknown(entry, keys));
    }

    /** Reads a file that holds keys and values; empty, with findings, when it does not. */
    public static Optional<Section> read(String name, byte[] file, Set<String> keys, List<Finding> findings) {
        Checked<Yaml> yaml = YamlReader.read(name, file);
        findings.addAll(yaml.findings());
        if (yaml.value().isPresent() && !(yaml.value().get() instanceof Yaml.Fields)) {
            findings.add(Finding.error(
                    "conformance.WrongKind", Place.NOWHERE.in(name), "the file must hold keys and values"));
        }
        return yaml.value()
                .filter(Yaml.Fields.class::isInstance)
                .map(root -> new Section((Yaml.Fields) root, keys, findings));
    }

    /** Where it begins. */
    public Place place() {
        return fields.place();
    }

    /** A text that must be there. */
    public Optional<Yaml.Text> text(String key) {
        Optional<Yaml> value = value(key);
        if (value.isEmpty()) {
            report("conformance.MissingKey", place(), "the key " + key + " is missing");
        }
        return value.flatMap(piece -> text(key, piece));
    }

    /** A list of texts; a key that is not there is an empty list. */
    public List<Yaml.Text> texts(String key) {
        return items(key).stream().flatMap(item -> text(key, item).stream()).toList();
    }

    /** A list of sections that have these keys; a key that is not there is an empty list. */
    public List<Section> sections(String key, Set<String> keys) {
        List<Section> sections = new ArrayList<>();
        for (Yaml item : items(key)) {
            if (item instanceof Yaml.Fields section) {
                sections.add(new Section(section, keys, findings));
            } else {
                report("conformance.WrongKind", item.place(), "each entry of " + key + " must hold keys and values");
            }
        }
        return sections;
    }

    private List<Yaml> items(String key) {
        Optional<Yaml> value = value(key);
        if (value.isPresent() && !(value.get() instanceof Yaml.Items)) {
            report("conformance.WrongKind", value.get().place(), key + " must be a list");
        }
        return value.filter(Yaml.Items.class::isInstance)
                .map(list -> ((Yaml.Items) list).items())
                .orElse(List.of());
    }

    private Optional<Yaml.Text> text(String key, Yaml value) {
        if (!(value instanceof Yaml.Text text)) {
            report("conformance.WrongKind", value.place(), key + " must be text");
            return Optional.empty();
        }
        if (text.text().isBlank()) {
            report("conformance.WrongValue", value.place(), key + " must not be empty");
            return Optional.empty();
        }
        return Optional.of(new Yaml.Text(text.text().strip(), text.quoted(), text.place()));
    }

    private Optional<Yaml> value(String key) {
        return fields.entry(key).map(Yaml.Entry::value);
    }

    private void unknown(Yaml.Entry entry, Set<String> keys) {
        String known = "known keys: " + String.join(", ", keys.stream().sorted().toList());
        findings.add(Finding.error("conformance.UnknownKey", entry.keyPlace(), "the key is not known here")
                .value(entry.key())
                .hint(known));
    }

    private void report(String id, Place where, String message) {
        findings.add(Finding.error(id, where, message));
    }
}
