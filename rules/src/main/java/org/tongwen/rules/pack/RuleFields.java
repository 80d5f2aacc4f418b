package org.tongwen.rules.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** The keys and values of a piece of a pack, with findings for what is missing or not known. */
final class RuleFields {

    private final Yaml.Fields fields;
    private final List<Finding> findings;

    private RuleFields(Yaml.Fields fields, List<Finding> findings) {
        this.fields = fields;
        this.findings = findings;
    }

    static Optional<RuleFields> of(Yaml value, List<Finding> findings) {
        if (value instanceof Yaml.Fields fields) {
            return Optional.of(new RuleFields(fields, findings));
        }
        findings.add(Finding.error("rules.Form", value.place(), "Here names with values are expected"));
        return Optional.empty();
    }

    /** Finds keys other than these. */
    void allow(String... keys) {
        List<String> known = List.of(keys);
        fields.entries().values().stream()
                .filter(entry -> !known.contains(entry.key()))
                .forEach(entry -> {
                    String message = "There is no key " + entry.key() + Nearest.hint(entry.key(), known);
                    findings.add(Finding.error("rules.UnknownKey", entry.keyPlace(), message));
                });
    }

    Place place() {
        return fields.place();
    }

    Optional<Yaml> value(String key) {
        return fields.entry(key).map(Yaml.Entry::value);
    }

    Optional<String> text(String key) {
        return fields.text(key).map(String::strip);
    }

    String require(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            findings.add(Finding.error("rules.MissingKey", place(), "The key " + key + " is missing"));
        }
        return text.orElse("");
    }

    /** Texts of a list, or the one text that stands alone. */
    List<String> texts(String key) {
        return value(key).map(RuleFields::texts).orElse(List.of());
    }

    /** The items of a list, or the one value that stands alone. */
    List<Yaml> items(String key) {
        return value(key)
                .map(value -> value instanceof Yaml.Items items ? items.items() : List.of(value))
                .orElse(List.of());
    }

    Map<String, Yaml.Entry> entries(String key) {
        return value(key)
                .filter(Yaml.Fields.class::isInstance)
                .map(map -> ((Yaml.Fields) map).entries())
                .orElse(Map.of());
    }

    /** The texts of a map. */
    Map<String, String> textsByName(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(key).forEach((name, entry) -> texts.put(name, text(entry.value())));
        return texts;
    }

    Optional<LocalDate> date(String key) {
        try {
            return text(key).map(LocalDate::parse);
        } catch (DateTimeException e) {
            findings.add(Finding.error("rules.Form", place(), "The date of " + key + " is none")
                    .hint("2026-11-14"));
            return Optional.empty();
        }
    }

    static List<String> texts(Yaml value) {
        if (value instanceof Yaml.Items items) {
            return items.items().stream().map(RuleFields::text).toList();
        }
        return List.of(text(value));
    }

    static String text(Yaml value) {
        return value instanceof Yaml.Text text ? text.text() : "";
    }
}
