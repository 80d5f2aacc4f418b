package org.tongwen.mappings.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.tree.SourceField;

class CsvLayoutTest {

    private final CsvFormat format = new CsvFormat();

    @Test
    void allMistakesOfALayoutAreFoundWithTheirPlaces() {
        assertThat(Documents.mistakes(format, """
                charset: GBX
                bom: maybe
                seperator: ";"
                separator: ";;"
                quote: ";"
                header: false
                list: two words
                columns:
                  - {name: a.b, header: A}
                  - {name: amount, max: 0, colour: red}
                  - {name: amount}
                  - amount
                """))
                .containsExactly(
                        "1:10 layout.Value",
                        "2:6 layout.Value",
                        "3:1 layout.UnknownKey",
                        "4:12 layout.Value",
                        "7:7 layout.Value",
                        "9:12 layout.Value",
                        "9:25 layout.Value",
                        "10:25 layout.Value",
                        "10:28 layout.UnknownKey",
                        "11:5 layout.Twice",
                        "12:5 layout.Form");
    }

    @Test
    void aLayoutWithoutColumnsOrWithQuotesLikeTheSeparatorIsRefused() {
        assertThat(Documents.mistakes(format, "quote: ','"))
                .containsExactly("1:1 layout.MissingKey", "1:8 layout.Value");
        assertThat(Documents.mistakes(format, "charset: UTF-16\ncolumns: [{name: a}]"))
                .containsExactly("1:10 layout.Value");
        assertThat(Documents.mistakes(format, "charset: GBK\nbom: true\ncolumns: [{name: a, header: 𠀀}]"))
                .containsExactly("2:6 layout.Value", "3:11 layout.Value");
        assertThat(Documents.mistakes(format, "- a")).containsExactly("1:1 layout.Form");
    }

    @Test
    void aMissingLayoutFileIsAFindingOfTheMapping() {
        assertThat(Documents.said(
                        format.open(Map.of("schema", "x"), name -> new byte[0]).findings()))
                .containsExactly("mapping.UnknownOption", "mapping.MissingSchema");
        assertThat(Documents.said(format.open(Map.of("layout", "x"), name -> {
                            throw new FileNotFoundException(name);
                        })
                        .findings()))
                .containsExactly("mapping.MissingSchema");
    }

    @Test
    void mappingsSeeAListOfRows() {
        SourceField schema = Documents.open(format, """
                        list: payments
                        columns: [{name: id, required: true, max: 35}, {name: fee, values: [OUR, SHA]}]
                        """).schema();
        SourceField row = schema.field("payments").orElseThrow().items().orElseThrow();
        assertThat(row.field("id").orElseThrow()).isEqualTo(SourceField.text(true, 35));
        assertThat(row.field("fee").orElseThrow().values()).containsExactly("OUR", "SHA");
    }
}
