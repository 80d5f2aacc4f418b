package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tongwen.mappings.BankFolder.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Cases with conditions of their own: on the source towards ISO, on the element on the way back. */
class CaseConditionsTest {

    private static final String MAPPING = """
            mapping: bank.payment
            iso: pacs.008.001.08
            source: {format: json, schema: payment.schema.json}
            FIToFICstmrCdtTrf:
              GrpHdr:
                MsgId: id
                CreDtTm: = now()
                NbOfTxs: = '1'
                SttlmInf:
                  cases:
                    account: {if-source: nostro, if-iso: SttlmAcct, SttlmMtd: = 'INDA', SttlmAcct: {Id: {Othr: {Id: nostro}}}}
                    cover: {if-source: "cover and amount >= 1000", if-iso: SttlmMtd = 'COVE', SttlmMtd: = 'COVE'}
                    clearing: {SttlmMtd: = 'CLRG'}
              CdtTrfTxInf:
                PmtId: {EndToEndId: = id}
                IntrBkSttlmAmt: amount as minor(JPY)
                IntrBkSttlmDt: = '2026-11-24'
                ChrgBr: = 'SHAR'
                Dbtr: {Nm: = 'A'}
                DbtrAgt: {FinInstnId: {Nm: = 'B'}}
                CdtrAgt:
                  at: bank
                  choose: option
                  cases:
                    A: {if-iso: FinInstnId/BICFI, FinInstnId: {BICFI: bic}}
                    D: {FinInstnId: {Nm: name, PstlAdr: {AdrLine: address}}}
                Cdtr: {Nm: = 'C'}
            no-home: {cover: how it is covered is told elsewhere}
            no-field: {CdtrAgt/FinInstnId/Nm: a bank known by its BIC, CdtrAgt/FinInstnId/PstlAdr: a bank known by its BIC}
            """;

    private static final String SCHEMA = """
            {"type": "object", "required": ["id", "amount", "bank"], "properties": {
              "id": {"type": "string", "maxLength": 35}, "amount": {"type": "integer"},
              "nostro": {"type": "string", "maxLength": 34}, "cover": {"type": "string", "maxLength": 4},
              "bank": {"type": "object", "required": ["option"], "properties": {
                "option": {"type": "string", "enum": ["A", "D"]}, "bic": {"type": "string", "maxLength": 11},
                "name": {"type": "string", "maxLength": 35},
                "address": {"type": "array", "items": {"type": "string", "maxLength": 35}}}}}}
            """;

    private BankFolder bank;

    @BeforeEach
    void schema(@TempDir Path folder) {
        bank = new BankFolder(folder);
        bank.write("payment.schema.json", SCHEMA);
    }

    @Test
    void theFirstCaseWhoseConditionHoldsIsWrittenAndRecognised() {
        Mapping mapping = mapping();
        for (String extra : new String[] {"\"nostro\": \"123\", \"cover\": \"YES\", ", ""}) {
            String document = document(extra, 5000);
            String xml = text(to(mapping, document));
            assertThat(xml).contains(extra.isEmpty() ? "CLRG" : "<SttlmMtd>INDA");
            assertThat(text(from(mapping, xml)).replaceAll("\\s", ""))
                    .isEqualTo(document.replace("\"cover\": \"YES\", ", "").replaceAll("\\s", ""));
        }
        assertThat(text(to(mapping, document("\"cover\": \"YES\", ", 1000)))).contains("COVE");
        assertThat(text(to(mapping, document("\"cover\": \"YES\", ", 999)))).contains("CLRG");
    }

    @Test
    void aConditionOnTheElementWinsOverTheCaseThatCoversMore() {
        Mapping mapping = mapping();
        String xml = text(to(mapping, document("", 1)))
                .replace("</BICFI>", "</BICFI><Nm>Demo Bank</Nm><PstlAdr><AdrLine>Street</AdrLine></PstlAdr>");
        Translation back = from(mapping, xml);

        assertThat(back.findings()).isEmpty();
        assertThat(text(back)).contains("DEMODEFF").doesNotContain("Demo Bank");
        assertThat(back.losses()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void mistakesInConditionsAreFound() {
        assertThat(load(MAPPING.replace("if-source: nostro", "if-source: nostra"))
                        .findings())
                .extracting(Finding::id, finding -> finding.place().line())
                .contains(tuple("mapping.UnknownSource", 11));
        assertThat(load(MAPPING.replace("if-iso: SttlmAcct", "if-iso: SttlmAccount"))
                        .findings())
                .extracting(Finding::id, finding -> finding.place().line())
                .contains(tuple("mapping.UnknownElement", 11));
        assertThat(load(MAPPING.replace("cover and amount", "cover und amount")).findings())
                .extracting(Finding::id, finding -> finding.place().line())
                .contains(tuple("mapping.Form", 12));
        assertThat(load(MAPPING.replace("if-source: nostro, ", "")).findings())
                .extracting(Finding::id)
                .contains("mapping.Form");
        assertThat(load(MAPPING.replace("D: {FinInstnId", "D: {if-source: name, FinInstnId"))
                        .findings())
                .extracting(Finding::id)
                .contains("mapping.Form");
    }

    private static String document(String extra, int amount) {
        return "{\"id\": \"A1\", \"amount\": %d, %s\"bank\": {\"option\": \"A\", \"bic\": \"DEMODEFF\"}}"
                .formatted(amount, extra);
    }

    private static Translation to(Mapping mapping, String document) {
        return mapping.translate(Direction.TO_ISO, bytes(document), Context.live(Map.of()));
    }

    private static Translation from(Mapping mapping, String xml) {
        return mapping.translate(Direction.FROM_ISO, bytes(xml), Context.live(Map.of()));
    }

    private Mapping mapping() {
        bank.write("payment.yaml", MAPPING);
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
