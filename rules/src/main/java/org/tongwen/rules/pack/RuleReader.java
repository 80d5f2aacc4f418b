package org.tongwen.rules.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** Reads the rules of one file. */
final class RuleReader {

    private final String prefix;
    private final List<String> scope;
    private final Map<String, Set<String>> lists;
    private final List<Finding> findings;

    RuleReader(String prefix, List<String> scope, Map<String, Set<String>> lists, List<Finding> findings) {
        this.prefix = prefix;
        this.scope = scope;
        this.lists = lists;
        this.findings = findings;
    }

    /** A rule, unless its condition cannot be read. */
    Optional<Rule> read(String id, Yaml.Entry entry) {
        return RuleFields.of(entry.value(), findings).flatMap(fields -> read(id, fields));
    }

    private Optional<Rule> read(String id, RuleFields fields) {
        fields.allow(
                "words",
                "for",
                "each",
                "when",
                "then",
                "at",
                "severity",
                "confidence",
                "codes",
                "translation",
                "hint",
                "iso",
                "note",
                "from",
                "until",
                "good",
                "bad");
        fields.require("then");
        Optional<Condition> then = condition(fields, "then");
        List<String> own = fields.texts("for");
        Confidence confidence = constant(fields, "confidence", Confidence.values(), Confidence.C);
        return then.map(condition -> new Rule(
                prefix + id,
                fields.require("words"),
                own.isEmpty() ? scope : own,
                paths(fields, "each"),
                condition(fields, "when"),
                condition,
                paths(fields, "at"),
                constant(fields, "severity", Severity.values(), confidence.severity()),
                confidence,
                fields.texts("codes"),
                fields.texts("translation"),
                fields.text("hint").orElse(""),
                fields.text("iso").orElse(""),
                fields.text("note").orElse(""),
                date(fields, "from"),
                date(fields, "until"),
                samples(fields)));
    }

    private static List<RuleSample> samples(RuleFields fields) {
        return Stream.concat(
                        fields.texts("good").stream().map(text -> new RuleSample(true, text)),
                        fields.texts("bad").stream().map(text -> new RuleSample(false, text)))
                .toList();
    }

    private Optional<Condition> condition(RuleFields fields, String key) {
        return fields.value(key)
                .filter(Yaml.Text.class::isInstance)
                .flatMap(value -> found(Condition.parse(RuleFields.text(value), lists), value));
    }

    private List<Path> paths(RuleFields fields, String key) {
        List<Path> paths = new ArrayList<>();
        fields.value(key)
                .ifPresent(value -> RuleFields.texts(value)
                        .forEach(text -> found(Condition.parsePath(text), value).ifPresent(paths::add)));
        return paths;
    }

    /** The mistake's column counts from where the text begins; a quote before it counts too. */
    private <T> Optional<T> found(Checked<T> read, Yaml value) {
        Place start = value.place();
        int quote = value instanceof Yaml.Text text && text.quoted() ? 1 : 0;
        read.findings().forEach(finding -> {
            int column = start.column() + quote + finding.place().column() - 1;
            findings.add(finding.at(new Place(start.document(), start.line(), column, start.path())));
        });
        return read.value();
    }

    private <T extends Enum<T>> T constant(RuleFields fields, String key, T[] values, T usual) {
        Optional<String> text = fields.text(key);
        for (T value : values) {
            if (text.filter(value.name()::equalsIgnoreCase).isPresent()) {
                return value;
            }
        }
        text.ifPresent(
                other -> findings.add(Finding.error("rules.Form", fields.place(), "There is no " + key + " " + other)));
        return usual;
    }

    private Optional<LocalDate> date(RuleFields fields, String key) {
        try {
            return fields.text(key).map(LocalDate::parse);
        } catch (DateTimeException e) {
            findings.add(Finding.error("rules.Form", fields.place(), "The date of " + key + " is none")
                    .hint("2026-11-14"));
            return Optional.empty();
        }
    }
}
