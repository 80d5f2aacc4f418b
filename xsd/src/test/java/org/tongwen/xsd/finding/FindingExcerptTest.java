package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingExcerptTest {

    @Test
    void theLineIsShownWithAMarkUnderTheColumn() {
        assertThat(excerpt(2, 9, "a: b\nChrgBr: fee as cod(charges)\n")).isEqualTo("""
                    2 | ChrgBr: fee as cod(charges)
                      |         ^
                """);
    }

    @Test
    void aMarkBehindTheLineStandsAtItsEnd() {
        assertThat(excerpt(1, 99, "abc")).isEqualTo("    1 | abc\n      |    ^\n");
    }

    @Test
    void aPlaceWithoutColumnShowsTheLineAlone() {
        assertThat(excerpt(10, 0, "\n".repeat(9) + "ten")).isEqualTo("    10 | ten\n");
    }

    @Test
    void aPlaceWithoutSuchALineShowsNothing() {
        assertThat(excerpt(0, 0, "abc")).isEmpty();
        assertThat(excerpt(3, 1, "abc\n")).isEmpty();
        assertThat(excerpt(2, 1, "abc\n  \n")).isEmpty();
    }

    @Test
    void chineseCharactersTakeTheRoomOfTwo() {
        assertThat(excerpt(1, 5, "名字: x")).isEqualTo("    1 | 名字: x\n      | \u3000\u3000  ^\n");
    }

    @Test
    void tabsAndSignsThatCommandATerminalDoNotMoveTheMark() {
        assertThat(excerpt(1, 4, "\t\u001bax")).isEqualTo("    1 |  \\u001bax\n      |         ^\n");
    }

    @Test
    void ofALongLineTheSurroundingsAreShown() {
        String excerpt = excerpt(1, 5_001, "x".repeat(5_000) + "HERE" + "y".repeat(5_000));

        assertThat(excerpt.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(140));
        String[] lines = excerpt.split("\n");
        assertThat(lines[0].substring(lines[1].indexOf('^'))).startsWith("HERE");
    }

    private static String excerpt(int line, int column, String document) {
        return FindingExcerpt.of(Place.of(line, column, ""), document);
    }
}
