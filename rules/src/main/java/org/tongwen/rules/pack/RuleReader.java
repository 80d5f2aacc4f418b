package org.tongwen.rules.pack;

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

    /** What a rule may demand; each has exactly one of these. */
    private static final List<String> DEMANDS =
            List.of("then", "forbid", "demand", "table", "xpath", "built-in", "message", "not-run");

    private static final List<String> KEYS = Stream.concat(
                    DEMANDS.stream(),
                    Stream.of(
                            "words",
                            "for",
                            "each",
                            "when",
                            "at",
                            "severity",
                            "confidence",
                            "clause",
                            "codes",
                            "translation",
                            "hint",
                            "told-by",
                            "iso",
                            "note",
                            "from",
                            "until",
                            "good",
                            "bad"))
            .toList();

    private static final String OF_RELEASE = "of-release";

    private final String pack;
    private final String prefix;
    private final List<String> scope;
    private final Map<String, Set<String>> lists;
    private final RuleNames names;
    private final List<Finding> findings;

    RuleReader(
            String pack,
            String prefix,
            List<String> scope,
            Map<String, Set<String>> lists,
            RuleNames names,
            List<Finding> findings) {
        this.pack = pack;
        this.prefix = prefix;
        this.scope = scope;
        this.lists = lists;
        this.names = names;
        this.findings = findings;
    }

    /** A rule, unless its condition cannot be read. */
    Optional<Rule> read(String id, Yaml.Entry entry) {
        return RuleFields.of(entry.value(), findings).flatMap(fields -> read(id, fields));
    }

    private Optional<Rule> read(String id, RuleFields fields) {
        fields.allow(KEYS.toArray(new String[0]));
        List<String> own = fields.texts("for");
        Optional<Rule> rule = then(fields)
                .map(then -> new Rule(
                        pack,
                        id,
                        prefix + id,
                        fields.require("words"),
                        own.isEmpty() ? scope : own,
                        question(fields, then),
                        standing(fields),
                        new Advice(
                                fields.texts("codes"),
                                fields.texts("translation"),
                                fields.text("hint").orElse(""),
                                fields.texts("told-by"),
                                fields.text("iso").orElse("")),
                        samples(fields)));
        rule.ifPresent(read -> names.check(read, fields, findings));
        return rule;
    }

    private Question question(RuleFields fields, Then then) {
        List<Path> each = new ArrayList<>();
        List<Ending> anywhere = new ArrayList<>();
        Stream.of("each", "forbid")
                .flatMap(key -> fields.value(key).stream())
                .forEach(value -> RuleFields.texts(value).forEach(text -> {
                    Optional<Ending> ending = Ending.parse(text);
                    ending.ifPresentOrElse(
                            anywhere::add,
                            () -> found(Condition.parsePath(text), value).ifPresent(each::add));
                }));
        return new Question(each, anywhere, condition(fields, "when"), then, paths(fields, "at"));
    }

    private Standing standing(RuleFields fields) {
        Confidence confidence = constant(fields, "confidence", Confidence.values(), Confidence.C);
        return new Standing(
                constant(fields, "severity", Severity.values(), confidence.severity()),
                confidence,
                fields.text("clause").orElse(""),
                fields.text("note").orElse(""),
                fields.date("from"),
                fields.date("until"),
                List.of());
    }

    private Optional<Then> then(RuleFields fields) {
        List<String> given =
                DEMANDS.stream().filter(key -> fields.value(key).isPresent()).toList();
        if (given.size() != 1) {
            String message = given.isEmpty() ? "The key then is missing" : "Only one of these may stand here: " + given;
            findings.add(Finding.error("rules.MissingKey", fields.place(), message)
                    .hint("one of " + String.join(", ", DEMANDS)));
            return Optional.empty();
        }
        return switch (given.get(0)) {
            case "then" -> condition(fields, "then").map(Then.Holds::new);
            case "forbid" -> Optional.of(new Then.Forbidden());
            case "demand" -> Optional.of(new Then.Demanded(fields.texts("demand")));
            case "table" -> Optional.of(new Then.Table(rows(fields)));
            case "xpath" -> Optional.of(new Then.XPath(fields.require("xpath")));
            case "built-in" -> Optional.of(new Then.BuiltIn(fields.texts("built-in")));
            case "message" -> ofRelease(fields);
            default -> Optional.of(new Then.NotRun(fields.require("not-run")));
        };
    }

    private Optional<Then> ofRelease(RuleFields fields) {
        if (fields.text("message").filter(OF_RELEASE::equals).isPresent()) {
            return Optional.of(new Then.OfRelease());
        }
        findings.add(Finding.error(
                "rules.Form", fields.place(), "The one thing to demand of a message is that it is " + OF_RELEASE));
        return Optional.empty();
    }

    private List<Then.Row> rows(RuleFields fields) {
        List<Then.Row> rows = new ArrayList<>();
        fields.items("table")
                .forEach(item -> RuleFields.of(item, findings).ifPresent(row -> {
                    row.allow("words", "all");
                    rows.add(new Then.Row(row.require("words"), conditions(row, "all")));
                }));
        return rows;
    }

    private static List<RuleSample> samples(RuleFields fields) {
        return Stream.concat(samples(fields, true), samples(fields, false)).toList();
    }

    private static Stream<RuleSample> samples(RuleFields fields, boolean good) {
        return fields.items(good ? "good" : "bad").stream()
                .map(item -> new RuleSample(good, RuleFields.text(item), item.place()));
    }

    private Optional<Condition> condition(RuleFields fields, String key) {
        return fields.value(key)
                .filter(Yaml.Text.class::isInstance)
                .flatMap(value -> found(Condition.parse(RuleFields.text(value), lists), value));
    }

    private List<Condition> conditions(RuleFields fields, String key) {
        return fields.items(key).stream()
                .flatMap(value -> found(Condition.parse(RuleFields.text(value), lists), value).stream())
                .toList();
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
}
