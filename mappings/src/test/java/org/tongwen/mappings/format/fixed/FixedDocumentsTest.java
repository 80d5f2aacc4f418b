package org.tongwen.mappings.format.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

class FixedDocumentsTest {

    private static final Charset GBK = Charset.forName("GBK");

    private static final String BATCHES = """
            charset: GBK
            length: 16
            records:
              - name: file
                fields: [{length: 1, value: H}, {name: date, length: 8}]
              - name: batches
                repeats: true
                required: true
                fields: [{length: 1, value: B}, {name: company, length: 10, required: true}]
                records:
                  - name: entries
                    repeats: true
                    fields:
                      - {length: 1, value: E}
                      - {name: amount, type: number, scale: 2, length: 7}
                      - {name: payee, start: 10, length: 7, values: [张三, 李四, Ann]}
                  - name: total
                    fields: [{length: 1, value: T}, {name: count, type: number, length: 4}]
              - name: end
                fields: [{length: 1, value: Z}]
            """;

    private static final String DOCUMENT = """
            H20261122
            B示例公司
            E0001000 张三
            E0000005 Ann
            T0002
            BOther
            T0000
            Z
            """;

    private final SourceFormat format = Documents.open(new FixedFormat(), BATCHES);

    @Test
    void batchesHoldTheirEntries() {
        byte[] bytes = gbk(padded(DOCUMENT));
        Tree tree = Documents.sound(format.read(bytes));
        assertThat(Documents.shown(tree))
                .isEqualTo("{file={date=20261122}, batches=[{company=示例公司, entries=[{amount=10.00, payee=张三}, "
                        + "{amount=0.05, payee=Ann}], total={count=2}}, {company=Other, total={count=0}}]}");
        Tree payee = tree.field("batches")
                .orElseThrow()
                .items()
                .get(0)
                .field("entries")
                .orElseThrow()
                .items()
                .get(1)
                .field("payee")
                .orElseThrow();
        assertThat(payee.place()).hasToString("4:10 /batches/0/entries/1/payee");
        assertThat(Documents.sound(format.write(tree))).isEqualTo(bytes);
        Documents.sameByItem(format, "batches", bytes);
    }

    @Test
    void whatIsWrongWithRecordsIsSaidWithRecordAndByte() {
        String document = """
                H20261122
                X
                B
                E00A1000X张三
                E0000005 Bob
                E12
                T0002

                """;
        Checked<Tree> read = format.read(gbk(padded(document).replace("E12             \n", "E12\n")));
        assertThat(Documents.said(read.findings()))
                .containsExactly(
                        "2:1 fixed.UnknownRecord",
                        "3:1 /batches/0/company fixed.Missing",
                        "4:2 /batches/0/entries/0/amount fixed.NotANumber",
                        "4:9 fixed.Filler",
                        "5:10 /batches/0/entries/1/payee fixed.NotAllowed",
                        "6:1 fixed.RecordLength",
                        "7 fixed.MissingRecord");
    }

    @Test
    void recordsOutOfOrderAreSaidOnceAndReadAllTheSame() {
        String document = "H20261122\nZ\nB张三\nE000100X Ann\n";
        assertThat(Documents.said(format.read(gbk(padded(document))).findings()))
                .contains("2:1 fixed.MissingRecord", "3:1 fixed.Order", "4:2 /entries/0/amount fixed.NotANumber");
    }

    @Test
    void aCharacterIsNeverSplit() {
        byte[] bytes = gbk("E0000100 aaaaaa张\n");
        byte[] cut = java.util.Arrays.copyOf(bytes, 17);
        cut[16] = '\n';
        byte[] document = concat(gbk(padded("H20261122\nBx\n")), concat(cut, gbk(padded("T0001\nZ\n"))));
        assertThat(Documents.said(format.read(document).findings()))
                .containsExactly("3:10 /batches/0/entries/0/payee fixed.Encoding");
        Tree tree = Documents.sound(format.read(gbk(padded(DOCUMENT))));
        tree.field("batches")
                .orElseThrow()
                .items()
                .get(1)
                .put("company", Documents.texts("v", "六个汉字太长").field("v").orElseThrow());
        Checked<byte[]> written = format.write(tree);
        assertThat(written.value()).isEmpty();
        assertThat(Documents.said(written.findings())).containsExactly("/batches/1/company fixed.TooLong");
        assertThat(written.findings().get(0).message())
                .isEqualTo("company needs 12 bytes in GBK, more than the 10 of its field");
    }

    @Test
    void whatCannotBeWrittenExactlyIsNotWritten() {
        Tree tree = Documents.listed(
                "batches",
                List.of(Documents.texts("company", "\uD83D\uDE00")
                        .put("total", Documents.texts("count", "1.5"))
                        .put(
                                "entries",
                                Documents.listed(
                                                "l",
                                                List.of(
                                                        Documents.texts("amount", "-1", "payee", "Ann"),
                                                        Documents.texts("amount", "100000", "payee", "An\n"),
                                                        Documents.texts("amount", "x", "colour", "red")))
                                        .field("l")
                                        .orElseThrow())));
        assertThat(Documents.said(format.write(tree).findings()))
                .containsExactlyInAnyOrder("/file fixed.Missing", "/batches/0/company fixed.Unmappable");
        tree.field("batches")
                .orElseThrow()
                .items()
                .get(0)
                .put("company", Documents.texts("v", "x ").field("v").orElseThrow());
        assertThat(Documents.said(format.write(tree).findings()))
                .containsExactlyInAnyOrder(
                        "/file fixed.Missing",
                        "/batches/0/company fixed.Padding",
                        "/batches/0/total/count fixed.Decimals",
                        "/batches/0/entries/0/amount fixed.Sign",
                        "/batches/0/entries/1/amount fixed.TooLong",
                        "/batches/0/entries/1/payee fixed.NotAllowed",
                        "/batches/0/entries/1/payee fixed.Character",
                        "/batches/0/entries/2/amount fixed.NotANumber",
                        "/batches/0/entries/2/colour fixed.UnknownField");
    }

    @Test
    void hostRecordsOfPackedNumbersInEbcdicAreRead() {
        SourceFormat host = Documents.open(new FixedFormat(), """
                charset: IBM037
                lines: none
                length: 20
                records:
                  - name: rows
                    repeats: true
                    fields:
                      - {name: name, length: 10}
                      - {name: amount, type: packed, scale: 2, length: 4}
                      - {name: balance, type: overpunch, scale: 2, length: 6}
                """);
        byte[] bytes = concat(
                "MUELLER   ".getBytes(Charset.forName("IBM037")),
                concat(HexFormat.of().parseHex("0012345D"), HexFormat.of().parseHex("F0F0F4F2F5D5")));
        assertThat(bytes[0]).isEqualTo((byte) 0xD4);
        Tree tree = Documents.sound(host.read(concat(bytes, bytes)));
        assertThat(Documents.shown(tree.field("rows").orElseThrow().items().get(1)))
                .isEqualTo("{name=MUELLER, amount=-123.45, balance=-42.55}");
        assertThat(Documents.sound(host.write(tree))).isEqualTo(concat(bytes, bytes));
        assertThat(Documents.said(host.read(java.util.Arrays.copyOf(bytes, 19)).findings()))
                .containsExactly("1:1 fixed.CutRecord");
        bytes[13] = 0x45;
        assertThat(Documents.said(host.read(bytes).findings())).containsExactly("1:11 /rows/0/amount fixed.Packed");
    }

    /** The signs of CFONB: E is +5, N is -5. */
    @Test
    void overpunchedSignsAreThoseOfTheFrenchBanks() {
        SourceFormat cfonb = Documents.open(new FixedFormat(), """
                records: [{name: lines, repeats: true, fields: [{name: amount, type: overpunch, scale: 2, length: 14}]}]
                """);
        byte[] bytes =
                "0000000004250E\n0000000004250N\n0000000000000{\n              \n".getBytes(StandardCharsets.US_ASCII);
        Tree tree = Documents.sound(cfonb.read(bytes));
        assertThat(Documents.shown(tree)).isEqualTo("{lines=[{amount=425.05}, {amount=-425.05}, {amount=0.00}, {}]}");
        assertThat(Documents.sound(cfonb.write(tree))).isEqualTo(bytes);
    }

    @Test
    void signsAndBlanksOfNumbersComeBackAsTheyWere() {
        SourceFormat numbers = Documents.open(new FixedFormat(), """
                records:
                  - name: n
                    repeats: true
                    fields:
                      - {name: lead, type: number, sign: leading, length: 5}
                      - {name: trail, type: number, sign: trailing, scale: 1, pad: " ", length: 5}
                      - {name: free, type: packed, signed: false, length: 2}
                length: 12
                """);
        byte[] bytes = concat(
                concat("-0012  05+".getBytes(StandardCharsets.US_ASCII), new byte[] {0x12, 0x3F}), new byte[] {'\n'});
        Tree tree = Documents.sound(numbers.read(bytes));
        assertThat(Documents.shown(tree)).isEqualTo("{n=[{lead=-12, trail=0.5, free=123}]}");
        assertThat(new String(Documents.sound(numbers.write(tree)), StandardCharsets.ISO_8859_1))
                .startsWith("-0012   5+");
        assertThat(Documents.said(numbers.write(Documents.listed("n", List.of(Documents.texts("lead", "1"))))
                        .findings()))
                .containsExactly("/n/0/free fixed.Missing");
    }

    @Test
    void trimmedLinesAreReadAndWholeLinesWritten() {
        SourceFormat trimmed = Documents.open(new FixedFormat(), BATCHES + "trimmed: true\n");
        byte[] document = gbk("H20261122\r\nB示例公司\r\nT0000\r\nZ\r\n\r\n");
        Tree tree = Documents.sound(trimmed.read(document));
        assertThat(Documents.shown(tree))
                .isEqualTo("{file={date=20261122}, batches=[{company=示例公司, total={count=0}}]}");
        assertThat(new String(Documents.sound(trimmed.write(tree)), GBK))
                .startsWith("H20261122       \nB示例公司       \n");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        assertThat(Documents.said(format.read(new byte[3_000_000]).findings())).containsExactly("1:1 fixed.TooLarge");
    }

    static String padded(String document) {
        return document.lines()
                .map(line -> line.isEmpty()
                        ? line
                        : line.stripTrailing()
                                + " ".repeat(16 - line.stripTrailing().getBytes(GBK).length))
                .reduce("", (all, line) -> all + line + "\n");
    }

    static byte[] gbk(String text) {
        return text.getBytes(GBK);
    }

    static byte[] concat(byte[] one, byte[] other) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
