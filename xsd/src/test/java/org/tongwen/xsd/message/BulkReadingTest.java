package org.tongwen.xsd.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

class BulkReadingTest {

    private static final String HEAD = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-21T10:30:00</CreDtTm><NbOfTxs>4</NbOfTxs><InitgPty/></GrpHdr>
            """;

    private static final String PAYMENT = """
            <PmtInf><PmtInfId>P</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt><Dt>2026-11-23</Dt></ReqdExctnDt>
            <Dbtr><Nm>张三</Nm></Dbtr><DbtrAcct><Id><Othr><Id>1</Id></Othr></Id></DbtrAcct>
            <DbtrAgt><FinInstnId><BICFI>DEMOCNBJ</BICFI></FinInstnId></DbtrAgt>
            """;

    private static final String TRANSACTION = """
            <CdtTrfTxInf><PmtId><EndToEndId>E</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">1.00</InstdAmt></Amt></CdtTrfTxInf>
            """;

    private static final String TAIL = "</CstmrCdtTrfInitn></Document>";

    private static final String TWO = PAYMENT + TRANSACTION + TRANSACTION + "</PmtInf>";

    @Test
    void transactionsAndTheirGroupsComeOneByOneWithWhatStandsAroundThem() {
        List<String> seen = new ArrayList<>();
        Checked<BusinessMessage> read = reader(Limits.DEFAULT)
                .read(stream(HEAD + TWO + TWO + TAIL), (message, part) -> {
                    Node group =
                            part.name().equals("PmtInf") ? part : part.parent().orElseThrow();
                    String payer = group.find("Dbtr/Nm").orElseThrow().text();
                    String message1 = group.parent()
                            .orElseThrow()
                            .find("GrpHdr/MsgId")
                            .orElseThrow()
                            .text();
                    seen.add(message.id() + " " + message1 + " " + payer + " " + part.path());
                });
        String start = "pain.001.001.09 M1 张三 /Document/CstmrCdtTrfInitn/PmtInf";
        assertThat(seen)
                .containsExactly(
                        start + "[1]/CdtTrfTxInf[1]",
                        start + "[1]/CdtTrfTxInf[2]",
                        start + "[1]",
                        start + "[2]/CdtTrfTxInf[1]",
                        start + "[2]/CdtTrfTxInf[2]",
                        start + "[2]");
        assertThat(read.findings()).isEmpty();
        Node body = read.value().orElseThrow().document().root().children().get(0);
        assertThat(body.children()).extracting(Node::name).containsExactly("GrpHdr");
    }

    @Test
    void whatWasHandedOverDoesNotStayInMemory() {
        int many = 5_000;
        InputStream xml = new SequenceInputStream(Collections.enumeration(
                List.of(stream(HEAD + PAYMENT), stream(TRANSACTION.repeat(many)), stream("</PmtInf>" + TAIL))));
        Limits few = new Limits(10_000_000, 20, 50, 10, 100, 100, 10);
        int[] count = {0};
        Checked<BusinessMessage> read = reader(few).read(xml, (message, part) -> count[0]++);
        assertThat(read.findings()).isEmpty();
        assertThat(count[0]).isEqualTo(many + 1);
        assertThat(reader(few)
                        .read(stream(HEAD + PAYMENT + TRANSACTION.repeat(many) + "</PmtInf>" + TAIL))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("xsd.TooLarge");
    }

    @Test
    void mistakesAreThoseOfTheWholeTree() {
        String damaged = HEAD + TWO + TWO.replace("<PmtMtd>TRF</PmtMtd>", "").replaceFirst("1.00", "1,00") + TAIL;
        List<Finding> whole = reader(Limits.DEFAULT).read(stream(damaged)).findings();
        assertThat(whole)
                .extracting(finding -> finding.id() + " " + finding.place().path())
                .containsExactlyInAnyOrder(
                        "xsd.MissingElement /Document/CstmrCdtTrfInitn/PmtInf[2]/PmtMtd",
                        "xsd.Datatype /Document/CstmrCdtTrfInitn/PmtInf[2]/CdtTrfTxInf[1]/Amt/InstdAmt");
        assertThat(reader(Limits.DEFAULT)
                        .read(stream(damaged), (message, part) -> {})
                        .findings())
                .isEqualTo(whole);
    }

    @Test
    void aStreamThatCannotBeReadIsNoMistakeOfTheDocument() {
        InputStream broken = new SequenceInputStream(stream(HEAD), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        Assertions.assertThatThrownBy(() -> reader(Limits.DEFAULT).read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is gone");
    }

    private static MessageReader reader(Limits limits) {
        return new MessageReader(Catalogue.builtIn(), limits);
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
