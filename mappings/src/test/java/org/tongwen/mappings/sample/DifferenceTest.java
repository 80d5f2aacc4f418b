package org.tongwen.mappings.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void theSameHasNoDifference() {
        assertThat(between("a\nb", "a\nb")).isEmpty();
        assertThat(between("", "")).isEmpty();
    }

    @Test
    void changesThatLieTogetherShareAHunk() {
        assertThat(between("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", "1\n2\nthree\n4\n5\n7\n8\n9\n10\n11\ntwelve"))
                .isEqualTo("""
                        --- one
                        +++ other
                        @@ -1 +1 @@
                         1
                         2
                        -3
                        +three
                         4
                         5
                        -6
                         7
                         8
                        @@ -10 +9 @@
                         10
                         11
                        -12
                        +twelve
                        """);
    }

    @Test
    void linesMayComeToAnEmptyDocumentAndGo() {
        assertThat(between("", "a")).isEqualTo("--- one\n+++ other\n@@ -1 +1 @@\n-\n+a\n");
        assertThat(between("a\nb\n", "a\n")).contains("-b\n");
    }

    @Test
    void signsThatCommandATerminalAreEscaped() {
        assertThat(between("a\r", "\u001b[2Ja")).contains("-a\\u000d\n").contains("+\\u001b[2Ja\n");
    }

    @Test
    void documentsTooLongToCompareAreShownAsExchanged() {
        String one = numbers(0, 2_500);
        String other = numbers(10_000, 2_500);

        String difference = between(one, other);

        assertThat(difference.lines().filter(line -> line.startsWith("-")).count())
                .isEqualTo(2_501);
        assertThat(difference.lines().filter(line -> line.startsWith("+")).count())
                .isEqualTo(2_501);
    }

    @Test
    void whatDiffersIsFoundInTheLongestCommonSequence() {
        String difference = between(
                numbers(0, 1_000), numbers(0, 1_000).replace("500\n", "").replace("700", "x"));

        assertThat(difference.lines().filter(line -> line.matches("[-+][^-+].*")))
                .containsExactly("-500", "-700", "+x");
    }

    private static String numbers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    private static String between(String one, String other) {
        return Difference.of("one", lines(one), "other", lines(other));
    }

    private static List<Line> lines(String text) {
        return Reading.exact(text.getBytes(StandardCharsets.UTF_8));
    }
}
