package org.tongwen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.Profiled;
import org.tongwen.rules.pack.Breach;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen rules forecast}. */
@Command(
        name = "forecast",
        description = "Says which rules messages will break on a later day that they do not break today.",
        customSynopsis =
                "tongwen rules forecast FILE|DIR... --as-of YYYY-MM-DD [--profile NAME] [--since YYYY-MM-DD] [--rules DIR]",
        footer = {
            "",
            "Of folders all .xml files count. Each rule is told with the number of messages and the first places. Exit code 1: a",
            "rule of severity error will be broken, or a file cannot be read.",
            "",
            "Example: tongwen rules forecast sent/ --as-of 2026-11-14 --since 2026-11-13"
        })
final class ForecastRules implements Callable<Integer> {

    private static final int SHOWN = 3;

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Messages of today.")
    private List<Path> files;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day to look at.")
    private LocalDate asOf;

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day to compare with. Default: today")
    private LocalDate since = LocalDate.now();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "cbpr-plus",
            description = "The rules that count. Default: cbpr-plus")
    private String profile;

    @Mixin
    private LibraryOptions own;

    ForecastRules(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is known of a rule so far. */
    private record Coming(RuleVerdict first, List<String> places, Set<String> messages) {}

    private final Map<String, Coming> coming = new LinkedHashMap<>();
    private int read;
    private int unreadable;

    @Override
    public Integer call() {
        if (!asOf.isAfter(since)) {
            throw StopException.usage("a forecast is for a later day, and " + asOf + " does not come after " + since
                    + "; --since names the day to compare with");
        }
        RuleLibrary library = own.library(Catalogue.builtIn(), terminal);
        MessageValidator definitions = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);
        LibraryOptions.known(profile, library);
        ProfileValidator now = RuleOptions.validator(definitions, library, profile, since);
        ProfileValidator then = RuleOptions.validator(definitions, library, profile, asOf);
        for (Path file : all()) {
            look(file, now, then);
        }
        terminal.result(text(then));
        boolean error =
                coming.values().stream().anyMatch(one -> one.first().rule().severity() == Severity.ERROR);
        return error || unreadable > 0 ? Exit.FINDINGS : Exit.DONE;
    }

    private List<Path> all() {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw StopException.notFound(file + ": no such file");
            }
            try (Stream<Path> below = Files.walk(file)) {
                below.filter(Files::isRegularFile)
                        .filter(one -> one.equals(file) || one.toString().endsWith(".xml"))
                        .sorted()
                        .forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private void look(Path file, ProfileValidator now, ProfileValidator then) {
        Checked<byte[]> bytes = new Input(file.toString()).read(terminal, new Size(Limits.DEFAULT.maxBytes()));
        FindingPrinter.print(bytes.findings(), terminal);
        List<Profiled> both = bytes.value().stream()
                .flatMap(xml -> Stream.of(now, then).flatMap(each -> each.validate(xml).rules().stream()))
                .toList();
        if (both.size() < 2) {
            unreadable++;
            terminal.complain(file + ": no message that can be read to its end");
            return;
        }
        read++;
        Set<String> broken = new HashSet<>();
        failed(both.get(0)).forEach(verdict -> broken.add(verdict.rule().id()));
        failed(both.get(1))
                .filter(verdict -> !broken.contains(verdict.rule().id()))
                .forEach(verdict -> note(file, verdict));
    }

    private static Stream<RuleVerdict> failed(Profiled rules) {
        return rules.judgement().verdicts().stream()
                .filter(verdict -> verdict.outcome() == RuleOutcome.FAIL || verdict.outcome() == RuleOutcome.ERROR);
    }

    private void note(Path file, RuleVerdict verdict) {
        Coming known = coming.computeIfAbsent(
                verdict.rule().id(), id -> new Coming(verdict, new ArrayList<>(), new HashSet<>()));
        known.messages().add(file.toString());
        for (Breach breach : verdict.breaches()) {
            if (known.places().size() < SHOWN) {
                known.places().add(breach.finding().place().in(file.toString()).toString());
            }
        }
    }

    private String text(ProfileValidator then) {
        String packs = then.editions().stream()
                .map(edition -> edition.pack() + " " + edition.release())
                .collect(Collectors.joining(", "));
        String head = read + (read == 1 ? " message" : " messages") + ", " + profile + " as of " + asOf + " (" + packs
                + ") against " + since + "\n";
        if (coming.isEmpty()) {
            return head + "nothing breaks that holds on " + since + "\n";
        }
        return head + coming.values().stream().map(ForecastRules::text).collect(Collectors.joining());
    }

    private static String text(Coming one) {
        String places =
                one.places().stream().map(place -> "    " + place + "\n").collect(Collectors.joining());
        return "[" + one.first().rule().severity().name() + "] "
                + one.first().rule().id() + ", "
                + one.messages().size() + (one.messages().size() == 1 ? " message: " : " messages: ")
                + one.first().rule().words() + "\n" + places;
    }
}
