package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.load.Catalogue;

/** Carried fields of list items come back in their own items, whatever becomes of the list on its way. */
class CarriedItemsTest {

    private static final String MAPPING = """
            mapping: bank.payments
            iso: pain.001.001.09
            source: {format: json, schema: payments.schema.json}
            carry: [payments.memo, tags]
            CstmrCdtTrfInitn:
              GrpHdr:
                MsgId: id
                CreDtTm: = now()
                NbOfTxs: = count(payments/no)
                InitgPty: {Nm: = 'Beispiel GmbH'}
              PmtInf:
                each: payments
                group-by: [date]
                PmtInfId: = concat(/id, '-', date)
                PmtMtd: = 'TRF'
                ReqdExctnDt: {Dt: date}
                Dbtr: {Nm: = 'Beispiel GmbH'}
                DbtrAcct: {Id: {Othr: {Id: = '1'}}}
                DbtrAgt: {FinInstnId: {BICFI: = 'DEMODEFF'}}
                CdtTrfTxInf:
                  each: .
                  PmtId: {EndToEndId: no}
                  Amt: {InstdAmt: amount as minor(EUR)}
                  Cdtr: {Nm: = 'Ada'}
            """;

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 20},
              "tags": {"type": "array", "items": {"type": ["string", "null"]}},
              "payments": {"type": "array", "items": {"type": "object", "properties": {
                "no": {"type": "string", "maxLength": 35}, "date": {"type": "string", "format": "date"},
                "amount": {"type": "integer"}, "memo": {"type": "string"}}}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aGroupDoesNotMoveThemToOtherItems() throws IOException {
        Mapping mapping = mapping();
        Translation there = translate(mapping, Direction.TO_ISO, """
                {"id": "A1", "payments": [
                  {"no": "1", "date": "2026-11-23", "amount": 1, "memo": "first"},
                  {"no": "2", "date": "2026-11-24", "amount": 2, "memo": "second"},
                  {"no": "3", "date": "2026-11-23", "amount": 3, "memo": "third"}]}
                """);
        assertThat(there.findings()).isEmpty();
        assertThat(there.losses()).isEmpty();
        assertThat(back(mapping, there))
                .containsPattern("\"no\": \"1\"[^}]*\"memo\": \"first\"|\"memo\": \"first\"[^}]*\"no\": \"1\"")
                .containsPattern("\"no\": \"2\"[^}]*\"memo\": \"second\"|\"memo\": \"second\"[^}]*\"no\": \"2\"")
                .containsPattern("\"no\": \"3\"[^}]*\"memo\": \"third\"|\"memo\": \"third\"[^}]*\"no\": \"3\"");
    }

    @Test
    void aNullInAListLeavesNoGapThatTheWayBackRefuses() throws IOException {
        Mapping mapping = mapping();
        Translation there = translate(mapping, Direction.TO_ISO, """
                {"id": "A1", "tags": [null, "a", "", null, "a"],
                 "payments": [{"no": "1", "date": "2026-11-23", "amount": 1}]}
                """);
        assertThat(there.findings()).isEmpty();
        assertThat(there.losses())
                .extracting(loss -> loss.reason())
                .hasSize(2)
                .containsOnly("null is the same as no value");
        assertThat(back(mapping, there)).contains("\"tags\": [ \"a\", \"\", \"a\" ]");
    }

    private static String back(Mapping mapping, Translation there) {
        Translation back = translate(mapping, Direction.FROM_ISO, there.text().orElseThrow());
        assertThat(back.findings()).isEmpty();
        return back.text().orElseThrow().replaceAll("\\s+", " ");
    }

    private static Translation translate(Mapping mapping, Direction direction, String document) {
        return mapping.translate(direction, document.getBytes(StandardCharsets.UTF_8), Context.live(Map.of()));
    }

    private Mapping mapping() throws IOException {
        Files.createDirectories(folder.resolve("bank"));
        Files.writeString(folder.resolve("bank/payments.schema.json"), SCHEMA);
        Files.writeString(folder.resolve("bank/payments.yaml"), MAPPING);
        return Mappings.load(folder, Catalogue.builtIn())
                .value()
                .orElseThrow()
                .all()
                .get(0);
    }
}
