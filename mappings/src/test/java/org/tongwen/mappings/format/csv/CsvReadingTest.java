package org.tongwen.mappings.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

class CsvReadingTest {

    private static final String COLUMNS = """
            columns:
              - {name: id, header: 编号, required: true, max: 5}
              - {name: name, header: 户名}
              - {name: fee, header: 费用, values: [OUR, SHA]}
            """;

    private final SourceFormat format = Documents.open(new CsvFormat(), COLUMNS);

    @Test
    void quotedValuesHoldSeparatorsQuotesAndLineEnds() {
        Tree tree = Documents.sound(read("编号,户名,费用\r\n1,\"a, \"\"b\"\"\r\nc\",OUR\r\n\"2\",,\r\n"));
        assertThat(Documents.shown(tree)).isEqualTo("{rows=[{id=1, name=a, \"b\"\r\nc, fee=OUR}, {id=2}]}");
        Tree fee = tree.field("rows").orElseThrow().items().get(0).field("fee").orElseThrow();
        assertThat(fee.place()).hasToString("3:4 /rows/0/fee");
    }

    @Test
    void columnsStandInAnyOrderAndOptionalOnesMayBeMissing() {
        Tree tree = Documents.sound(read("\uFEFF费用,编号\nSHA,7\n\n\n"));
        assertThat(Documents.shown(tree)).isEqualTo("{rows=[{fee=SHA, id=7}]}");
    }

    @Test
    void wrongHeadersAreNamedColumnByColumn() {
        assertThat(said("户名,户名,费甩,x"))
                .containsExactly(
                        "1:1 csv.MissingColumn",
                        "1:4 csv.DuplicateColumn",
                        "1:7 csv.UnknownColumn",
                        "1:10 csv.UnknownColumn");
        assertThat(said("")).containsExactly("1:1 csv.Empty");
    }

    @Test
    void everyMistakeInARowIsFoundAndTheOthersAreReadOn() {
        assertThat(said("""
                编号,户名,费用
                1,a,XXX
                123456,b,OUR
                ,c,
                3,d
                4,e,OUR,x

                5,f"g,OUR
                6,"h" ,OUR
                7,i\0,OUR
                8,j,SHA
                9,"k
                """))
                .containsExactly(
                        "2:5 /rows/0/fee csv.NotAllowed",
                        "3:1 /rows/1/id csv.TooLong",
                        "4:1 /rows/2/id csv.Missing",
                        "5:1 /rows/3 csv.Ragged",
                        "6:1 /rows/4 csv.Ragged",
                        "7:1 csv.EmptyLine",
                        "8:4 csv.Quote",
                        "9:6 csv.Quote",
                        "10:4 csv.Character",
                        "12:3 csv.UnclosedQuote");
    }

    @Test
    void bytesThatAreNoCharactersAreFindingsAndNeverReplaced() {
        byte[] gbk = "编号,户名,费用\n1,张三,OUR\n".getBytes(Charset.forName("GBK"));
        List<String> asUtf8 = Documents.said(format.read(gbk).findings());
        assertThat(asUtf8.get(0)).isEqualTo("1:1 csv.Encoding");
        byte[] damaged = "编号,户名,费用\n1,ab,OUR\n2,c,SHA\n".getBytes(StandardCharsets.UTF_8);
        damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf("ab") + 1] = (byte) 0xC3;
        Checked<Tree> read = format.read(damaged);
        assertThat(Documents.said(read.findings())).containsExactly("2:4 csv.Encoding");
        assertThat(Documents.shown(read.value().orElseThrow())).isEqualTo("{rows=[{id=2, name=c, fee=SHA}]}");
    }

    @Test
    void documentsInTheCharsetsOfChineseBanksAreRead() {
        for (String charset : List.of("GBK", "GB18030", "UTF-16LE", "Big5")) {
            SourceFormat other = Documents.open(
                    new CsvFormat(),
                    "charset: " + charset + "\n"
                            + COLUMNS.replace("编号", "帳號").replace("户名", "名").replace("费用", "用"));
            byte[] document = "帳號,名,用\r\n1,中文,OUR\r\n".getBytes(Charset.forName(charset));
            assertThat(Documents.shown(Documents.sound(other.read(document))))
                    .isEqualTo("{rows=[{id=1, name=中文, fee=OUR}]}");
            assertThat(Documents.sound(other.write(Documents.sound(other.read(document)))))
                    .isEqualTo(document);
        }
    }

    @Test
    void aFileWithoutHeaderAndWithOtherSeparatorsIsRead() {
        SourceFormat plain = Documents.open(
                new CsvFormat(),
                "{separator: tab, quote: none, header: false, lines: lf, columns: [{name: a}, {name: b}]}");
        byte[] document = "1\t\"2\"\n\t\n".getBytes(StandardCharsets.UTF_8);
        Tree tree = Documents.sound(plain.read(document));
        assertThat(Documents.shown(tree)).isEqualTo("{rows=[{a=1, b=\"2\"}, {}]}");
        assertThat(Documents.sound(plain.write(tree))).isEqualTo(document);
    }

    @Test
    void aValueWithoutEndIsRefusedBeforeItFillsTheMemory() {
        assertThat(said("编号,户名,费用\n1,\"" + "x".repeat(1_100_000))).containsExactly("2:3 csv.TooLarge");
        assertThat(said("编号,户名,费用\n" + ",".repeat(20_000))).contains("2:10001 csv.TooLarge");
    }

    @Test
    void thousandsOfMistakesAreCutShort() {
        String rows = "x\n".repeat(5_000);
        assertThat(read("编号,户名,费用\n" + rows).findings()).hasSize(1_000);
    }

    private Checked<Tree> read(String document) {
        return format.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> said(String document) {
        return Documents.said(read(document).findings());
    }
}
