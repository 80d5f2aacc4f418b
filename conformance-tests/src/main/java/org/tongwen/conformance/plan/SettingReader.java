package org.tongwen.conformance.plan;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;

/** Reads what the conversations of a plan share. */
final class SettingReader {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Section file;
    private final List<Requirement> requirements;
    private final List<Finding> findings;

    SettingReader(Section file, List<Requirement> requirements, List<Finding> findings) {
        this.file = file;
        this.requirements = requirements;
        this.findings = findings;
    }

    Setting read() {
        boolean signed = file.optional("signatures")
                .flatMap(word -> file.word(word, List.of("required", "none"), each -> each))
                .filter("required"::equals)
                .isPresent();
        Map<String, Map<String, String>> parties = new LinkedHashMap<>();
        file.entries("parties").forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Fields fields) {
                parties.put(name, texts(fields.entries()));
            } else {
                wrong("conformance" + Section.WRONG_KIND, entry, "a party holds keys and values, such as its bic");
            }
        });
        return new Setting(signed, parties, texts(file.entries("data")), always());
    }

    /** How long an answer may take where a step does not say it. */
    Duration within() {
        return file.time("within").orElse(WITHIN);
    }

    private Map<String, String> texts(Map<String, Yaml.Entry> entries) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Text text) {
                texts.put(name, text.text().strip());
            } else {
                wrong("conformance" + Section.WRONG_KIND, entry, name + " must be text");
            }
        });
        return texts;
    }

    private Map<Always, String> always() {
        Map<Always, String> always = new EnumMap<>(Always.class);
        Set<String> ids = requirements.stream().map(Requirement::id).collect(Collectors.toSet());
        file.entries("always").forEach((word, entry) -> {
            Optional<Always> each = Always.of(word);
            if (each.isEmpty()) {
                wrong(
                        "conformance.UnknownKey",
                        entry,
                        "the key is not known here; known are definition, rules, signature, unexpected and problem");
            } else if (entry.value() instanceof Yaml.Text id && ids.contains(id.text())) {
                always.put(each.get(), id.text());
            } else if (entry.value() instanceof Yaml.Text id) {
                findings.add(
                        Finding.error("conformance.UnknownRequirement", id.place(), "the plan has no such requirement")
                                .value(id.text()));
            } else {
                wrong("conformance" + Section.WRONG_KIND, entry, word + " must be the id of a requirement");
            }
        });
        return always;
    }

    private void wrong(String id, Yaml.Entry entry, String message) {
        findings.add(Finding.error(id, entry.keyPlace(), message).value(entry.key()));
    }
}
