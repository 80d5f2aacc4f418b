package org.tongwen.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;

class YamlReaderTest {

    @Test
    void everyScalarStaysText() {
        Yaml.Fields fields = (Yaml.Fields) read("{country: NO, id: 0123, when: 2026-11-21, none: null, on: 'yes'}")
                .value()
                .orElseThrow();
        assertThat(fields.text("country")).contains("NO");
        assertThat(fields.text("id")).contains("0123");
        assertThat(fields.text("when")).contains("2026-11-21");
        assertThat(fields.text("none")).contains("null");
        assertThat(fields.entry("on").orElseThrow().keyPlace()).hasToString("test.yaml:1:55");
    }

    @Test
    void whatHidesItsMeaningIsRefused() {
        assertThat(lines("a: 1\nb: 2\na: 3\n"))
                .containsExactly(
                        "test.yaml:3:1: [ERROR] a stands here a second time | yaml.DuplicateKey",
                        "    the first one is in line 1");
        assertThat(lines("a: &x 1\nb: *x\n")).anyMatch(line -> line.endsWith("yaml.Anchor"));
        assertThat(lines("a: !!int 1\n")).containsExactly("test.yaml:1:4: [ERROR] tags are not allowed | yaml.Tag");
        assertThat(lines("[a, b]: 1\n")).anyMatch(line -> line.endsWith("yaml.Key"));
    }

    @Test
    void anchorsAliasesAndTagsAreFoundWhereverTheyStand() {
        assertThat(lines("a: &a [*a]\n"))
                .containsExactly(
                        "test.yaml:1:4: [ERROR] anchors and aliases are not allowed; write it out | yaml.Anchor",
                        "test.yaml:1:8: [ERROR] anchors and aliases are not allowed; write it out | yaml.Anchor");
        for (String text : List.of("a: !!seq []\n", "a: !!python/object:x {}\n", "!!int key: 1\n", "a: ! b\n")) {
            assertThat(lines(text)).singleElement().asString().endsWith("tags are not allowed | yaml.Tag");
        }
        assertThat(lines("&k key: 1\n")).singleElement().asString().endsWith("yaml.Anchor");
        assertThat(lines("a: &x 1\nb: [" + "*x, ".repeat(10_000) + "]\n")).hasSize(100);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(lines("[".repeat(5_000)))
                .containsExactly(
                        "test.yaml:1:101: [ERROR] lists and maps are nested more than 100 deep | yaml.TooDeep");
        assertThat(lines("[".repeat(100) + "]".repeat(100))).isEmpty();
    }

    @Test
    void brokenFilesGiveAPlace() {
        assertThat(lines("")).containsExactly("test.yaml:1:1: [ERROR] the file is empty | yaml.Empty");
        assertThat(lines("a: [1\n")).singleElement().asString().startsWith("test.yaml:2:1: [ERROR]");
        assertThat(lines("a: 1\n\tb: 2\n")).singleElement().asString().startsWith("test.yaml:2:1: [ERROR]");
        assertThat(YamlReader.read("test.yaml", new byte[] {(byte) 0xff}).findings())
                .extracting(finding -> finding.id())
                .containsExactly("yaml.Encoding");
    }

    private static Checked<Yaml> read(String text) {
        return YamlReader.read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(String text) {
        return FindingText.lines(read(text).findings()).lines().toList();
    }
}
