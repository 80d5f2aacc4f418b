package org.tongwen.mappings.format.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

class FixedLayoutTest {

    private final FixedFormat format = new FixedFormat();

    @Test
    void allMistakesOfALayoutAreFoundWithTheirPlaces() {
        assertThat(Documents.mistakes(format, """
                charset: GBK
                length: 20
                lines: cr
                records:
                  - name: header
                    length: 10
                    fields:
                      - {length: 1, value: HH}
                      - {name: a, start: 1, length: 4}
                      - {name: a, length: 50}
                      - {name: b}
                  - name: rows
                    repeats: true
                    fields:
                      - {name: n, length: 50, type: number, pad: x}
                      - {name: c, length: 2, pad: 张, align: middle}
                      - {name: d, length: 2, type: date}
                      - {name: e, length: 2, type: number, scale: 99, sign: both}
                  - {name: rows}
                """))
                .containsExactly(
                        "3:8 layout.Value",
                        "5:3 layout.Ambiguous",
                        "6:13 layout.Value",
                        "8:28 layout.Value",
                        "9:9 layout.Overlap",
                        "10:9 layout.Overlap",
                        "10:9 layout.Twice",
                        "11:9 layout.MissingKey",
                        "11:9 layout.Overlap",
                        "15:9 layout.Overlap",
                        "15:27 layout.Value",
                        "15:50 layout.Value",
                        "16:9 layout.Overlap",
                        "16:35 layout.Value",
                        "16:45 layout.Value",
                        "17:9 layout.Overlap",
                        "17:36 layout.Value",
                        "18:9 layout.Overlap",
                        "18:51 layout.Value",
                        "18:61 layout.Value",
                        "19:5 layout.MissingKey",
                        "19:5 layout.Twice");
    }

    @Test
    void recordsThatCannotBeToldApartAreRefused() {
        assertThat(Documents.mistakes(format, """
                records:
                  - {name: a, repeats: true, fields: [{length: 1, value: A}, {name: x, length: 1}]}
                  - {name: b, fields: [{name: kind, length: 1}]}
                """)).containsExactly("2:3 layout.Ambiguous");
    }

    @Test
    void countingNeedsALength() {
        assertThat(Documents.mistakes(
                        format, "lines: none\ntrimmed: true\nrecords: [{name: a, fields: [{name: x, length: 1}]}]"))
                .containsExactly("1:1 layout.MissingKey", "2:10 layout.Value");
        assertThat(Documents.mistakes(format, "records: [{name: a, fields: [{name: x, length: 1, type: packed}]}]"))
                .containsExactly("1:1 layout.MissingKey");
        assertThat(Documents.mistakes(format, "charset: UTF-16LE\nrecords: []"))
                .containsExactly("1:10 layout.Value", "2:10 layout.MissingKey");
    }

    @Test
    void mappingsSeeAnObjectForEachRecordAndListsOfThoseThatRepeat() {
        SourceFormat opened = Documents.open(format, """
                records:
                  - {name: header, fields: [{length: 1, value: H}, {name: date, length: 8}]}
                  - name: batches
                    repeats: true
                    fields: [{length: 1, value: B}, {name: sum, type: number, scale: 2, length: 9}]
                    records:
                      - {name: entries, repeats: true, fields: [{length: 1, value: E}, {name: id, length: 5}]}
                  - {name: end, fields: [{length: 1, value: Z}]}
                """);
        SourceField schema = opened.schema();
        assertThat(schema.fields().keySet()).containsExactly("header", "batches");
        SourceField batch = schema.field("batches").orElseThrow().items().orElseThrow();
        assertThat(batch.field("sum").orElseThrow().kind()).isEqualTo(Tree.Kind.NUMBER);
        assertThat(batch.field("sum").orElseThrow().maxLength()).isEqualTo(OptionalInt.of(10));
        assertThat(batch.field("entries").orElseThrow().kind()).isEqualTo(Tree.Kind.LIST);
        assertThat(opened.items().orElseThrow().hasItems("batches")).isTrue();
        assertThat(opened.items().orElseThrow().hasItems("batches.entries")).isFalse();
        assertThat(opened.items().orElseThrow().hasItems("header")).isFalse();
    }
}
