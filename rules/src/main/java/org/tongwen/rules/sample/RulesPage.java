package org.tongwen.rules.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.pack.Question;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RuleRelease;
import org.tongwen.rules.pack.Then;

/** The reference page of the packs for messages of ISO 20022 in Markdown: each rule with what proves it. */
public final class RulesPage {

    private RulesPage() {}

    /**
     * The page.
     *
     * @param introduction what readers should know first, in Markdown
     * @param tables the packs with what their rules find on the day of the page, in the order of the page
     */
    public static String markdown(String introduction, Map<RulePack, KillRate.Table> tables, LocalDate day) {
        String sections = tables.entrySet().stream()
                .map(one -> section(one.getKey(), one.getValue(), day))
                .collect(Collectors.joining("\n"));
        return "# Rules\n\n" + introduction.strip() + "\n\n" + sections;
    }

    private static String section(RulePack pack, KillRate.Table table, LocalDate day) {
        String release = pack.on(day).map(RuleRelease::name).orElse("none");
        String rows = table.rows().stream()
                .filter(row -> row.rule().pack().equals(pack.name()))
                .map(RulesPage::row)
                .collect(Collectors.joining());
        return "## " + pack.name() + "\n\n" + pack.title() + ". Source: " + pack.source() + ".\n\n" + releases(pack)
                + "As of " + day + ", release " + release + ": " + table.killed() + " of " + table.mutants()
                + " faulty messages are found, by these rules and those of " + extended(pack) + ".\n\n"
                + "| Rule | Messages | What it wants | Condition | Samples | Finds | First | Faults |\n"
                + "|---|---|---|---|---|---|---|---|\n" + rows + others(pack);
    }

    private static String extended(RulePack pack) {
        return pack.extended().isEmpty()
                ? "no other pack"
                : pack.extended().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
    }

    private static String releases(RulePack pack) {
        return pack.releases().stream()
                .map(release -> "- `" + release.name() + "`"
                        + release.from().map(day -> " from " + day).orElse("")
                        + release.until().map(day -> " until " + day).orElse("") + ", "
                        + release.rules().size() + " rules\n")
                .collect(Collectors.joining("", "Releases:\n\n", "\n"));
    }

    private static String row(KillRate.Row row) {
        Rule rule = row.rule();
        boolean run = !(rule.then() instanceof Then.NotRun);
        return Stream.of(
                        "`" + rule.id() + "`",
                        rule.scope().isEmpty() ? "all" : String.join(" ", rule.scope()),
                        words(rule),
                        condition(rule.question()),
                        Integer.toString(rule.samples().size()),
                        run ? Integer.toString(row.kills()) : "-",
                        run ? Integer.toString(row.first()) : "-",
                        String.join(" ", row.operators()))
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String words(Rule rule) {
        String standing = "*" + rule.severity().word() + ", confidence " + rule.confidence() + "*";
        return Stream.of(
                        rule.words(),
                        standing,
                        rule.standing().clause(),
                        rule.advice().hint(),
                        rule.standing().note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String condition(Question question) {
        String each = Stream.concat(question.each().stream(), question.anywhere().stream())
                .map(value -> "`" + value + "`")
                .collect(Collectors.joining(", "));
        String when =
                question.when().map(condition -> "when `" + condition + "` ").orElse("");
        return (each.isEmpty() ? "" : "each " + each + ": ") + when + question.then();
    }

    private static String others(RulePack pack) {
        String ungated = list(pack.ungated(), "\nRules that hold no payment at the hub's gate:\n\n");
        return ungated + list(pack.elsewhere(), "\nClauses that no rule of the pack checks, and why:\n\n");
    }

    private static String list(Map<String, String> reasons, String title) {
        List<String> lines = new TreeMap<>(reasons)
                .entrySet().stream()
                        .map(one -> "- " + one.getKey() + ": " + one.getValue() + "\n")
                        .toList();
        return lines.isEmpty() ? "" : title + String.join("", lines);
    }
}
