package org.tongwen.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.finding.Finding;

class ConditionTest {

    private static final Map<String, Set<String>> LISTS = Map.of("EEA", Set.of("DE", "FR"), "CODES", Set.of("CHQB"));

    private static final Group PAYMENT = Group.of()
            .with("_20", "REF-1")
            .with("_32A", Group.of().with("currency", "EUR").with("amount", "1280,5"))
            .with("_33B", Group.of().with("currency", "USD").with("amount", "1500,"))
            .with("_23E", Group.of().with("code", "PHON").with("text", "+44.1"))
            .with("_23E", Group.of().with("code", "HOLD"))
            .with("_71F", Group.of().with("currency", "EUR").with("amount", "5,25"))
            .with("_71F", Group.of().with("currency", "USD").with("amount", "4,75"))
            .with("_72", Group.of().with("RETN", "99").with("INS", "AAAAGB2L").with("INS", "BBBBDEFF"))
            .with("empty", Group.of().with("nothing", ""))
            .with(
                    "came",
                    Group.of()
                            .with("east", "2026-12-04T10:00:00.5+08:00")
                            .with("west", "2026-12-04T02:00:00.500Z")
                            .with("later", "2026-12-04T02:00:01Z")
                            .with("nowhere", "2026-12-04T02:00:00"))
            .with("Amt", Group.leaf("12.50").attribute("Ccy", "KWD"));

    private static Condition condition(String text) {
        return Condition.parse(text, LISTS).value().orElseThrow(() -> new AssertionError(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_72.RETN",
                "_72/RETN",
                "/_72.RETN",
                "every _71F (../_20 = 'REF-1')",
                "some _32A.currency (../amount = 1280,5 and ../../_20)",
                "not ../_20",
                "not _72.REJT",
                "not empty",
                "not empty.nothing",
                "_20 = 'REF-1'",
                "_20 like 'REF*'",
                "_20 like '*-*'",
                "not _20 like 'REF'",
                "_20 contains 'ef-'",
                "'a ref-1 b' contains _20",
                "_20 contains _20",
                "not _20 contains 'F1'",
                "not _20 contains no",
                "not no contains _20",
                "_33B.currency != _32A.currency",
                "_32A.amount = 1280.50",
                "_32A.amount = 1280,5",
                "_32A.amount > 1280.4 and _32A.amount >= 1280.5 and _32A.amount < 1281",
                "_20 > 'REF-0' and _20 <= 'REF-1'",
                "_33B.amount != '1500'",
                "not _33B.amount != 1500",
                "_20 != 5",
                "not _20 < 5",
                "count(_23E) = 2",
                "count(_13C) = 0",
                "count(_23E) = count(_71F)",
                "sum(_71F.amount) = 10",
                "not sum(_20) = 0",
                "length(_20) = 5",
                "decimals(_71F.amount) = 2",
                "minor(Amt@Ccy) = 3",
                "not minor(_20) = 2",
                "instant(came.east) = instant(came.west)",
                "instant(came.east) < instant(came.later)",
                "not instant(came.nowhere) <= instant(came.later)",
                "not instant(_20) > 0",
                "part(_20, 1, 3) = 'REF'",
                "part(_20, 5, 9) = '1'",
                "part(_20, 9, 1) = ''",
                "_23E.code in ('HOLD', 'CHQB')",
                "not _23E.code in CODES",
                "_23E.code not in ('HOLD')",
                "not _23E.code not in ('HOLD', 'PHON')",
                "_32A.amount in (1280.5)",
                "count(_23E) in (1, 2)",
                "_23E.code in order ('PHON', 'HOLD')",
                "not _23E.code in order ('HOLD', 'PHON')",
                "_23E.code in order ('HOLD', 'SDVA')",
                "_13C.code in order ('HOLD')",
                "distinct(_71F.currency) = 2",
                "distinct(_13C) = 0",
                "every _23E (code)",
                "not every _23E (text)",
                "every _13C (no.such.field)",
                "some _23E (code = 'PHON' and text)",
                "not some _23E (code = 'HOLD' and text)",
                "every _71F (/_32A.currency = currency or amount < 5)",
                "every _72.INS (length(.) = 8)",
                "_23E[code=PHON].text = '+44.1'",
                "not _23E[code=HOLD].text",
                "_23E[2].code = 'HOLD'",
                "not _23E[3]",
                "Amt@Ccy = 'KWD'",
                "Amt/@Ccy",
                "not Amt@Other",
                "_72.RETN and _20 or no and other",
                "no and other or _72.RETN",
                "not (no or other) and not no",
            })
    void holds(String text) {
        assertThat(condition(text).holds(PAYMENT)).as(text).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\";1;Here a path, a text in quotes or a number is expected",
                "a and;6;Here a path, a text in quotes or a number is expected",
                "a and or b;7;Here a path, a text in quotes or a number is expected, not the word or",
                "a b;3;The condition should end here, or go on with and or or",
                "(a;3;Here ) is expected",
                "a.;3;Here the name of a field is expected",
                "a =;4;Here a path, a text in quotes or a number is expected",
                "a = 'x;5;The text that begins here has no closing quote",
                "'x';4;Here a comparison is expected: =, !=, <, <=, >, >=, in, not in, like, contains, is",
                "count(a);9;Here a comparison is expected: =, !=, <, <=, >, >=, in, not in, like, contains, is",
                "a in EUA;6;There is no list EUA",
                "a in ('x';10;Here ) is expected",
                "a like b;8;Here a text in single quotes is expected",
                "part(a, 0, 1) = '';9;Here a number from 1 on is expected",
                "part(a, 1) = '';10;Here , is expected",
                "every a b;9;Here ( is expected",
                "a[b;4;Here = is expected",
                "a[b=c;5;Behind this ] is missing",
                "a[0];4;Here = is expected",
                "a@;3;Here the name of an attribute is expected",
            })
    void aMistakeIsFoundWhereItStands(String text, int column, String message) {
        assertThat(Condition.parse(text, LISTS).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place().column()).isEqualTo(column);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @Test
    void aListOfNearlyThatNameIsOffered() {
        assertThat(Condition.parse("a in EUA", LISTS).findings())
                .extracting(Finding::id, Finding::hint)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("condition.UnknownList", "did you mean EEA?"));
    }

    @Test
    void groupsInOneAnotherHaveAnEnd() {
        String deep = "(".repeat(100_000) + "a" + ")".repeat(100_000);
        assertThat(Condition.parse(deep, LISTS).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("The condition has more than 60 groups in one another"));
        assertThat(Condition.parse("not ".repeat(100_000) + "a", LISTS).ok()).isFalse();
    }

    @Test
    void pathsAreToldFromWhereTheConditionIsAsked() {
        Condition condition =
                condition("every B (_32B.currency = /_32A.currency and some _23E (code = 'X')) or Amt@Ccy");
        assertThat(condition.paths())
                .extracting(Path::toString)
                .containsExactly("/_32A.currency", "Amt@Ccy", "B", "B._23E", "B._23E.code", "B._32B.currency");
    }

    @Test
    void aNameThatIsAWordOfTheLanguageMayStandInAPath() {
        Group document = Group.of().with("in", Group.of().with("not", "x"));
        assertThat(condition("in.not = 'x' and /in").holds(document)).isTrue();
    }
}
