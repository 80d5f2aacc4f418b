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
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.Standing;
import org.tongwen.rules.pack.Then;
import org.tongwen.rules.pack.ValidatorFinding;
import org.tongwen.rules.sample.PackSamples;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen rules explain}. */
@Command(
        name = "explain",
        description =
                "Tells all there is to know of a rule: what it wants, where it comes from, when it holds, how to repair"
                        + " a message, and the smallest changes that keep and break it.",
        customSynopsis = "tongwen rules explain ID [--messages] [--rules DIR]",
        footer = {
            "",
            "ID is a rule's name, CU-27, or the id of its findings, scheme.CU-27 or swift.101.C1; or that of a finding of the",
            "validator itself, iso.NbOfTxs or xsd.Pattern.",
            "",
            "Example: tongwen rules explain CU-27"
        })
final class ExplainRule implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The rule.")
    private String id;

    @Option(names = "--messages", description = "Show the good and the bad message whole.")
    private boolean messages;

    @Mixin
    private LibraryOptions own;

    ExplainRule(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A rule with the pack it is of. */
    private record Found(RulePack pack, Rule rule) {}

    @Override
    public Integer call() {
        RuleLibrary library = own.library(Catalogue.builtIn(), terminal);
        List<Found> all = Stream.concat(
                        library.profiles().stream().flatMap(name -> library.find(name).stream()),
                        Stream.of(RulePacks.load(RulePacks.SWIFT_MT)))
                .flatMap(pack -> pack.rules().stream().map(rule -> new Found(pack, rule)))
                .toList();
        List<Found> found = all.stream()
                .filter(one -> one.rule().id().equals(id) || one.rule().name().equals(id))
                .toList();
        String text = found.stream().map(one -> text(library, one)).collect(Collectors.joining("\n"));
        terminal.result(found.isEmpty() ? ofValidator(all) : text);
        return Exit.DONE;
    }

    /** What the validator itself finds, and which rules lean on it. */
    private String ofValidator(List<Found> all) {
        ValidatorFinding finding = ValidatorFinding.find(id).orElseThrow(() -> {
            List<String> names = Stream.concat(
                            all.stream()
                                    .flatMap(one -> Stream.of(
                                            one.rule().name(), one.rule().id())),
                            ValidatorFinding.ids().stream())
                    .toList();
            return StopException.notFound("there is no rule '" + id + "'" + Nearest.hint(id, names));
        });
        String rules = all.stream()
                .map(Found::rule)
                .filter(rule -> rule.then() instanceof Then.BuiltIn builtIn
                        && builtIn.ids().contains(finding.id()))
                .map(Rule::id)
                .distinct()
                .collect(Collectors.joining(", "));
        List<List<String>> rows = new ArrayList<>();
        row(rows, "finding", finding.id() + ", of the validator itself, whatever the profile");
        row(rows, "says", finding.words());
        row(rows, "repair", finding.hint());
        row(rows, "rules", rules);
        return Columns.text(rows);
    }

    private String text(RuleLibrary library, Found found) {
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
        return Columns.text(rows) + sample(library, found, true) + sample(library, found, false);
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

    private String sample(RuleLibrary library, Found found, boolean good) {
        Optional<RuleSample> smallest = found.rule().samples().stream()
                .filter(sample -> sample.good() == good)
                .min(Comparator.comparingInt(sample -> sample.text().length()));
        String title = good ? "\nkept by" : "\nbroken by";
        return smallest.map(sample -> title + changes(sample) + message(library, found, sample))
                .orElse("");
    }

    private static String changes(RuleSample sample) {
        return sample.text().isBlank()
                ? " a plain message of the kind\n"
                : "\n" + sample.text().strip().indent(2);
    }

    private String message(RuleLibrary library, Found found, RuleSample sample) {
        if (!messages || found.pack().name().equals(RulePacks.SWIFT_MT)) {
            return "";
        }
        try {
            byte[] xml = new PackSamples(library, found.pack(), Catalogue.builtIn())
                    .message(found.rule(), sample)
                    .xml();
            return "\n" + new String(xml, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StopException.findings("a sample of " + found.rule().id() + " cannot be made: " + e.getMessage());
        }
    }
}
