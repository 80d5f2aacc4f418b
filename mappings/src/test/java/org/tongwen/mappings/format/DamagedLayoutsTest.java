package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.csv.CsvFormat;
import org.tongwen.mappings.format.fixed.FixedFormat;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Layouts with random damage: each is understood or refused with findings, and what is understood reads and writes. */
class DamagedLayoutsTest {

    private static final String CSV = """
            charset: GBK
            bom: false
            separator: ";"
            quote: none
            lines: lf
            header: true
            list: rows
            columns:
              - {name: id, header: 编号, required: true, max: 5}
              - {name: fee, values: [OUR, SHA]}
            """;

    private static final String FIXED = """
            charset: GBK
            lines: none
            length: 20
            records:
              - name: head
                fields: [{length: 1, value: H}, {name: date, start: 5, length: 8}]
              - name: rows
                repeats: true
                fields:
                  - {length: 1, value: R}
                  - {name: amount, type: packed, scale: 2, length: 4}
                  - {name: fee, type: overpunch, length: 5}
                  - {name: rate, type: number, sign: trailing, pad: " ", length: 5}
                  - {name: note, align: right, length: 5}
                records:
                  - {name: more, required: false, fields: [{length: 1, value: M}, {type: filler, length: 3}]}
            """;

    private static final String[] WORDS = {
        "true",
        "none",
        "0",
        "1",
        "-1",
        "99999",
        "999999999999",
        "x",
        "张",
        "[",
        "{",
        "}",
        ":",
        "\n",
        "  ",
        "- ",
        "~",
        "UTF-16LE",
        "IBM037",
        "x-IBM935",
        "number",
        "packed",
        "value: ''",
        "name: a.b",
        "length: 50",
        "repeats: true",
        "pad: 张",
        "scale: 9"
    };

    private final Random random = new Random(20_261_122);

    @Test
    void noLayoutMakesAFormatFail() {
        int understood = 0;
        for (int i = 0; i < 6_000; i++) {
            boolean csv = random.nextBoolean();
            String layout = damaged(csv ? CSV : FIXED);
            Checked<SourceFormat> opened = (csv ? new CsvFormat() : new FixedFormat())
                    .open(Map.of("layout", "l"), name -> layout.getBytes(StandardCharsets.UTF_8));
            assertThat(opened.value().isPresent()).as(layout).isEqualTo(!Finding.anyError(opened.findings()));
            if (opened.value().isPresent()) {
                understood++;
                SourceFormat format = opened.value().get();
                byte[] document = new byte[random.nextInt(200)];
                random.nextBytes(document);
                format.read(document);
                format.write(Documents.listed("rows", java.util.List.of(Documents.texts("id", "1", "amount", "1"))));
            }
        }
        assertThat(understood).isBetween(100, 5_900);
    }

    private String damaged(String layout) {
        StringBuilder text = new StringBuilder(layout);
        for (int wrong = random.nextInt(3); wrong >= 0; wrong--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(6));
            text.replace(at, end, random.nextInt(3) == 0 ? "" : WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
