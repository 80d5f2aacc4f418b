package org.tongwen.mappings.format.iso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;
import org.tongwen.xsd.sample.Samples;

class IsoFormatTest {

    private static final Path ORDER =
            Path.of("institutions/clearing/samples/order-to-transfer/two-payments/institution.xml");

    private static final MappingFiles NO_FILES = name -> new byte[0];

    private final IsoFormat format = new IsoFormat();

    @Test
    void unknownMessagesAndOptionsAreFindings() {
        assertThat(Documents.said(format.open(Map.of("message", "pain.001.001.99", "schema", "x"), NO_FILES)
                        .findings()))
                .containsExactly("mapping.UnknownOption", "mapping.UnknownMessage");
        assertThat(Documents.said(format.open(
                                Map.of("message", "pain.001.001.09", "one", "CstmrCdtTrfInitn.GrpHdr Nonsense"),
                                NO_FILES)
                        .findings()))
                .containsExactly("mapping.UnknownOption", "mapping.UnknownOption");
    }

    @Test
    void elementsAreFieldsAndAttributesStandBesideTheirElement() {
        SourceField order =
                open("pain.001.001.09", "").schema().field("CstmrCdtTrfInitn").orElseThrow();
        SourceField transaction =
                order.field("PmtInf").orElseThrow().field("CdtTrfTxInf").orElseThrow();
        assertThat(order.field("GrpHdr").orElseThrow().field("MsgId").orElseThrow())
                .isEqualTo(SourceField.text(true, 35));
        SourceField amount = transaction.field("Amt").orElseThrow();
        assertThat(amount.fields().keySet()).containsExactly("InstdAmt", "InstdAmt@Ccy", "EqvtAmt");
        assertThat(amount.field("InstdAmt").orElseThrow().required()).isFalse();
        assertThat(transaction
                        .field("PmtId")
                        .orElseThrow()
                        .field("EndToEndId")
                        .orElseThrow()
                        .required())
                .isTrue();
    }

    @Test
    void aListOfWhichOneComesIsAnObject() throws IOException {
        SourceFormat one = open("pain.001.001.09", "CstmrCdtTrfInitn.PmtInf");
        SourceField order = one.schema().field("CstmrCdtTrfInitn").orElseThrow();
        assertThat(order.field("PmtInf").orElseThrow().kind()).isEqualTo(Tree.Kind.OBJECT);
        String message = Files.readString(ORDER);
        Tree tree = Documents.sound(one.read(message.getBytes(StandardCharsets.UTF_8)));
        assertThat(tree.field("CstmrCdtTrfInitn")
                        .flatMap(field -> field.field("PmtInf"))
                        .flatMap(field -> field.field("PmtMtd")))
                .hasValueSatisfying(method -> assertThat(method.value()).isEqualTo("TRF"));
        assertThat(new String(Documents.sound(one.write(tree)), StandardCharsets.UTF_8))
                .isEqualTo(message);
        int group = message.indexOf("    <PmtInf>");
        int end = message.indexOf("  </CstmrCdtTrfInitn>");
        String twice = message.substring(0, end) + message.substring(group, end) + message.substring(end);
        byte[] two = twice.replace("<NbOfTxs>2<", "<NbOfTxs>4<")
                .replace(">3730.50<", ">7461.00<")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Documents.said(one.read(two).findings()))
                .containsExactly("85:5 /Document/CstmrCdtTrfInitn/PmtInf[2] xml.TooMany");
    }

    @Test
    void messagesOfAllKindsComeBackAsTheyWere() {
        int compared = 0;
        for (String id : List.of(
                "pain.001.001.09", "pacs.008.001.08", "pacs.002.001.10", "camt.053.001.08", "pain.013.001.07")) {
            SourceFormat source = open(id, "");
            for (Message message : messages(id)) {
                Checked<Tree> read = source.read(xml(message));
                if (read.ok()) {
                    compared++;
                    assertThat(values(source, read.value().orElseThrow())).isEqualTo(values(message));
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void anotherMessageOrNoMessageAtAllIsRefused() {
        SourceFormat source = open("pacs.002.001.10", "");
        byte[] other = xml(messages("pain.001.001.09").get(0));
        assertThat(ids(source.read(other))).contains("xml.WrongDocument");
        assertThat(ids(source.read("<a".getBytes(StandardCharsets.UTF_8)))).containsExactly("xsd.NotWellFormed");
    }

    @Test
    void whatIsNoMessageIsNotWritten() {
        SourceFormat source = open("pacs.002.001.10", "");
        assertThat(Documents.said(source.write(Documents.texts("FIToFIPmtStsRpt", "x", "Colour", "red"))
                        .findings()))
                .contains("/Colour xml.UnknownField", "/FIToFIPmtStsRpt xml.Structure");
    }

    /** Sound messages without content that their definition does not name. */
    private static List<Message> messages(String id) {
        Samples samples = new Samples(Catalogue.builtIn().find(id).orElseThrow());
        List<Message> messages = new ArrayList<>(samples.complete());
        messages.add(samples.minimal());
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            messages.add(samples.random(random));
        }
        messages.removeIf(message -> message.root().all().anyMatch(Node::isForeign));
        return messages;
    }

    private static List<String> values(SourceFormat source, Tree tree) {
        byte[] written = source.write(tree).value().orElseThrow();
        return values(new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
                .read(written)
                .value()
                .orElseThrow()
                .document());
    }

    /** All values of a message with their paths; blanks around numbers and dates mean nothing. */
    private static List<String> values(Message message) {
        return message.root()
                .all()
                .map(node -> node.path() + "="
                        + (node.children().isEmpty() ? node.text().strip() : "") + node.attributes())
                .toList();
    }

    private static byte[] xml(Message message) {
        return MessageWriter.xml(BusinessMessage.of(message));
    }

    private static List<String> ids(Checked<?> checked) {
        return checked.findings().stream().map(Finding::id).toList();
    }

    private SourceFormat open(String message, String one) {
        return Documents.sound(format.open(Map.of("message", message, "one", one), NO_FILES));
    }
}
