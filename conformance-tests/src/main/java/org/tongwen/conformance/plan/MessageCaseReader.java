package org.tongwen.conformance.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.conformance.conversation.Assembly;
import org.tongwen.conformance.conversation.Filler;
import org.tongwen.conformance.conversation.FixedFiller;
import org.tongwen.conformance.conversation.SendReader;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.conformance.conversation.Vocabulary;
import org.tongwen.conformance.conversation.Wire;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.MessageWriter;

/** Reads cases that put a message before a judge. The message is a file beside the case, or a template with changes. */
final class MessageCaseReader {

    private static final Set<String> FILE_KEYS = Set.of("requirement", "title", "verdict", "findings", "message");
    private static final Set<String> TEMPLATE_KEYS = Set.of("template", "remove", "set", "wire");

    private final PlanFolder folder;
    private final Vocabulary vocabulary;
    private final List<Finding> findings;

    MessageCaseReader(PlanFolder folder, Vocabulary vocabulary, List<Finding> findings) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    Optional<MessageCase> read(String name, String file, Yaml.Fields fields) {
        boolean made = fields.entry("template").isPresent();
        Set<String> keys = new HashSet<>(FILE_KEYS);
        if (made) {
            keys.addAll(TEMPLATE_KEYS);
        }
        Section section = Section.of("conformance", fields, keys, findings);
        Optional<byte[]> message = made ? made(name, section) : written(file, section);
        String requirement = section.textOr("requirement", "");
        String title = section.textOr("title", name);
        Optional<Verdict> verdict =
                section.text("verdict").flatMap(word -> section.word(word, Verdict.values(), Verdict::word));
        List<ExpectedFinding> expected = expected(section);
        return message.flatMap(
                bytes -> verdict.map(word -> new MessageCase(name, title, requirement, word, expected, bytes)));
    }

    private Optional<byte[]> written(String file, Section section) {
        Optional<Yaml.Text> given = section.optional("message");
        String name = file.substring(0, file.lastIndexOf('/') + 1)
                + given.map(Yaml.Text::text).orElse("message.xml");
        Optional<byte[]> bytes = folder.bytes(name);
        if (bytes.isEmpty()) {
            Place where = given.map(Yaml.Text::place).orElse(section.place());
            findings.add(Finding.error("conformance.MissingFile", where, "the plan has no such file")
                    .value(name));
        }
        return bytes;
    }

    /** The same bytes whenever the plan is read: what is filled in depends on the name of the case alone. */
    private Optional<byte[]> made(String name, Section section) {
        Optional<Step.Send> send = SendReader.alone(section, vocabulary, findings);
        if (send.isEmpty() || !findings.isEmpty()) {
            return Optional.empty();
        }
        Step.FromTemplate source = (Step.FromTemplate) send.get().source();
        Assembly assembly = new Assembly(new FixedFiller(name));
        try {
            byte[] bytes = MessageWriter.xml(
                    assembly.fill(source.template(), send.get().changes()));
            return Optional.of(Wire.apply(send.get().wire(), bytes));
        } catch (Filler.MissingException e) {
            section.report("conformance.WrongValue", section.place(), "a message on its own: " + e.words());
            return Optional.empty();
        }
    }

    private List<ExpectedFinding> expected(Section file) {
        List<ExpectedFinding> expected = new ArrayList<>();
        for (Yaml.Text text : file.texts("findings")) {
            Optional<ExpectedFinding> finding = ExpectedFinding.parse(text.text());
            if (finding.isEmpty()) {
                file.report(
                        "conformance.WrongValue",
                        text.place(),
                        "a finding is written as id and path, with a blank between");
            }
            finding.ifPresent(expected::add);
        }
        return expected;
    }
}
