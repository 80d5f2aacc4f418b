package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RulePage;

/** The committed page of network rules is made of the rules. {@code -Dtongwen.update=true} writes it anew. */
class MtRulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "mt-rules.md");

    private static final String INTRODUCTION = """
            Rules across the fields of an MT, as far as a translation depends on them. Formats of single fields stand in the layouts. A \
            message is checked when it is read, before it is translated, and again when one is made of an ISO message, so that no MT \
            leaves that would be refused. Rules are asked only when all fields are sound.

            Each rule is the id of its findings, which name block, field, line and column. Errors refuse the message. Rules of \
            confidence B (one source) and C (not settled) are warnings. That payments need a UETR in block 3 is no rule here: the \
            mapping decides, because an option assigns one.

            The rules are data: `rules/packs/swift-mt`, one file for one or several types, each rule with good and bad samples, which \
            the tests run. Conditions are explained there at the head of `pack.yaml` and, for the language itself, below.

            | Condition | Holds when |
            |---|---|
            | `_56a`, `_50a.party.id`, `/user._119` | there is something at the path; names are divided by `.` or `/`, a leading `/` starts at the whole message, `.` is the value itself, `Amt@Ccy` an attribute |
            | `_23B = 'SPRI'`, `_33B.currency != _32A.currency`, `<`, `<=`, `>`, `>=` | one of the values fits; a comparison with a number or a function is numeric, all others compare texts; numbers may have a decimal comma or point |
            | `code in ('CHQB', 'HOLD')`, `code not in CODES` | a value is, or is not, among these or in a list of the pack |
            | `_23E.code in order ('SDVA', 'INTC')` | the values come in this order |
            | `_20 like 'REF*'` | a value looks so; an asterisk stands for any characters |
            | `every B (_57a)`, `some B (_57a)` | the condition, asked of each value, always or at least once holds |
            | `not`, `and`, `or`, `( )` | as they say; `not` binds closest, then `and` |
            | `count(p)`, `distinct(p)`, `sum(p)` | how many values, how many different ones, their sum |
            | `length(p)`, `decimals(p)`, `minor(p)` | characters of a text, digits behind its comma, decimals of a currency |
            | `part(p, 5, 2)` | two characters of a text from the fifth on |
            | `_13C[code=CLSTIME].time`, `B[1]` | the items with that value in a field; the first item |
            """;

    @Test
    void pageIsWhatTheRulesSay() throws IOException {
        String page = RulePage.markdown(RulePacks.load(RulePacks.SWIFT_MT), INTRODUCTION);
        if (Boolean.getBoolean("tongwen.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
