package org.tongwen.rules.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.Then;

/** Rules are awake, and the committed page is made of them. {@code -Dtongwen.update=true} writes it anew. */
class RulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "rules.md");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final List<String> ORDER =
            List.of("iso", "cbpr-plus", "wallet-interop", "sepa-sct", "sepa-sct-inst", "fednow");

    private static final String INTRODUCTION = """
            Rules that messages of ISO 20022 are judged by beyond their schemas, as data in `rules/packs`; how to write them tells \
            [rules-authors.md](rules-authors.md). `tongwen validate FILE --profile NAME --as-of DAY` asks them; `tongwen rules explain ID` tells all of one.

            The id of a rule is the id of its findings. Rules of confidence B (one source) and C (not settled) are warnings. What cannot be checked here is \
            listed as not run and told as such. Rules that are built in are checked by the validator itself.

            Each rule is proved awake by faulty messages: sound ones in which one fault was made. *Finds* counts those that the rule finds, *First* those of \
            them that no rule before it in the order of the packs finds. The kinds of faults are M1 element deleted, M2 doubled, M3 order changed, M4 value \
            emptied, M5 too long, M6 wrong character, M7 other code, M8 other currency, M9 other amount, M10 other count, M11 other sum, M12 other date or \
            offset, M13 check digit, M14 UETR, M15 gaps in the chain of agents, M16 element at another level, M17 header or bank disagrees, M18 other form of \
            address, M19 unknown element; *sample* are the bad samples that stand with a rule. A rule that finds nothing fails the build. Faulty messages that \
            nothing finds are mostly still sound: an optional element is gone, or a free text is another one.
            """;

    private static final Map<RulePack, KillRate.Table> TABLES = new LinkedHashMap<>();

    @BeforeAll
    static void tryAll() {
        ORDER.stream()
                .map(RulePacks::load)
                .forEach(pack -> TABLES.put(pack, KillRate.of(RuleLibrary.builtIn(), pack, DAY)));
    }

    @Test
    void everyPackHasItsSection() {
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(RulePacks.profiles());
    }

    @Test
    void everyRuleFindsSomething() {
        TABLES.forEach((pack, table) -> assertThat(table.rows())
                .filteredOn(row -> row.rule().pack().equals(pack.name()))
                .filteredOn(row -> !(row.rule().then() instanceof Then.NotRun))
                .allSatisfy(row -> assertThat(row.kills()).as(row.rule().id()).isPositive()));
    }

    @Test
    void pageIsWhatTheRulesSay() throws IOException {
        String page = RulesPage.markdown(INTRODUCTION, TABLES, DAY);
        if (Boolean.getBoolean("tongwen.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
