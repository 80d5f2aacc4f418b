package org.tongwen.mappings.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

class CsvWritingTest {

    @Test
    void quotesStandOnlyWhereTheyAreNeeded() {
        SourceFormat format = format("");
        byte[] bytes = Documents.sound(format.write(rows(
                Documents.texts("a", "1;2", "b", " x "),
                Documents.texts("b", "say \"hi\", then\nbye"),
                Documents.texts())));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("a,b\r\n1;2, x \r\n,\"say \"\"hi\"\", then\nbye\"\r\n,\r\n");
    }

    @Test
    void aRowOfOneEmptyValueIsNoEmptyLine() {
        SourceFormat format = Documents.open(new CsvFormat(), "columns: [{name: a}]");
        byte[] bytes = Documents.sound(format.write(rows(Documents.texts(), Documents.texts("a", "1"))));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("a\r\n\"\"\r\n1\r\n");
        assertThat(Documents.shown(Documents.sound(format.read(bytes)))).isEqualTo("{rows=[{}, {a=1}]}");
    }

    @Test
    void nothingIsWrittenThatWouldBeReadOtherwise() {
        SourceFormat format = format("charset: GBK\nquote: none\n");
        List<String> said = Documents.said(format.write(rows(
                        Documents.texts("a", "\uD83D\uDE00"),
                        Documents.texts("a", "1,2"),
                        Documents.texts("a", "x\0"),
                        Documents.texts("a", "toolong"),
                        Documents.texts("c", "x"),
                        Documents.texts().put("a", Documents.texts()),
                        Tree.text("x", Place.NOWHERE)))
                .findings());
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "/rows/0/a csv.Unmappable",
                        "/rows/1/a csv.NeedsQuotes",
                        "/rows/2/a csv.Character",
                        "/rows/3/a csv.TooLong",
                        "/rows/4/c csv.UnknownField",
                        "/rows/5/a csv.Structure",
                        "/rows/6 csv.Structure");
        assertThat(Documents.said(
                        format.write(Documents.texts("rows", "x", "more", "y")).findings()))
                .containsExactly("/more csv.UnknownField", "/rows csv.Structure");
    }

    private static SourceFormat format(String head) {
        return Documents.open(new CsvFormat(), head + "columns: [{name: a, max: 5}, {name: b}]");
    }

    private static Tree rows(Tree... rows) {
        return Documents.listed("rows", List.of(rows));
    }
}
