package org.tongwen.conformance.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;

/** Reads the steps of a case, and finds every mistake in them: unknown keys, names, paths and messages, and wrong conditions. */
public final class ConversationReader {

    private static final Map<String, Set<String>> KEYS = Map.of(
            "send",
                    Set.of(
                            "send",
                            "template",
                            "like",
                            "again",
                            "remove",
                            "set",
                            "wire",
                            "sign",
                            "content-type",
                            "http",
                            "valid",
                            "times",
                            "setup"),
            "expect", Set.of("expect", "message", "to", "within", "times", "check", "if-nothing-comes", "setup"),
            "expect-nothing", Set.of("expect-nothing", "message", "setup"),
            "trigger", Set.of("trigger", "do", "with", "http", "setup"),
            "observe", Set.of("observe", "uetr", "check", "setup"),
            "clock", Set.of("clock", "setup"),
            "respond", Set.of("respond", "times", "setup"));

    /** Names that steps must not take, because something else is called so. */
    private static final Set<String> TAKEN = Set.of("new", "now", "utc", "today");

    private final Vocabulary vocabulary;
    private final List<Finding> findings;

    /**
     * A reader for the cases of a plan.
     *
     * @param findings takes what is wrong
     */
    public ConversationReader(Vocabulary vocabulary, List<Finding> findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /** Reads the steps under the key {@code steps} of a case. */
    public Conversation read(Section file) {
        StepReader reader = new StepReader(vocabulary, vocabulary.scope(), findings);
        List<Step> steps = new ArrayList<>();
        for (Yaml.Fields each : file.fields("steps")) {
            kind(each).flatMap(kind -> read(kind, each, reader)).ifPresent(steps::add);
        }
        boolean checks = steps.stream().anyMatch(ConversationReader::checks);
        if (!checks && findings.isEmpty()) {
            findings.add(Finding.error(
                    "conformance.NothingChecked", file.place(), "no step of this case checks anything but its setup"));
        }
        return new Conversation(steps);
    }

    private static boolean checks(Step step) {
        return !step.common().setup() && !(step instanceof Step.Advance) && !(step instanceof Step.Respond);
    }

    private Optional<Step> read(String kind, Yaml.Fields fields, StepReader reader) {
        Section section = Section.of("conformance", fields, KEYS.getOrDefault(kind, Set.of()), findings);
        boolean isName = !Set.of("expect-nothing", "clock", "respond").contains(kind);
        Optional<Yaml.Text> word = section.text(kind);
        String name = isName ? word.map(Yaml.Text::text).orElse("") : "";
        if (isName) {
            word.ifPresent(text -> name(text, reader));
        }
        Step.Common common = new Step.Common(fields.place(), name, section.yes("setup"));
        Optional<? extends Step> step = switch (kind) {
            case "send" -> reader.send(common, section);
            case "expect" -> reader.expect(common, section);
            case "expect-nothing" -> reader.expectNothing(common, section);
            case "trigger" -> reader.trigger(common, section);
            case "observe" -> reader.observe(common, section);
            case "clock" -> reader.advance(common, section);
            default -> reader.respond(common, section);
        };
        return step.map(read -> read);
    }

    private void name(Yaml.Text name, StepReader reader) {
        boolean good = name.text().matches("[a-z][a-z0-9-]*") && !TAKEN.contains(name.text());
        if (!good) {
            findings.add(Finding.error(
                            "conformance.WrongValue",
                            name.place(),
                            "a name of a step has small letters, digits and hyphens, and is not "
                                    + new TreeSet<>(TAKEN))
                    .value(name.text()));
        }
        if (reader.isTaken(name.text())) {
            findings.add(Finding.error("conformance.DuplicateName", name.place(), "something else is called so already")
                    .value(name.text()));
        }
    }

    private Optional<String> kind(Yaml.Fields step) {
        Optional<String> kind =
                step.entries().keySet().stream().filter(KEYS::containsKey).findFirst();
        if (kind.isEmpty()) {
            findings.add(Finding.error("conformance.UnknownStep", step.place(), "this is no step that is known")
                    .hint("a step has one of the keys " + String.join(", ", new TreeSet<>(KEYS.keySet()))));
        }
        return kind;
    }
}
