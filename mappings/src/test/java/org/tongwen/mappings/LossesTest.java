package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tongwen.mappings.BankFolder.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** What the institution's format has no field for, values that only some documents need, and lists of values in groups. */
class LossesTest {

    private static final String MAPPING = """
            mapping: bank.payment
            iso: pacs.008.001.08
            source: {format: json, schema: payment.schema.json}
            given:
              uetr: a UETR for a payment that has none
            no-field:
              CdtTrfTxInf/UltmtDbtr: "T0000M: the bank knows no ultimate debtor"
              InstrForNxtAgt/Cd: codes are not kept
            FIToFICstmrCdtTrf:
              GrpHdr: {MsgId: id, CreDtTm: = now(), NbOfTxs: = '1', SttlmInf: {SttlmMtd: = 'CLRG'}}
              CdtTrfTxInf:
                PmtId: {EndToEndId: = id, UETR: uetr ?? = $uetr}
                IntrBkSttlmAmt: amount as minor(EUR)
                IntrBkSttlmDt: = '2026-11-24'
                ChrgBr: = 'SHAR'
                Dbtr: {Nm: = 'A'}
                DbtrAgt: {FinInstnId: {Nm: = 'B'}}
                CdtrAgt: {FinInstnId: {Nm: = 'C'}}
                Cdtr: {Nm: name as text(back 5 mark +)}
                InstrForNxtAgt:
                  each: notes
                  InstrInf: .
            """;

    private static final String SCHEMA = """
            {"type": "object", "required": ["id", "amount", "name"], "properties": {
              "id": {"type": "string", "maxLength": 35}, "uetr": {"type": "string", "maxLength": 36}, "amount": {"type": "integer"},
              "name": {"type": "string", "maxLength": 35},
              "notes": {"type": "array", "items": {"type": "string", "maxLength": 35}}}}
            """;

    private static final String UETR = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    private static final String DOCUMENT = """
            {"id": "A1", "uetr": "%s", "amount": 100, "name": "Ada", "notes": ["/REC/one", "//two"]}
            """.formatted(UETR);

    private BankFolder bank;

    @BeforeEach
    void schema(@TempDir Path folder) {
        bank = new BankFolder(folder);
        bank.write("payment.schema.json", SCHEMA);
    }

    @Test
    void eachValueOfAListIsAGroup() {
        Mapping mapping = mapping(MAPPING);
        Translation there = mapping.translate(Direction.TO_ISO, bytes(DOCUMENT), Context.live(Map.of()));

        assertThat(there.findings()).isEmpty();
        assertThat(text(there)).containsPattern("(?s)<InstrInf>/REC/one<.*<InstrForNxtAgt>.*<InstrInf>//two<");
        Translation back = mapping.translate(Direction.FROM_ISO, bytes(text(there)), Context.live(Map.of()));
        assertThat(back.findings()).isEmpty();
        assertThat(text(back).replaceAll("\\s+", "")).contains("[\"/REC/one\",\"//two\"]");
    }

    @Test
    void aValueOnDemandIsNeededOnlyWhereTheDocumentHasNone() {
        Mapping mapping = mapping(MAPPING);
        byte[] without = bytes(DOCUMENT.replace("\"uetr\": \"" + UETR + "\",", ""));

        Translation missing = mapping.translate(Direction.TO_ISO, without, Context.live(Map.of()));
        assertThat(missing.findings()).extracting(Finding::id).containsExactly("mapping.Given");
        assertThat(missing.findings().get(0).message()).endsWith("a UETR for a payment that has none");
        Translation assigned = mapping.translate(Direction.TO_ISO, without, Context.live(Map.of("uetr", UETR)));
        assertThat(text(assigned)).contains("<UETR>" + UETR);
        assertThat(assigned.findings())
                .extracting(Finding::id, Finding::value)
                .containsExactly(tuple("mapping.Supplied", Optional.of(UETR)));
    }

    @Test
    void aValueOnDemandStandsAlone() {
        assertThat(load(MAPPING.replace("uetr ?? = $uetr", "\"= concat($uetr, '')\""))
                        .findings())
                .extracting(Finding::id)
                .contains("mapping.Form");
    }

    @Test
    void whatHasNoFieldIsADeclaredLoss() {
        Mapping mapping = mapping(MAPPING);
        String xml = text(mapping.translate(Direction.TO_ISO, bytes(DOCUMENT), Context.live(Map.of())))
                .replace("<Dbtr>", "<UltmtDbtr><Nm>Zoe</Nm></UltmtDbtr><Dbtr>")
                .replace("<Nm>Ada<", "<Nm>Adalbert<");
        Translation back = mapping.translate(Direction.FROM_ISO, bytes(xml), Context.live(Map.of()));

        assertThat(back.findings()).isEmpty();
        assertThat(back.losses())
                .extracting(LedgerEntry::field, LedgerEntry::fate, LedgerEntry::code)
                .contains(tuple("Nm", Fate.LOST, Optional.of("T0000M")), tuple("Nm", Fate.TRUNCATED, Optional.empty()));
        assertThat(back.losses()).extracting(LedgerEntry::why).contains("the bank knows no ultimate debtor (T0000M)");
    }

    @Test
    void whatHasNoFieldMustBeInTheMessage() {
        assertThat(load(MAPPING.replace("CdtTrfTxInf/UltmtDbtr", "CdtTrfTxInf/UltimateDebtor"))
                        .findings())
                .extracting(Finding::id, finding -> finding.place().line())
                .contains(tuple("mapping.UnknownElement", 7));
    }

    private Mapping mapping(String text) {
        bank.write("payment.yaml", text);
        return bank.only();
    }

    private Checked<Mappings> load(String text) {
        bank.write("payment.yaml", text);
        return bank.load();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
