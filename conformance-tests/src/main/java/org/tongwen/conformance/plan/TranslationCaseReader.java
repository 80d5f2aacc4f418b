package org.tongwen.conformance.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;

/** Reads cases that put a document before a translator. */
final class TranslationCaseReader {

    private static final Set<String> KEYS = Set.of(
            "requirement", "title", "translate", "mapping", "given", "document", "result", "free", "losses", "finding");

    private final PlanFolder folder;
    private final List<Finding> findings;

    TranslationCaseReader(PlanFolder folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    Optional<TranslationCase> read(String name, String file, Yaml.Fields fields) {
        Section section = Section.of("conformance", fields, KEYS, findings);
        String title = section.text("title").map(Yaml.Text::text).orElse(name);
        Optional<String> direction = section.text("translate")
                .flatMap(word -> section.word(word, List.of("to-iso", "from-iso"), each -> each));
        Optional<String> mapping = section.text("mapping").map(Yaml.Text::text);
        Map<String, String> given = new LinkedHashMap<>();
        section.entries("given").forEach((key, entry) -> {
            if (entry.value() instanceof Yaml.Text text) {
                given.put(key, text.text());
            } else {
                section.report("conformance.WrongKind", entry.value().place(), "a given value must be text");
            }
        });
        Optional<byte[]> document = section.text("document").flatMap(beside -> bytes(file, beside));
        Optional<TranslationCase.Result> result = section.text("result").flatMap(word -> result(file, word, section));
        List<String> free = section.texts("free").stream().map(Yaml.Text::text).toList();
        List<String> losses =
                section.texts("losses").stream().map(Yaml.Text::text).toList();
        if (direction.isEmpty() || mapping.isEmpty() || document.isEmpty() || result.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TranslationCase(
                name,
                title,
                section.textOr("requirement", ""),
                direction.get().equals("to-iso"),
                mapping.get(),
                given,
                document.get(),
                result.get(),
                free,
                losses));
    }

    private Optional<TranslationCase.Result> result(String file, Yaml.Text word, Section section) {
        return switch (word.text()) {
            case "refused" ->
                Optional.of(
                        new TranslationCase.Refused(section.optional("finding").map(Yaml.Text::text)));
            case "round-trip" -> Optional.of(new TranslationCase.RoundTrip());
            default -> bytes(file, word).map(TranslationCase.Exactly::new);
        };
    }

    private Optional<byte[]> bytes(String file, Yaml.Text beside) {
        String name = file.substring(0, file.lastIndexOf('/') + 1) + beside.text();
        Optional<byte[]> bytes = folder.bytes(name);
        if (bytes.isEmpty()) {
            findings.add(Finding.error("conformance.MissingFile", beside.place(), "the plan has no such file")
                    .value(name));
        }
        return bytes;
    }
}
