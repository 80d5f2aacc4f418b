package org.tongwen.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.Then;
import org.tongwen.rules.sample.KillRate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongwen rules coverage}. */
@Command(
        name = "coverage",
        description =
                "Tries the rules on messages with faults and lists clause, rule, number of its samples, faulty messages that it"
                        + " finds, those that no rule before it finds, and the kinds of faults.",
        customSynopsis = "tongwen rules coverage [--pack NAME] [--rules DIR] [--as-of YYYY-MM-DD]",
        footer = {
            "",
            "Clauses that no rule of the pack can check follow with the reason. Exit code 1: a rule finds nothing.",
            "",
            "Example: tongwen rules coverage --pack cbpr-plus"
        })
final class CoverRules implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private PackOptions packs;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day whose rules count. Default: today")
    private LocalDate asOf = LocalDate.now();

    CoverRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean asleep = false;
        if (packs.isMt()) {
            throw StopException.usage(
                    "faults are made in messages of ISO 20022; docs/mt-rules.md lists the rules of swift-mt");
        }
        RuleLibrary library = packs.library(terminal);
        for (RulePack pack : packs.packs(library)) {
            KillRate.Table table = table(library, pack);
            terminal.result(text(pack, table));
            asleep |= table.rows().stream().anyMatch(row -> row.kills() == 0 && isOf(row.rule(), pack));
        }
        return asleep ? Exit.FINDINGS : Exit.DONE;
    }

    private KillRate.Table table(RuleLibrary library, RulePack pack) {
        try {
            return KillRate.of(library, pack, asOf);
        } catch (IllegalArgumentException e) {
            throw StopException.usage(pack.name() + ": " + e.getMessage());
        }
    }

    private static boolean isOf(Rule rule, RulePack pack) {
        return rule.pack().equals(pack.name()) && !(rule.then() instanceof Then.NotRun);
    }

    private static String text(RulePack pack, KillRate.Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("clause", "rule", "samples", "found", "first", "faults"));
        table.rows().stream()
                .filter(row -> row.rule().pack().equals(pack.name()))
                .forEach(row -> rows.add(row(row)));
        pack.elsewhere().forEach((clause, reason) -> rows.add(List.of(clause, "-", "-", "-", "-", reason)));
        return pack.title() + ": " + table.killed() + " of " + table.mutants() + " faulty messages are found\n"
                + Columns.text(rows) + "\n";
    }

    private static List<String> row(KillRate.Row row) {
        Rule rule = row.rule();
        String clause =
                rule.standing().clause().isEmpty() ? "-" : rule.standing().clause();
        String faults = rule.then() instanceof Then.NotRun notRun ? notRun.reason() : String.join(" ", row.operators());
        return List.of(
                clause,
                rule.name(),
                Integer.toString(rule.samples().size()),
                Integer.toString(row.kills()),
                Integer.toString(row.first()),
                faults);
    }
}
