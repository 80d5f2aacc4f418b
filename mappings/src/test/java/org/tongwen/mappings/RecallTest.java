package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;

/** A status report that takes from the stored payment what the institution does not repeat, and formulas that look at the message itself. */
class RecallTest {

    private static final String STATUS = """
            mapping: bank.status
            iso: pacs.002.001.10
            source: {format: json, schema: status.schema.json}
            recall: [pacs.008]
            back:
              payer: = recall('pacs.008')//CdtTrfTxInf/Dbtr/Nm
              total: "= count($iso//TxInfAndSts[TxSts = 'RJCT'])"
            FIToFIPmtStsRpt:
              GrpHdr: {MsgId: id, CreDtTm: = now()}
              TxInfAndSts:
                each: answers
                OrgnlEndToEndId: = recall('pacs.008')//CdtTrfTxInf/PmtId/EndToEndId
                OrgnlUETR: = recall('pacs.008')//UETR
                TxSts: status
            """;

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 35}, "payer": {"type": "string"}, "total": {"type": "string"},
              "answers": {"type": "array", "items": {"type": "object", "properties": {
                "status": {"type": "string", "enum": ["RJCT", "ACSC"]}}, "required": ["status"]}}},
              "required": ["id", "answers"]}
            """;

    private static final Path PAYMENT = Path.of("institutions/wallet/samples/transfer/person-to-person/iso.xml");

    private static final String UETR = "(?s).*<UETR>([^<]+)</UETR>.*";

    @TempDir
    private Path folder;

    private Mappings mappings = Mappings.of(List.of());
    private byte[] payment = {};

    @BeforeEach
    void write() throws IOException {
        payment = Files.readAllBytes(PAYMENT);
        Files.createDirectories(folder.resolve("bank"));
        Files.writeString(folder.resolve("bank/status.schema.json"), SCHEMA);
        load(STATUS);
    }

    private void load(String text) throws IOException {
        Files.writeString(folder.resolve("bank/status.pacs.002.001.10.yaml"), text);
        Checked<Mappings> loaded = Mappings.load(folder, Catalogue.builtIn());
        assertThat(loaded.findings()).isEmpty();
        mappings = loaded.value().orElseThrow();
    }

    private static String document(String payer, String total) {
        return "{\"id\": \"S1\", \"payer\": \"" + payer + "\", \"total\": \"" + total
                + "\", \"answers\": [{\"status\": \"RJCT\"}, {\"status\": \"ACSC\"}, {\"status\": \"RJCT\"}]}";
    }

    private Originals stored() {
        return message -> Optional.of(payment).filter(xml -> message.equals("pacs.008"));
    }

    private Translation to(String document, Originals originals) {
        return to(document, originals, Reporting.LINEAGE);
    }

    private Translation to(String document, Originals originals, Reporting reporting) {
        Context context = Context.live(Map.of()).reporting(reporting).recalling(originals);
        return mappings.all().get(0).translate(Direction.TO_ISO, document.getBytes(StandardCharsets.UTF_8), context);
    }

    private Translation from(String xml, Originals originals) {
        Context context = Context.live(Map.of()).recalling(originals);
        return mappings.all().get(0).translate(Direction.FROM_ISO, xml.getBytes(StandardCharsets.UTF_8), context);
    }

    private static String text(Translation translation) {
        return new String(
                translation.result().orElseThrow(() -> new AssertionError(translation.findings())),
                StandardCharsets.UTF_8);
    }

    private String payer() {
        return new String(payment, StandardCharsets.UTF_8).replaceFirst("(?s).*<Dbtr>\\s*<Nm>([^<]+)</Nm>.*", "$1");
    }

    @Test
    void formulasTakeFromTheStoredMessageInBothDirections() {
        Translation there = to(document(payer(), "2"), stored());
        assertThat(there.findings()).isEmpty();
        String uetr = new String(payment, StandardCharsets.UTF_8).replaceFirst(UETR, "$1");
        assertThat(text(there)).contains("<OrgnlUETR>" + uetr + "</OrgnlUETR>");
        assertThat(there.ledger())
                .filteredOn(
                        entry -> entry.field().equals("total") || entry.field().equals("payer"))
                .extracting(entry -> entry.fate())
                .containsExactly(Fate.MAPPED, Fate.MAPPED);
        Translation back = from(text(there), stored());
        assertThat(back.findings()).isEmpty();
        assertThat(text(back)).contains("\"payer\": \"" + payer() + "\"", "\"total\": \"2\"");
    }

    @Test
    void whatFormulasUnderBackGiveMustBeWhatTheDocumentSays() {
        for (Reporting reporting : Reporting.values()) {
            Translation there = to(document("Somebody Else", "3"), stored(), reporting);
            assertThat(there.ok()).isFalse();
            assertThat(there.findings())
                    .extracting(Finding::id, finding -> finding.value().orElse(""))
                    .containsExactly(
                            tuple("mapping.FormulaDiffers", "Somebody Else"), tuple("mapping.FormulaDiffers", "3"));
        }
    }

    @Test
    void aStoredMessageThatIsNotThereIsSaidOnce() {
        Translation there = to(document(payer(), "2"), Originals.NONE);
        assertThat(there.ok()).isFalse();
        assertThat(there.findings()).extracting(Finding::id).containsOnlyOnce("mapping.Recall");
        assertThat(there.findings()).extracting(Finding::id).doesNotContain("xsd.MissingElement");
    }

    @Test
    void theWayBackComparesOnlyWithAStoredMessageThatIsThere() {
        String xml = text(to(document(payer(), "2"), stored()));
        Translation back = from(xml, Originals.NONE);
        assertThat(back.findings()).extracting(Finding::id).containsExactly("mapping.Recall");
        String other = xml.replaceAll("<OrgnlEndToEndId>[^<]+<", "<OrgnlEndToEndId>OTHER<");
        assertThat(from(other, stored()).findings())
                .extracting(Finding::id)
                .containsOnly("mapping.FormulaDiffers")
                .isNotEmpty();
    }

    @Test
    void aStoredMessageIsValidatedAndMustBeTheNamedOne() throws IOException {
        byte[] other = Files.readAllBytes(Path.of("institutions/wechat-pay/samples/transfer-batch/two-payees/iso.xml"));
        assertThat(to(document(payer(), "2"), message -> Optional.of(other)).findings())
                .filteredOn(finding -> finding.id().equals("mapping.Recall"))
                .extracting(Finding::message)
                .containsExactly("the stored message that is to be a pacs.008 is a pain.001.001.09");
        byte[] damaged = new String(payment, StandardCharsets.UTF_8)
                .replace("<ChrgBr>", "<ChrgBrr>")
                .replace("</ChrgBr>", "</ChrgBrr>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(to(document(payer(), "2"), message -> Optional.of(damaged)).findings())
                .filteredOn(finding -> finding.id().equals("mapping.Recall"))
                .hasSize(1)
                .allSatisfy(
                        finding -> assertThat(finding.message()).contains("the stored pacs.008 is not valid: xsd."));
    }

    /** Remembers by what it was asked. */
    private final class Asked implements Originals {

        private final List<String> by = new ArrayList<>();

        @Override
        public Optional<byte[]> find(String message) {
            by.add("nothing");
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> find(String message, String reference) {
            by.add(reference);
            return stored().find(message);
        }

        @Override
        public Optional<byte[]> find(String message, BusinessMessage referring) {
            by.add(referring.document().definition().id());
            return stored().find(message);
        }
    }

    @Test
    void aDocumentNamesTheStoredMessageAsTheHeadSaysAndAnIsoMessageByItself() throws IOException {
        for (String leaf :
                List.of("id", "= id", "\"= concat(id, '')\"", "\"id as text(cut 35)\"", "= id as text(cut 35)")) {
            load(STATUS.replace("recall: [pacs.008]", "recall: {pacs.008: " + leaf + "}"));
            Asked asked = new Asked();

            Translation there = to(document(payer(), "2"), asked);
            assertThat(there.findings()).isEmpty();
            assertThat(asked.by).containsExactly("S1");
            assertThat(from(text(there), asked).findings()).isEmpty();
            assertThat(asked.by).containsExactly("S1", "pacs.002.001.10");
        }
    }

    @Test
    void aDocumentWithoutTheReferenceNamesNothing() throws IOException {
        load(STATUS.replace("recall: [pacs.008]", "recall: {pacs.008: payer}"));
        Asked asked = new Asked();

        Translation there = to("{\"id\": \"S1\", \"answers\": [{\"status\": \"RJCT\"}]}", asked);

        assertThat(asked.by).containsExactly("nothing");
        assertThat(there.findings()).extracting(Finding::id).contains("mapping.Recall");
    }

    @Test
    void aReferenceThatItsCodecRefusesNamesNothing() throws IOException {
        load(STATUS.replace("recall: [pacs.008]", "recall: {pacs.008: \"id as uuid(35)\"}"));
        Asked asked = new Asked();

        to(document(payer(), "2"), asked);

        assertThat(asked.by).containsExactly("nothing");
    }

    @Test
    void aMappingThatRecallsNothingAsksForNothing() throws IOException {
        load(STATUS.replace("recall: [pacs.008]\n", "")
                .replace("  payer: = recall('pacs.008')//CdtTrfTxInf/Dbtr/Nm\n", "  payer: = 'A'\n")
                .replace("    OrgnlEndToEndId: = recall('pacs.008')//CdtTrfTxInf/PmtId/EndToEndId\n", "")
                .replace("    OrgnlUETR: = recall('pacs.008')//UETR\n", ""));
        Asked asked = new Asked();

        from(text(to(document("A", "2"), asked)), asked);

        assertThat(asked.by).isEmpty();
    }

    @Test
    void textsKeepToTheSetOfCharacters() throws IOException {
        String sepa = STATUS.replace("recall:", "policy: {charset: sepa}\nrecall:")
                .replace("TxSts: status", "TxSts: status\n    StsRsnInf: {Orgtr: {Nm: = recall('pacs.008')//Dbtr/Nm}}");
        load(sepa);
        String greek = new String(payment, StandardCharsets.UTF_8)
                .replaceFirst("(<Dbtr>\\s*<Nm>)[^<]+<", "$1Ωmega &amp; Söhne<");
        payment = greek.getBytes(StandardCharsets.UTF_8);
        Translation there = to(document("Ωmega & Söhne", "2"), stored());
        assertThat(there.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.id()).isEqualTo("codec.Charset"))
                .allSatisfy(finding -> assertThat(finding.message()).contains("Ω (U+03A9)"));
        load(sepa.replace("Nm: = recall('pacs.008')//Dbtr/Nm}", "Nm: \"/payer as charset(cbpr) then text(cut 140)\"}")
                .replace("  payer: = recall('pacs.008')//CdtTrfTxInf/Dbtr/Nm\n", "")
                .replace(
                        "each: answers",
                        "each: answers\n    OrgnlTxRef: {Dbtr: {Pty: {Nm: \"/payer as charset(cbpr) then text(cut 140)\"}}}")
                .replace("    StsRsnInf: {Orgtr: {Nm: \"/payer as charset(cbpr) then text(cut 140)\"}}\n", ""));
        Translation converted = to(document("A & B", "2"), stored());
        assertThat(converted.findings()).isEmpty();
        assertThat(text(converted)).contains("A &amp; B");
    }
}
