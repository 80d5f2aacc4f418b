package org.tongwen.rules.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/**
 * Finds names in rules that mean nothing: messages that there are not, elements that no message which the rule is for can have at that
 * place, findings that the validator does not know, and expressions that are no XPath. A misspelt name would make a rule that never speaks.
 */
final class RuleNames {

    /** Checks nothing: for packs that were checked when they were built. */
    static final RuleNames UNCHECKED = new RuleNames(Optional.empty());

    private static final String HEADER = "head.";
    private static final String HEADER_ELEMENT = "AppHdr";

    private final Optional<Catalogue> definitions;
    private final Map<String, MessageElements> elements = new HashMap<>();

    RuleNames(Catalogue definitions) {
        this(Optional.of(definitions));
    }

    private RuleNames(Optional<Catalogue> definitions) {
        this.definitions = definitions;
    }

    /** Finds beginnings of messages that no message has. */
    void messages(Yaml names, List<Finding> findings) {
        definitions.ifPresent(catalogue -> RuleFields.texts(names).stream()
                .filter(name -> catalogue.ids().stream().noneMatch(id -> Rule.covers(name, id)))
                .forEach(name -> findings.add(
                        Finding.error("rules.UnknownMessage", place(names, name), "There is no message " + name)
                                .value(name)
                                .hint(near(name, beginnings(catalogue))))));
    }

    private static Set<String> beginnings(Catalogue catalogue) {
        Set<String> all = new TreeSet<>(catalogue.ids());
        catalogue.ids().forEach(id -> all.add(id.substring(0, Math.min(id.length(), "pacs.008".length()))));
        return all;
    }

    /** Finds what is wrong with the names in a rule. */
    void check(Rule rule, RuleFields fields, List<Finding> findings) {
        if (definitions.isPresent()) {
            fields.value("for").ifPresent(names -> messages(names, findings));
            new Check(rule, fields, findings).run();
        }
    }

    /** Later versions come first; most rules are written for them. */
    private Stream<String> latestFirst() {
        return definitions.orElseThrow().ids().stream().sorted(Comparator.reverseOrder());
    }

    private MessageElements elements(String id) {
        return elements.computeIfAbsent(
                id,
                key -> MessageElements.of(definitions.orElseThrow().find(key).orElseThrow()));
    }

    /** Where a word stands in a value: in the text that has it, or where the value begins. */
    private static Place place(Yaml value, String word) {
        if (value instanceof Yaml.Items items) {
            return items.items().stream()
                    .filter(item -> RuleFields.text(item).contains(word))
                    .findFirst()
                    .map(item -> place(item, word))
                    .orElse(value.place());
        }
        if (value instanceof Yaml.Text text && text.text().contains(word)) {
            Place start = value.place();
            int column = start.column() + (text.quoted() ? 1 : 0) + text.text().indexOf(word);
            return new Place(start.document(), start.line(), column, start.path());
        }
        return value.place();
    }

    private static String near(String name, Collection<String> known) {
        return Nearest.of(name, known).map(near -> "did you mean " + near + "?").orElse("");
    }

    /** The check of one rule. */
    private final class Check {

        private final Rule rule;
        private final RuleFields fields;
        private final List<Finding> findings;
        private final List<String> messages;

        Check(Rule rule, RuleFields fields, List<Finding> findings) {
            this.rule = rule;
            this.fields = fields;
            this.findings = findings;
            this.messages = latestFirst().filter(rule::isFor).toList();
        }

        void run() {
            Then then = rule.then();
            if (!messages.isEmpty()) {
                elements();
                rule.question().when().ifPresent(when -> paths("when", when));
                if (then instanceof Then.Holds holds) {
                    paths("then", holds.condition());
                } else if (then instanceof Then.Table table) {
                    table.rows().stream().flatMap(row -> row.all().stream()).forEach(one -> paths("table", one));
                } else if (then instanceof Then.Demanded demanded) {
                    demanded.elements().forEach(name -> path("demand", step(name)));
                }
                rule.question().at().forEach(path -> path("at", path));
            }
            if (then instanceof Then.XPath xpath) {
                XPathMessage.mistake(xpath.expression())
                        .ifPresent(mistake -> found("rules.XPath", "xpath", "", "No XPath: " + mistake, ""));
            } else if (then instanceof Then.BuiltIn builtIn) {
                validatorIds("built-in", builtIn.ids());
            }
            validatorIds("told-by", rule.advice().toldBy());
        }

        private static Path step(String name) {
            return new Path(false, List.of(new Path.Step(name, Optional.empty())), Optional.empty());
        }

        private void validatorIds(String key, List<String> ids) {
            ids.stream()
                    .filter(id -> ValidatorFinding.find(id).isEmpty())
                    .forEach(id -> found(
                            "rules.UnknownFinding",
                            key,
                            id,
                            "The validator has no finding " + id,
                            near(id, ValidatorFinding.ids())));
        }

        /** The elements that the rule is asked of. */
        private void elements() {
            String key = fields.value("each").isPresent() ? "each" : "forbid";
            for (Ending ending : rule.question().anywhere()) {
                if (messages.stream()
                        .allMatch(id -> RuleNames.this.elements(id).at(ending).isEmpty())) {
                    String name = ending.names().stream()
                            .filter(one -> messages.stream()
                                    .noneMatch(id ->
                                            RuleNames.this.elements(id).names().contains(one)))
                            .findFirst()
                            .orElse(ending.last());
                    Set<String> known = new TreeSet<>();
                    messages.stream()
                            .limit(1)
                            .forEach(id ->
                                    known.addAll(RuleNames.this.elements(id).names()));
                    unknown(key, new MessageElements.Unknown(name, known), ending.toString());
                }
            }
            rule.question().each().forEach(path -> whole(key, path));
        }

        private void paths(String key, Condition condition) {
            condition.paths().forEach(path -> path(key, path));
        }

        private void path(String key, Path path) {
            if (path.fromRoot() || rule.question().isWhole()) {
                whole(key, path);
            } else if (!rule.question().anywhere().isEmpty()) {
                report(key, path, messages, message -> unknown(message, path));
            } else {
                rule.question().each().forEach(each -> whole(key, path.below(each)));
            }
        }

        /** Empty also where the message has none of the elements that the rule is asked of, so that another one has to tell. */
        private Optional<Optional<MessageElements.Unknown>> unknown(MessageElements message, Path path) {
            List<MessageElements.Spot> from = rule.question().anywhere().stream()
                    .flatMap(ending -> message.at(ending).stream())
                    .toList();
            return from.isEmpty() ? Optional.empty() : Optional.of(message.unknown(from, path));
        }

        private void whole(String key, Path path) {
            boolean header =
                    !path.steps().isEmpty() && path.steps().get(0).name().equals(HEADER_ELEMENT);
            boolean ofHeader = messages.stream().allMatch(id -> id.startsWith(HEADER));
            List<String> candidates = header || ofHeader
                    ? latestFirst()
                            .filter(id -> !header || id.startsWith(HEADER))
                            .toList()
                    : messages;
            report(key, path, candidates, message -> Optional.of(message.unknownOfWhole(path)));
        }

        /** Says what is unknown unless the path leads somewhere in one of the messages; the message that knows most of it tells. */
        private void report(
                String key,
                Path path,
                List<String> candidates,
                Function<MessageElements, Optional<Optional<MessageElements.Unknown>>> look) {
            List<MessageElements.Unknown> unknown = new ArrayList<>();
            for (String id : candidates) {
                Optional<Optional<MessageElements.Unknown>> answer = look.apply(RuleNames.this.elements(id));
                if (answer.isPresent() && answer.get().isEmpty()) {
                    return;
                }
                answer.ifPresent(one -> unknown.add(one.orElseThrow()));
            }
            Stream.concat(
                            unknown.stream()
                                    .filter(one ->
                                            !near(one.name(), one.known()).isEmpty()),
                            unknown.stream())
                    .findFirst()
                    .ifPresent(one -> unknown(key, one, path.toString()));
        }

        private void unknown(String key, MessageElements.Unknown unknown, String path) {
            String where = rule.scope().isEmpty() ? "any message" : String.join(", ", rule.scope());
            found(
                    "rules.UnknownElement",
                    key,
                    unknown.name(),
                    "There is no " + unknown.name() + " at " + path + " in " + where,
                    near(unknown.name(), unknown.known()));
        }

        private void found(String id, String key, String word, String message, String hint) {
            Place place = fields.value(key).map(value -> place(value, word)).orElse(fields.place());
            findings.add(Finding.error(id, place, message).hint(hint));
        }
    }
}
