package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.codec.ShortIds;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** Identifiers that do not fit their ISO element, with somebody who keeps the long form and without. */
class ShortIdTest {

    private static final String MAPPING = """
            mapping: shop.status
            iso: pacs.002.001.10
            source: {format: json, schema: status.schema.json}
            FIToFIPmtStsRpt:
              GrpHdr: {MsgId: id as short-id(35), CreDtTm: = now()}
              TxInfAndSts:
                OrgnlInstrId: = id as short-id(35)
                OrgnlEndToEndId: order as text(reject 200) then short-id(35)
                TxSts: = 'ACSC'
            """;

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 80}, "order": {"type": "string", "maxLength": 200}},
              "required": ["id", "order"]}
            """;

    private static final String LONG = "urn:shop:berlin:2026-11-22:order:0000000000004471";
    private static final String SHORT = "TW[A-Z2-7]{30}";

    @TempDir
    private Path folder;

    private Mappings mappings = Mappings.of(List.of());

    @BeforeEach
    void load() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/status.schema.json"), SCHEMA);
        Files.writeString(folder.resolve("shop/status.pacs.002.001.10.yaml"), MAPPING);
        Checked<Mappings> loaded = Mappings.load(folder, Catalogue.builtIn());
        assertThat(loaded.findings()).isEmpty();
        mappings = loaded.value().orElseThrow();
    }

    private Translation translate(Direction direction, String document, ShortIds ids) {
        Context context = Context.live(Map.of()).keeping(ids);
        return mappings.all().get(0).translate(direction, document.getBytes(StandardCharsets.UTF_8), context);
    }

    private static String document(String id, String order) {
        return "{\"id\": \"" + id + "\", \"order\": \"" + order + "\"}";
    }

    private static String element(Translation translation, String name) {
        return translation
                .message()
                .orElseThrow()
                .document()
                .root()
                .all()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void anIdentifierThatFitsIsAsItIs() {
        Translation there = translate(Direction.TO_ISO, document("A-1", "X".repeat(35)), ShortIds.NONE);

        assertThat(element(there, "MsgId")).isEqualTo("A-1");
        assertThat(element(there, "OrgnlEndToEndId")).isEqualTo("X".repeat(35));
        assertThat(there.ledger()).isEmpty();
    }

    @Test
    void aLongIdentifierHasAShortFormWhichIsTheSameEverywhere() {
        Translation there = translate(Direction.TO_ISO, document(LONG, LONG), ShortIds.NONE);
        Translation other = translate(Direction.TO_ISO, document(LONG, LONG + "1"), ShortIds.NONE);

        assertThat(element(there, "MsgId")).matches(SHORT);
        assertThat(element(there, "OrgnlEndToEndId")).isEqualTo(element(there, "MsgId"));
        assertThat(element(there, "OrgnlInstrId")).isEqualTo(element(there, "MsgId"));
        assertThat(element(other, "MsgId")).isEqualTo(element(there, "MsgId"));
        assertThat(element(other, "OrgnlEndToEndId")).isNotEqualTo(element(there, "MsgId"));
    }

    @Test
    void whoKeepsTheLongFormLosesNothing() {
        ShortIds kept = ShortIds.remembering();
        Translation there = translate(Direction.TO_ISO, document(LONG, LONG + "-2"), kept);
        Translation back = translate(Direction.FROM_ISO, there.text().orElseThrow(), kept);

        assertThat(there.findings()).isEmpty();
        assertThat(there.ledger()).isEmpty();
        assertThat(back.findings()).isEmpty();
        assertThat(back.text().orElseThrow()).contains(LONG + "\"", LONG + "-2\"");
    }

    @Test
    void withoutAStoreTheLedgerSaysWhatTheWayBackNeeds() {
        Translation there = translate(Direction.TO_ISO, document(LONG, "A-1"), ShortIds.NONE);

        assertThat(there.ok()).isTrue();
        assertThat(there.ledger()).hasSize(1);
        LedgerEntry entry = there.ledger().get(0);
        assertThat(entry.field()).isEqualTo("id");
        assertThat(entry.fate()).isEqualTo(Fate.LOST);
        assertThat(entry.why()).contains("short-id(35)", "journal");
    }

    @Test
    void theWayBackRefusesAShortFormWhoseLongFormIsNotAtHand() {
        String xml = translate(Direction.TO_ISO, document(LONG, "A-1"), ShortIds.NONE)
                .text()
                .orElseThrow();

        Translation back = translate(Direction.FROM_ISO, xml, ShortIds.NONE);

        assertThat(back.ok()).isFalse();
        assertThat(back.findings()).extracting(Finding::id).contains("codec.ShortId");
    }

    @Test
    void whatOnlyLooksLikeAShortFormIsAnIdentifier() {
        String xml = translate(Direction.TO_ISO, document(LONG, "A-1"), ShortIds.NONE)
                .text()
                .orElseThrow();
        String shortForm = element(translate(Direction.TO_ISO, document(LONG, "A-1"), ShortIds.NONE), "MsgId");
        String other = shortForm.substring(0, 31) + (shortForm.endsWith("A") ? "B" : "A");

        Translation back = translate(Direction.FROM_ISO, xml.replace(shortForm, other), ShortIds.NONE);

        assertThat(back.findings()).isEmpty();
        assertThat(back.text().map(text -> text.contains(other))).isEqualTo(Optional.of(true));
    }

    @Test
    void aShortFormThatComesAsAnIdentifierStaysAsItIs() {
        String shortForm = element(translate(Direction.TO_ISO, document(LONG, "A-1"), ShortIds.NONE), "MsgId");

        assertThat(element(translate(Direction.TO_ISO, document("A", shortForm), ShortIds.NONE), "OrgnlEndToEndId"))
                .isEqualTo(shortForm);
    }
}
