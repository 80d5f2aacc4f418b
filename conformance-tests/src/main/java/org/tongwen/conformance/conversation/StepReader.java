package org.tongwen.conformance.conversation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;

/** Reads steps one after the other; each may name what those before it named. */
final class StepReader {

    private static final List<String> VERBS =
            List.of("pay", "recall", "ask-status", "request-to-pay", "ask-payee", "return");
    private static final List<String> BOOKING = List.of("uetr", "amount", "currency", "kind", "time");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:\\.\\.([0-9]{1,5}))?");
    private static final String NOT_RUN = "not-run";
    private static final int MOST_TIMES = 1_000;

    private final Vocabulary vocabulary;
    private final Scope scope;
    private final List<Finding> findings;
    private final ValueReader values;
    private final CheckReader checks;
    private String last = "";

    StepReader(Vocabulary vocabulary, Scope scope, List<Finding> findings) {
        this.vocabulary = vocabulary;
        this.scope = scope;
        this.findings = findings;
        this.values = new ValueReader(scope, findings);
        this.checks = new CheckReader(scope, findings);
    }

    boolean isTaken(String name) {
        return scope.find(name).isPresent();
    }

    Optional<Step.Send> send(Step.Common common, Section section) {
        Optional<Step.Send> send = new SendReader(vocabulary, scope, findings).read(common, section);
        named(
                common,
                send.<Known>map(step -> new Known.OfMessage(SendReader.definition(step.source(), scope)))
                        .orElse(new Known.Open()));
        last = common.name();
        return send;
    }

    Optional<Step.Expect> expect(Step.Common common, Section section) {
        Optional<MessageDefinition> message = section.text("message").flatMap(id -> message(id, section));
        String to = to(section);
        Duration within = section.time("within").orElse(vocabulary.within());
        int[] times = times(section);
        boolean judges = section.optional("if-nothing-comes")
                .flatMap(word -> section.word(word, List.of(NOT_RUN), each -> each))
                .isPresent();
        List<Check> asked = message.map(known -> checks.read(section, new Known.OfMessage(known)))
                .orElse(List.of());
        named(common, message.<Known>map(Known.OfMessage::new).orElse(new Known.Open()));
        return message.map(known -> new Step.Expect(common, known, to, within, times[0], times[1], judges, asked));
    }

    Optional<Step.ExpectNothing> expectNothing(Step.Common common, Section section) {
        Optional<Duration> within = section.time("expect-nothing");
        Optional<MessageDefinition> message = section.optional("message").flatMap(id -> message(id, section));
        return within.map(time -> new Step.ExpectNothing(common, message, time));
    }

    Optional<Step.Trigger> trigger(Step.Common common, Section section) {
        Optional<String> verb = section.text("do").flatMap(word -> section.word(word, VERBS, each -> each));
        Map<String, Step.Field> fields = fields(section.entries("with"));
        List<Integer> statuses = SendReader.statuses(section, List.of(202));
        named(common, new Known.Open());
        last = common.name();
        return verb.map(word -> new Step.Trigger(common, word, fields, statuses));
    }

    Optional<Step.Observe> observe(Step.Common common, Section section) {
        Optional<Value> uetr = section.text("uetr").flatMap(values::read);
        Map<String, Known> booking = new LinkedHashMap<>();
        BOOKING.forEach(name -> booking.put(name, new Known.Leaf()));
        Known bookings = new Known.Tree(Map.of("booking", new Known.Tree(booking)));
        List<Check> asked = checks.read(section, bookings);
        if (asked.isEmpty()) {
            section.report("conformance.NothingChecked", section.place(), "nothing is checked of what is observed");
        }
        named(common, bookings);
        return uetr.map(value -> new Step.Observe(common, value, asked));
    }

    Optional<Step.Advance> advance(Step.Common common, Section section) {
        return section.time("clock").map(by -> new Step.Advance(common, by));
    }

    Optional<Step.Respond> respond(Step.Common common, Section section) {
        Optional<Integer> status = section.text("respond")
                .flatMap(word -> section.word(word, List.of("close", "202", "400", "401", "403", "500", "503"), w -> w))
                .map(word -> word.equals("close") ? 0 : Integer.parseInt(word));
        int times = section.number("times", MOST_TIMES, 1);
        return status.map(code -> new Step.Respond(common, code, times));
    }

    private void named(Step.Common common, Known known) {
        scope.add(common.name(), known);
    }

    private String to(Section section) {
        Optional<Yaml.Text> to = section.optional("to");
        if (to.isPresent() && scope.find(to.get().text()).isEmpty()) {
            section.unknown(
                    "conformance.UnknownName",
                    to.get(),
                    "no step before is called so",
                    scope.names().keySet());
        }
        if (to.isEmpty() && last.isEmpty()) {
            section.report("conformance.MissingKey", section.place(), "nothing was sent before that this could answer");
        }
        return to.map(Yaml.Text::text).orElse(last);
    }

    private int[] times(Section section) {
        Optional<Yaml.Text> text = section.optional("times");
        Matcher range = RANGE.matcher(text.map(Yaml.Text::text).orElse("1"));
        int least = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        int most = least == 0 || range.group(2) == null ? least : Integer.parseInt(range.group(2));
        if (least < 1 || most < least || most > MOST_TIMES) {
            section.report(
                    "conformance.WrongValue",
                    text.map(Yaml.Text::place).orElse(section.place()),
                    "times is a number or a range such as 1..100, from 1 to " + MOST_TIMES);
        }
        return new int[] {least, most};
    }

    private Optional<MessageDefinition> message(Yaml.Text id, Section section) {
        Optional<MessageDefinition> message = vocabulary.catalogue().find(id.text());
        if (message.isEmpty()) {
            section.unknown(
                    "conformance.UnknownMessage",
                    id,
                    "there is no such message",
                    Set.copyOf(vocabulary.catalogue().versionsLike(id.text())));
        }
        return message;
    }

    private Map<String, Step.Field> fields(Map<String, Yaml.Entry> entries) {
        Map<String, Step.Field> fields = new LinkedHashMap<>();
        for (Yaml.Entry entry : entries.values()) {
            field(entry).ifPresent(field -> fields.put(entry.key(), field));
        }
        return fields;
    }

    private Optional<Step.Field> field(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Fields inner) {
            return Optional.of(new Step.ObjectField(fields(inner.entries())));
        } else if (entry.value() instanceof Yaml.Text text) {
            return values.read(text).map(Step.TextField::new);
        }
        findings.add(
                Finding.error("conformance.WrongKind", entry.value().place(), entry.key() + " must be text or fields"));
        return Optional.empty();
    }
}
