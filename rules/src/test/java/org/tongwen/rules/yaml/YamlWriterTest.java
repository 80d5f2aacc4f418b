package org.tongwen.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.Place;

class YamlWriterTest {

    private static final List<String> PIECES = List.of(
            "a",
            "Nm",
            "= ",
            "'TRF'",
            " as ",
            "(",
            ")",
            ",",
            ", ",
            "[",
            "]",
            "{",
            "}",
            ":",
            ": ",
            " #",
            "#",
            "\"",
            "\\",
            "\n",
            "\t",
            "~",
            "-",
            "- ",
            "?",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            " ",
            "  ",
            "...",
            "---",
            "张",
            "\u2028",
            "\ufeff",
            "\u0085",
            "\u00a0",
            "𠮷",
            "0123",
            "NO",
            "2026-11-21",
            "/",
            ".",
            "_13C[code=CLSTIME].time");

    @Test
    void smallMapsStandInOneLineAndLargeOnesDoNot() {
        String file = """
                mapping: a.b
                source: {format: json, schema: x.json}
                codes: {charges: {OUR: DEBT, SHA: SHAR}}

                Document:
                  Nm: "{given} {family}"
                  IntrBkSttlmAmt: amount as decimal(comma, currency)
                  Othr:
                    - Id: one
                      Issr: = 'A'
                      Nm: "a: b"
                      Tp: two, three
                    - {Id: two}
                """;

        assertThat(YamlWriter.write(read(file))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "= 'TRF'",
                "amount as minor(CNY)",
                "priority ?? 'NORM'",
                "0123",
                "NO",
                "~",
                "_20",
                "/appid",
                "a, b"
            })
    void whatNeedsNoQuotesGetsNone(String text) {
        assertThat(YamlWriter.scalar(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a: b", "{a} {b}", "a #b", "- a", "a:", " a", "'a", "[a", "@a", "a\nb", "...", "#"})
    void whatNeedsQuotesGetsThem(String text) {
        assertThat(YamlWriter.scalar(text)).startsWith("\"").endsWith("\"");
    }

    @Test
    void everyTreeReadsBackEqual() {
        Random random = new Random(20261122);
        for (int i = 0; i < 3_000; i++) {
            Yaml tree = tree(random, 4);
            String written = YamlWriter.write(tree);

            assertThat(shape(read(written))).as(written).isEqualTo(shape(tree));
        }
    }

    /** All but the places: a text, a list of shapes, or a map of shapes. */
    private static Object shape(Yaml tree) {
        if (tree instanceof Yaml.Fields fields) {
            Map<String, Object> shape = new LinkedHashMap<>();
            fields.entries().forEach((key, entry) -> shape.put(key, shape(entry.value())));
            return List.copyOf(shape.entrySet());
        }
        return tree instanceof Yaml.Items items
                ? items.items().stream().map(YamlWriterTest::shape).toList()
                : ((Yaml.Text) tree).text();
    }

    private static Yaml tree(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1) {
            List<Yaml> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(tree(random, depth - 1));
            }
            return new Yaml.Items(items, Place.NOWHERE);
        }
        if (kind > 1) {
            Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                String key = text(random) + (random.nextInt(40) == 0 ? "k".repeat(1_100) : "");
                entries.put(key, new Yaml.Entry(key, Place.NOWHERE, tree(random, depth - 1)));
            }
            return new Yaml.Fields(entries, Place.NOWHERE);
        }
        return new Yaml.Text(text(random), random.nextInt(8) == 0, Place.NOWHERE);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static Yaml read(String file) {
        Checked<Yaml> read = YamlReader.read("x.yaml", file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.ok()).as(FindingText.lines(read.findings()) + file).isTrue();
        return read.value().orElseThrow();
    }
}
