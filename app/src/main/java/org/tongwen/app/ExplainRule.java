package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.pack.Question;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.Standing;
import org.tongwen.rules.sample.PackSamples;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen rules explain}. */
@Command(
        name = "explain",
        description =
                "Tells all there is to know of a rule: what it wants, where it comes from, when it holds, how to repair"
                        + " a message, and the smallest changes that keep and break it.",
        customSynopsis = "tongwen rules explain ID [--messages]",
        footer = {
            "",
            "ID is a rule's name, CU-27, or the id of its findings, scheme.CU-27 or swift.101.C1.",
            "",
            "Example: tongwen rules explain CU-27"
        })
final class ExplainRule implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The rule.")
    private String id;

    @Option(names = "--messages", description = "Show the good and the bad message whole.")
    private boolean messages;

    ExplainRule(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A rule with the pack it is of. */
    private record Found(RulePack pack, Rule rule) {}

    @Override
    public Integer call() {
        List<Found> all = Stream.concat(RulePacks.profiles().stream(), Stream.of(RulePacks.SWIFT_MT))
                .map(RulePacks::load)
                .flatMap(pack -> pack.rules().stream().map(rule -> new Found(pack, rule)))
                .toList();
        List<Found> found = all.stream()
                .filter(one -> one.rule().id().equals(id) || one.rule().name().equals(id))
                .toList();
        if (found.isEmpty()) {
            List<String> names = all.stream().map(one -> one.rule().name()).toList();
            throw StopException.notFound("there is no rule '" + id + "'" + Nearest.hint(id, names));
        }
        terminal.result(found.stream().map(this::text).collect(Collectors.joining("\n")));
        return Exit.DONE;
    }

    private String text(Found found) {
        Rule rule = found.rule();
        Standing standing = rule.standing();
        List<List<String>> rows = new ArrayList<>();
        row(
                rows,
                "rule",
                rule.id() + ", of the pack " + rule.pack() + ", " + found.pack().title());
        row(rows, "wants", rule.words());
        row(rows, "messages", ListRules.scope(rule));
        row(rows, "asked of", asked(rule.question()));
        row(rows, "when", rule.question().when().map(Object::toString).orElse(""));
        row(rows, "condition", rule.then().toString().replace("`", ""));
        row(rows, "source", source(found.pack(), standing));
        row(rows, "holds", holds(found.pack(), rule));
        row(
                rows,
                "confidence",
                standing.confidence() + ", findings are of severity "
                        + rule.severity().word());
        row(rows, "repair", rule.advice().hint());
        row(rows, "note", standing.note());
        row(rows, "network", String.join(" ", rule.advice().codes()));
        row(
                rows,
                "at the gate",
                Optional.ofNullable(found.pack().ungated().get(rule.name()))
                        .map(reason -> "holds no payment: " + reason)
                        .orElse(""));
        return Columns.text(rows) + sample(found, true) + sample(found, false);
    }

    private static void row(List<List<String>> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(name, value));
        }
    }

    private static String asked(Question question) {
        String elements = Stream.concat(question.each().stream(), question.anywhere().stream())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return elements.isEmpty() ? "the whole message" : elements;
    }

    private static String source(RulePack pack, Standing standing) {
        return standing.clause().isEmpty() ? pack.source() : standing.clause() + "; " + pack.source();
    }

    private static String holds(RulePack pack, Rule rule) {
        return pack.releases().stream()
                .flatMap(release -> release.rules().stream()
                        .filter(own ->
                                own.id().equals(rule.id()) && own.question().equals(rule.question()))
                        .map(own -> release.name()
                                + own.from().map(day -> " from " + day).orElse("")
                                + own.until().map(day -> " until " + day).orElse("")))
                .collect(Collectors.joining(", "));
    }

    private String sample(Found found, boolean good) {
        Optional<RuleSample> smallest = found.rule().samples().stream()
                .filter(sample -> sample.good() == good)
                .min(Comparator.comparingInt(sample -> sample.text().length()));
        String title = good ? "\nkept by" : "\nbroken by";
        return smallest.map(sample -> title + changes(sample) + message(found, sample))
                .orElse("");
    }

    private static String changes(RuleSample sample) {
        return sample.text().isBlank()
                ? " a plain message of the kind\n"
                : "\n" + sample.text().strip().indent(2);
    }

    private String message(Found found, RuleSample sample) {
        if (!messages || found.pack().name().equals(RulePacks.SWIFT_MT)) {
            return "";
        }
        byte[] xml = new PackSamples(found.pack(), Catalogue.builtIn())
                .message(found.rule(), sample)
                .xml();
        return "\n" + new String(xml, StandardCharsets.UTF_8);
    }
}
