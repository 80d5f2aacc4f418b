package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** Code words that stand in any order, and fields that a layout takes without knowing them. */
class LayoutWordsTest {

    private static final MtType WORDS = MtType.of("804");

    private static String field(String tag, String lines) {
        return ":20:W1\n:" + tag + ":" + lines.replace("\\n", "\n") + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/INS/AAAAGB2L;{INS=[AAAAGB2L]};/INS/AAAAGB2L",
                "/ACC/a\\n//b\\n//c\\n/INS/x;{ACC=[a, b, c], INS=[x]};/INS/x\\n/ACC/a\\n//b\\n//c",
                "/INS/x\\n/BNF/a\\n//b\\n/INS/y;{INS=[x, y], other=[/BNF/a, //b]};/INS/x\\n/INS/y\\n/BNF/a\\n//b",
                "/ACC/a\\n/ACC/b\\n//c;{ACC=[a], other=[/ACC/b, //c]};/ACC/a\\n/ACC/b\\n//c",
                "/INS/x\\n//y;{other=[/INS/x, //y]};/INS/x\\n//y",
                "/INS/;{other=[/INS/]};/INS/",
                "free text;{other=[free text]};free text",
                "//x;{other=[//x]};//x",
                "/AC01/why\\n/RETN/50C;{reason={code=AC01, text=why}, RETN=50C};/RETN/50C\\n/AC01/why",
                "/RETN/5;{other=[/RETN/5]};/RETN/5",
                "/CHGS/EUR2,5;{CHGS={currency=EUR, amount=2,5}};/CHGS/EUR2,5",
            })
    void linesStandInAnyOrderAndAreWrittenInThatOfTheLayout(String lines, String expected, String written) {
        Tree tree = WORDS.tree(field("72", lines));
        assertThat(tree.field("_72").orElseThrow()).hasToString(expected);
        assertThat(WORDS.write(tree)).isEqualTo(WORDS.message(field("72", written)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "72;/INS/a_b;mt.Character 3:11 4:72.INS[1]",
                "72;a\\nb\\nc\\nd\\ne\\nf\\ng;mt.Format 9:1 4:72",
                "73;/BNF/a;mt.Format 3:6 4:73.reason.code",
                "73;/ACC/a\\n/ACC/b;mt.Format 4:2 4:73.reason.code",
                "73;/ACC/a\\n//b_;mt.Character 4:4 4:73.ACC[2]",
                "73;/RETN/5;mt.Format 3:11 4:73.RETN",
                "73;/INS/a\\n//b;mt.Format 4:2 4:73.reason.code",
                "73;free;mt.Format 3:5 4:73",
            })
    void whatFitsNowhereIsFound(String tag, String lines, String expected) {
        assertThat(WORDS.findings(field(tag, lines))).containsExactly(expected);
    }

    @Test
    void valuesThatWouldBecomeOtherCodeWordsAreRefused() {
        Tree tree = WORDS.tree(field("72", "/INS/x"));
        Tree other = Tree.list(Place.NOWHERE).add(Tree.text("/ACC/feigned", Place.NOWHERE));
        tree.field("_72").orElseThrow().put("other", other);
        assertThat(WORDS.source().write(tree).findings()).isNotEmpty();
        assertThat(WORDS.source().write(tree).value()).isEmpty();
    }

    @Test
    void fieldsCopiedFromAnotherMessageAreKept() {
        String text = ":20:W1\n:72:/INS/x\n:32A:261204EUR1,\n:20:COPY\n:50K:/1\nExample\n:72:/INS/y\n";
        Tree tree = WORDS.tree(text);
        assertThat(tree.field("copy").orElseThrow())
                .hasToString("[{tag=32A, lines=[261204EUR1,]}, {tag=20, lines=[COPY]}, "
                        + "{tag=50K, lines=[/1, Example]}, {tag=72, lines=[/INS/y]}]");
        assertThat(tree.field("copy").orElseThrow().items().get(2).place()).isEqualTo(Place.of(6, 1, "4:copy[3]"));
        assertThat(WORDS.write(tree)).isEqualTo(WORDS.message(text));
        assertThat(WORDS.findings(text.replace("/INS/y", "\u00e4")))
                .containsExactly("mt.Character 8:5 4:copy[4].lines[1]");
        assertThat(WORDS.findings(":32A:261204EUR1,\n")).containsExactly("mt.MissingField 1:51 4:20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "20:x\n:21", "20a", "200", "}"})
    void aTagThatIsNoneCannotBeWritten(String tag) {
        Tree tree = WORDS.tree(":20:W1\n:32A:261204EUR1,\n");
        tree.field("copy").orElseThrow().items().get(0).put("tag", Tree.text(tag, Place.NOWHERE));
        assertThat(Mt.shown(WORDS.source().write(tree).findings()))
                .anyMatch(finding -> finding.endsWith("4:copy[1].tag"));
        assertThat(WORDS.source().write(tree).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20 mandatory 16x\n20 optional 16x",
                "begin B optional\n20 mandatory 16x",
                "20 mandatory 16x\nend",
                "20 often 16x",
                "20 mandatory ( 16x",
            })
    void aLayoutThatIsWrongIsRefused(String layout) {
        assertThatThrownBy(() -> new LayoutReader("").read("000", layout))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("layout: ");
    }

    @Test
    void piecesThatLayoutsShareMayBeReplaced() {
        Layout layout =
                new LayoutReader("let X 3!a\nlet Y 2!n").read("000", "let X 4!a\n21 optional @X\n22 optional @Y");
        assertThat(layout.rules())
                .extracting(rule -> Part.shown(rule.lines().get(0).parts()))
                .containsExactly("4!a", "2!n");
    }
}
