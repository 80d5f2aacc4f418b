package org.tongwen.conformance.conversation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Reads what is sent: where the message comes from, and what is changed in it, in its bytes and in its signature. */
public final class SendReader {

    private static final Map<String, Step.Signature> SIGNATURES = Map.of(
            "none", Step.Signature.NONE,
            "other-key", Step.Signature.OTHER_KEY,
            "other-party", Step.Signature.OTHER_PARTY,
            "moved", Step.Signature.MOVED,
            "selected", Step.Signature.SELECTED,
            "doubled", Step.Signature.DOUBLED);
    private static final Set<String> WIRE = Set.of("cut", "replace", "by", "text", "file");
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final Vocabulary vocabulary;
    private final Scope scope;
    private final List<Finding> findings;

    SendReader(Vocabulary vocabulary, Scope scope, List<Finding> findings) {
        this.vocabulary = vocabulary;
        this.scope = scope;
        this.findings = findings;
    }

    /** Reads what a case sends that is no conversation: a template with changes. */
    public static Optional<Step.Send> alone(Section section, Vocabulary vocabulary, List<Finding> findings) {
        Step.Common common = new Step.Common(section.place(), "", false);
        return new SendReader(vocabulary, vocabulary.scope(), findings).read(common, section);
    }

    Optional<Step.Send> read(Step.Common common, Section section) {
        Optional<Step.Source> source = source(section);
        List<Change> changes =
                source.map(from -> changes(section, definition(from, scope))).orElse(List.of());
        List<Wire> wire = section.sections("wire", WIRE).stream()
                .flatMap(each -> wire(each).stream())
                .toList();
        Step.Signature signature = section.optional("sign")
                .flatMap(word ->
                        section.word(word, SIGNATURES.keySet().stream().sorted().toList(), each -> each))
                .map(SIGNATURES::get)
                .orElse(Step.Signature.RIGHT);
        String type = section.textOr("content-type", "application/xml");
        List<Integer> statuses = statuses(section, List.of(200, 202));
        boolean isValid = !section.has("valid") || section.yes("valid");
        int times = section.number("times", MOST_TIMES, 1);
        return source.map(
                from -> new Step.Send(common, from, changes, wire, signature, type, statuses, isValid, times));
    }

    /** The definition of what is sent. */
    static MessageDefinition definition(Step.Source source, Scope scope) {
        if (source instanceof Step.FromTemplate from) {
            return from.template().definition();
        }
        String name = source instanceof Step.Like like ? like.name() : ((Step.Again) source).name();
        return scope.find(name)
                .filter(Known.OfMessage.class::isInstance)
                .map(known -> ((Known.OfMessage) known).definition())
                .orElseThrow(() -> new IllegalStateException("no message is called " + name));
    }

    private Optional<Step.Source> source(Section section) {
        List<String> given =
                Stream.of("template", "like", "again").filter(section::has).toList();
        if (given.size() != 1) {
            section.report(
                    "conformance.WrongValue",
                    section.place(),
                    "what is sent is named by one of template, like and again");
            return Optional.empty();
        }
        Optional<Yaml.Text> name = section.text(given.get(0));
        return given.get(0).equals("template")
                ? name.flatMap(each -> template(each, section))
                : name.filter(each -> isMessage(each, section))
                        .map(each ->
                                given.get(0).equals("like") ? new Step.Like(each.text()) : new Step.Again(each.text()));
    }

    private Optional<Step.Source> template(Yaml.Text name, Section section) {
        Template template = vocabulary.templates().get(name.text());
        boolean hasMistakes =
                vocabulary.files().apply("templates/" + name.text() + ".xml").isPresent();
        if (template == null && hasMistakes) {
            return Optional.empty();
        } else if (template == null) {
            section.unknown(
                    "conformance.UnknownTemplate",
                    name,
                    "there is no such template",
                    vocabulary.templates().keySet());
            return Optional.empty();
        }
        template.places().forEach(value -> findings.addAll(scope.check(value, name.place())));
        return Optional.of(new Step.FromTemplate(template));
    }

    private boolean isMessage(Yaml.Text name, Section section) {
        boolean is = scope.find(name.text())
                .filter(Known.OfMessage.class::isInstance)
                .isPresent();
        if (!is) {
            section.unknown(
                    "conformance.UnknownName",
                    name,
                    "no message before is called so",
                    scope.names().keySet());
        }
        return is;
    }

    private List<Change> changes(Section section, MessageDefinition document) {
        List<Change> changes = new ArrayList<>();
        for (Yaml.Text path : section.textOrTexts("remove")) {
            path(new Yaml.Entry(path.text(), path.place(), path), document)
                    .map(Change.Remove::new)
                    .ifPresent(changes::add);
        }
        ValueReader values = new ValueReader(scope, findings);
        for (Yaml.Entry entry : section.entries("set").values()) {
            Optional<IsoPath> path = path(entry, document);
            if (entry.value() instanceof Yaml.Text text) {
                Optional<Value> value = values.read(text);
                path.flatMap(at -> value.map(text2 -> new Change.Put(at, text2)))
                        .ifPresent(changes::add);
            } else {
                section.report("conformance.WrongKind", entry.value().place(), "a value must be text");
            }
        }
        return changes;
    }

    private Optional<IsoPath> path(Yaml.Entry entry, MessageDefinition document) {
        Checked<IsoPath> path = IsoPath.parse(entry.key(), vocabulary.header(), document, entry.keyPlace());
        findings.addAll(path.findings());
        return path.value();
    }

    private Optional<Wire> wire(Section section) {
        if (section.has("cut")) {
            return Optional.of(new Wire.Cut(section.number("cut", MOST_BYTES, 1)));
        } else if (section.has("replace")) {
            Optional<Yaml.Text> text = section.text("replace");
            return text.map(each -> new Wire.Replace(each.text(), section.textOr("by", "")));
        } else if (section.has("text")) {
            return section.text("text").map(each -> new Wire.Instead(each.text().getBytes(StandardCharsets.UTF_8)));
        }
        Optional<Yaml.Text> file = section.text("file");
        Optional<byte[]> bytes = file.flatMap(name -> vocabulary.files().apply(name.text()));
        if (file.isPresent() && bytes.isEmpty()) {
            section.report("conformance.MissingFile", file.get().place(), "the plan has no such file");
        }
        return bytes.map(Wire.Instead::new);
    }

    static List<Integer> statuses(Section section, List<Integer> other) {
        List<Integer> statuses = new ArrayList<>();
        for (Yaml.Text text : section.textOrTexts("http")) {
            boolean good = text.text().matches("[1-5][0-9][0-9]");
            if (good) {
                statuses.add(Integer.parseInt(text.text()));
            } else {
                section.report("conformance.WrongValue", text.place(), "http is a status such as 202");
            }
        }
        return statuses.isEmpty() ? other : statuses;
    }
}
