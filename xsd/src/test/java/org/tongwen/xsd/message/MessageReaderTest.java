package org.tongwen.xsd.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

class MessageReaderTest {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";

    private static final String HEAD = """
            <Document xmlns="%s">
            <FIToFICstmrCdtTrf>
            <GrpHdr>
            <MsgId>M1</MsgId>
            <CreDtTm>2026-11-21T10:30:00+08:00</CreDtTm>
            <NbOfTxs>1</NbOfTxs>
            <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
            </GrpHdr>
            """.formatted(NAMESPACE);

    private static final String TRANSACTION = """
            <CdtTrfTxInf>
            <PmtId><EndToEndId>E2E</EndToEndId></PmtId>
            <IntrBkSttlmAmt Ccy="CNY">400.50</IntrBkSttlmAmt>
            <ChrgBr>SHAR</ChrgBr>
            <Dbtr><Nm>张三</Nm></Dbtr>
            <DbtrAgt><FinInstnId><BICFI>AAAAGB2L</BICFI></FinInstnId></DbtrAgt>
            <CdtrAgt><FinInstnId><BICFI>BBBBESMM</BICFI></FinInstnId></CdtrAgt>
            <Cdtr><Nm>Li Si</Nm></Cdtr>
            </CdtTrfTxInf>
            """;

    private static final String TAIL = "</FIToFICstmrCdtTrf></Document>";

    private static final String VALID = HEAD + TRANSACTION + TAIL;

    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    @Test
    void aValidMessageBecomesATreeThatKnowsItsDeclarations() {
        Checked<BusinessMessage> read = read(VALID);
        assertThat(read.findings()).isEmpty();
        Message document = read.value().orElseThrow().document();
        assertThat(document.definition().id()).isEqualTo("pacs.008.001.08");
        Node amount = document.root()
                .find("FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt")
                .orElseThrow();
        assertThat(amount.text()).isEqualTo("400.50");
        assertThat(amount.attribute("Ccy")).contains("CNY");
        assertThat(amount.declaration().type().name()).isEqualTo("ActiveCurrencyAndAmount");
        assertThat(amount.place()).hasToString("11:1 /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/IntrBkSttlmAmt");
    }

    @Test
    void everyCharacterEncodingOfXmlGivesTheSameTree() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String xml = "\uFEFF<?xml version=\"1.0\" encoding=\""
                    + charset.name().replaceAll("[LB]E$", "") + "\"?>" + VALID;
            Checked<BusinessMessage> read = reader.read(xml.getBytes(charset));
            assertThat(read.findings()).as(charset.name()).isEmpty();
            assertThat(name(read)).isEqualTo("张三");
        }
    }

    @Test
    void anEncodingThatTheFirstBytesContradictIsRefused() {
        String declared = "<?xml version=\"1.0\" encoding=\"%s\"?>" + VALID;
        byte[] wide = ("\uFEFF" + declared.formatted("UTF-8")).getBytes(StandardCharsets.UTF_16LE);
        byte[] narrow = declared.formatted("UTF-16").getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + declared.formatted("ISO-8859-1")).getBytes(StandardCharsets.UTF_8);
        byte[] unknown = declared.formatted("X-NONE").getBytes(StandardCharsets.UTF_8);
        for (byte[] xml : List.of(wide, narrow, marked, unknown)) {
            assertThat(reader.read(xml).findings()).extracting(Finding::id).containsExactly("xsd.NotWellFormed");
        }
    }

    @Test
    void anyEncodingThatJavaKnowsIsRead() {
        for (String name : List.of("GBK", "GB18030", "UTF-32BE", "UTF-16")) {
            String xml = "<?xml version='1.0' encoding='" + name + "'?>" + VALID;
            Checked<BusinessMessage> read = reader.read(xml.getBytes(Charset.forName(name)));
            assertThat(read.findings()).as(name).isEmpty();
            assertThat(name(read)).isEqualTo("张三");
        }
    }

    @Test
    void aTreeOfNodesThatWereMadeForAnotherDefinitionIsRefused() {
        Message read = read(VALID).value().orElseThrow().document();
        MessageDefinition other = Catalogue.builtIn().find("pacs.008.001.07").orElseThrow();
        assertThat(MessageCheck.check(read)).isEmpty();
        assertThat(MessageCheck.check(new Message(other, read.root())))
                .extracting(Finding::id)
                .containsExactly("xsd.OtherDefinition");
        SimpleType text = new SimpleType("Any", Primitive.STRING, List.of());
        Node root = new Node(read.definition().root(), Place.NOWHERE);
        Node body = new Node(new ElementDeclaration("FIToFICstmrCdtTrf", 0, false, () -> text), Place.NOWHERE);
        assertThat(MessageCheck.check(new Message(read.definition(), root.add(body.text("any")))))
                .extracting(Finding::id)
                .containsExactly("xsd.OtherDefinition");
    }

    @Test
    void oneBadElementMakesOneFinding() {
        assertThat(findings(VALID.replace("<ChrgBr>SHAR</ChrgBr>", "")))
                .containsExactly(
                        "13:1 /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/ChrgBr: [ERROR] ChrgBr is missing before Dbtr"
                                + " | xsd.MissingElement");
        assertThat(findings(VALID.replace("<Cdtr><Nm>Li Si</Nm></Cdtr>", "")))
                .containsExactly("9:1 /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Cdtr: [ERROR] Cdtr is missing"
                        + " | xsd.MissingElement");
    }

    @Test
    void readingGoesOnAfterEachMistake() {
        String xml = VALID.replace("<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>one</NbOfTxs>")
                .replace("SHAR", "NONE")
                .replace("<Cdtr><Nm>Li Si</Nm></Cdtr>", "<Cdtr><Name>Li Si</Name></Cdtr><Cdtr/>")
                .replace(" Ccy=\"CNY\"", " Cur=\"CNY\"");
        assertThat(ids(xml))
                .containsExactly(
                        "xsd.Pattern",
                        "xsd.UnexpectedAttribute",
                        "xsd.MissingAttribute",
                        "xsd.NotInEnumeration",
                        "xsd.UnexpectedElement",
                        "xsd.TooMany");
    }

    @Test
    void whatCannotBeReadIsRefusedWithAPlace() {
        assertThat(ids("")).containsExactly("xsd.NotWellFormed");
        assertThat(ids("<a></b>")).containsExactly("xsd.NotWellFormed");
        assertThat(ids("<!DOCTYPE a [<!ENTITY x \"y\">]>" + VALID)).containsExactly("xsd.DoctypeForbidden");
        assertThat(ids("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + VALID)).containsExactly("xsd.DoctypeForbidden");
        assertThat(ids(VALID.replace("张三", "&name;"))).containsExactly("xsd.NotWellFormed");
        assertThat(ids(VALID.replace(NAMESPACE, NAMESPACE.replace(".08", ".99"))))
                .containsExactly("xsd.UnknownMessage");
        assertThat(ids("<a/>")).containsExactly("xsd.UnknownMessage");
        assertThat(ids("<a>".repeat(300))).contains("xsd.TooDeep");
        assertThat(new MessageReader(Catalogue.builtIn(), Limits.DEFAULT.maxBytes(500))
                        .read(VALID.getBytes(StandardCharsets.UTF_8))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("xsd.TooLarge");
    }

    @Test
    void bytesThatAreNotOfTheDeclaredEncodingAreRefused() {
        assertThat(reader.read(VALID.getBytes(Charset.forName("GBK"))).findings())
                .extracting(Finding::id)
                .containsExactly("xsd.NotWellFormed");
    }

    @Test
    void supplementaryDataIsKeptWhateverItHolds() {
        String data =
                "<SplmtryData><Envlp><x:Extra xmlns:x=\"urn:bank\" x:kind=\"a\" n=\"1\">one<x:b>two</x:b>three</x:Extra></Envlp></SplmtryData>";
        String xml = HEAD + TRANSACTION.replace("</CdtTrfTxInf>", data + "</CdtTrfTxInf>") + TAIL;
        Checked<BusinessMessage> read = read(xml);
        assertThat(read.findings()).isEmpty();
        byte[] written = MessageWriter.xml(read.value().orElseThrow());
        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains(
                        "<Extra xmlns=\"urn:bank\" xmlns:a1=\"urn:bank\" a1:kind=\"a\" n=\"1\">one<b>two</b>three</Extra>");
        assertThat(reader.read(written).findings()).isEmpty();
    }

    @Test
    void aWrittenMessageReadsBackTheSame() {
        BusinessMessage message = read(VALID.replace("Li Si", "Li &lt;Si&gt; &amp; \uD840\uDC00"))
                .value()
                .orElseThrow();
        byte[] once = MessageWriter.write(message).value().orElseThrow();
        byte[] twice = MessageWriter.write(reader.read(once).value().orElseThrow())
                .value()
                .orElseThrow();
        assertThat(twice).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8)).contains("<Nm>Li &lt;Si> &amp; \uD840\uDC00</Nm>");
    }

    @Test
    void textBeforeAForeignElementIsNotDropped() {
        String data = "<SplmtryData><Envlp>%s<x xmlns='u'/></Envlp></SplmtryData></CdtTrfTxInf>";
        assertThat(ids(VALID.replace("</CdtTrfTxInf>", data.formatted("junk")))).containsExactly("xsd.UnexpectedText");
        assertThat(ids(VALID.replace("</CdtTrfTxInf>", data.formatted(" ")))).isEmpty();
    }

    @Test
    void onlyBlanksOfXmlMayStandBetweenElements() {
        assertThat(ids(VALID.replace("<GrpHdr>", "<GrpHdr>\u3000"))).containsExactly("xsd.UnexpectedText");
        assertThat(ids(VALID.replace("<GrpHdr>", "<GrpHdr>\u2028"))).containsExactly("xsd.UnexpectedText");
    }

    @Test
    void xsiTypeMayNameTheTypeOfTheElementOnly() {
        String xsi = "<MsgId xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:p='" + NAMESPACE + "' xsi:type='%s'>";
        for (String valid : List.of("Max35Text", " Max35Text ", "p:Max35Text")) {
            assertThat(ids(VALID.replace("<MsgId>", xsi.formatted(valid)))).isEmpty();
        }
        for (String wrong : List.of("xs:Max35Text", "q:Max35Text", "Max34Text", "xs:string")) {
            assertThat(ids(VALID.replace("<MsgId>", xsi.formatted(wrong)))).containsExactly("xsd.UnexpectedAttribute");
        }
    }

    @Test
    void repeatedElementsAreCountedWithoutGoingThroughThemAll() {
        String many = TRANSACTION.replace("SHAR", "NONE").repeat(4_000);
        List<Finding> findings = read(HEAD + many + TAIL).findings();
        assertThat(findings).hasSize(1_000);
        assertThat(findings.get(999).place().path()).isEqualTo("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1000]/ChrgBr");
        Message document = read(HEAD + many + TAIL).value().orElseThrow().document();
        assertThat(MessageCheck.check(document)).hasSize(1_000);
        assertThat(document.root().all().map(Node::path).distinct().count())
                .isEqualTo(document.root().all().count());
    }

    private Checked<BusinessMessage> read(String xml) {
        return reader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> ids(String xml) {
        return read(xml).findings().stream().map(Finding::id).toList();
    }

    private List<String> findings(String xml) {
        return read(xml).findings().stream()
                .map(org.tongwen.xsd.finding.FindingText::line)
                .toList();
    }

    private static String name(Checked<BusinessMessage> read) {
        return read.value()
                .orElseThrow()
                .document()
                .root()
                .find("FIToFICstmrCdtTrf/CdtTrfTxInf/Dbtr/Nm")
                .orElseThrow()
                .text();
    }
}
