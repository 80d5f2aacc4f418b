package org.tongwen.mappings.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.BankFolder;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** A dispatch over JSON documents of two kinds. */
class DispatchTest {

    private static final String SCHEMA = """
            {
              "type": "object",
              "required": ["kind"],
              "properties": {
                "kind": {"type": "string", "maxLength": 35},
                "code": {"type": "string", "maxLength": 4},
                "ref": {"type": "string", "maxLength": 35},
                "pin": {"type": "string", "maxLength": 4},
                "text": {"type": "string", "maxLength": 350}
              }
            }
            """;

    private static final String EVENT = """
            mapping: bank.event
            iso: admi.004.001.02
            source: {format: json, schema: bank.schema.json}
            sensitive: [pin]
            no-home: {pin: for the bank alone}
            policy: {unread-source: note}
            back: {kind: = 'event'}
            SysEvtNtfctn: {EvtInf: {EvtCd: code, EvtDesc: text}}
            """;

    private static final String REJECT = """
            mapping: bank.reject
            iso: admi.002.001.01
            source: {format: json, schema: bank.schema.json}
            given: [desk]
            policy: {unread-source: note}
            back: {kind: = 'reject'}
            admi.002.001.01:
              RltdRef: {Ref: ref}
              Rsn: {RjctgPtyRsn: code, RsnDesc: text, AddtlData: = $desk}
            """;

    private static final String DISPATCH = """
            dispatch: bank
            title: Everything that the bank sends
            source: {format: json, schema: bank.schema.json}
            to-iso:
              - {if: "kind = 'event' and code", to: bank.event}
              - {if: "kind = 'reject'", to: bank.reject}
              - {if: "kind like 'test*'", refuse: a test goes nowhere}
            from-iso:
              - {iso: admi.004.001.02, if: "SysEvtNtfctn/EvtInf/EvtCd != 'NONE'", to: bank.event}
              - {iso: admi.002.001.01, to: bank.reject}
            """;

    private BankFolder bank;

    @BeforeEach
    void makeBank(@TempDir Path folder) {
        bank = new BankFolder(folder);
        bank.write("bank.schema.json", SCHEMA);
        bank.write("event.yaml", EVENT);
        bank.write("reject.yaml", REJECT);
        bank.write("bank.yaml", DISPATCH);
    }

    @Test
    void theFirstLineThatFitsPicksTheMappingBothWays() {
        Translation event = toIso("{\"kind\": \"event\", \"code\": \"DOWN\", \"text\": \"closed\"}");
        Translation reject = toIso("{\"kind\": \"reject\", \"ref\": \"R-1\", \"code\": \"NARR\"}");

        assertThat(event.by()).isEqualTo("bank.event");
        assertThat(event.text().orElseThrow()).contains("<EvtCd>DOWN</EvtCd>");
        assertThat(reject.by()).isEqualTo("bank.reject");
        assertThat(reject.text().orElseThrow()).contains("<Ref>R-1</Ref>", "<AddtlData>7</AddtlData>");

        Translation back =
                bank.named("bank").translate(Direction.FROM_ISO, event.result().orElseThrow(), context());
        assertThat(back.by()).isEqualTo("bank.event");
        assertThat(back.text().orElseThrow()).contains("\"DOWN\"", "\"event\"");
    }

    @Test
    void whatALineRefusesIsRefusedWithItsReason() {
        assertThat(toIso("{\"kind\": \"test-1\"}").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("mapping.Refused");
            assertThat(finding.message()).contains("a test goes nowhere");
        });
    }

    @Test
    void whatFitsNoLineSaysWhatTheLinesWant() {
        assertThat(toIso("{\"kind\": \"event\"}").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("mapping.NoMapping");
            assertThat(finding.hint()).contains("kind = 'event' and code", "kind = 'reject'");
        });
    }

    @Test
    void aMessageOfAnotherKindSaysWhichThereAre() {
        String other = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:admi.007.001.01"><RctAck>
                <MsgId><MsgId>M</MsgId></MsgId><Rpt><RltdRef><Ref>R</Ref></RltdRef><ReqHdlg><StsCd>OK</StsCd></ReqHdlg></Rpt>
                </RctAck></Document>
                """;

        Translation refused = bank.named("bank").translate(Direction.FROM_ISO, bytes(other), context());
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("mapping.NoMapping");
            assertThat(finding.value()).contains("admi.007.001.01");
            assertThat(finding.hint()).contains("admi.002.001.01, admi.004.001.02");
        });
    }

    @Test
    void aDocumentThatCannotBeReadShowsNoSensitiveValue() {
        List<Finding> findings =
                toIso("{\"kind\": \"event\", \"pin\": \"12345678\"}").findings();

        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.value()).isNotEqualTo(java.util.Optional.of("12345678")));
    }

    @Test
    void itTakesWhatItsMappingsTake() {
        Mapping mapping = bank.named("bank");

        assertThat(mapping.given()).containsExactly("desk");
        assertThat(mapping.message()).isEqualTo("admi.004.001.02, admi.002.001.01");
        assertThat(mapping.format()).isEqualTo("json");
        assertThat(mapping.mediaType()).isEqualTo("application/json");
        assertThat(mapping.wholeBecause()).isPresent();
    }

    @Test
    void itsDigestChangesWithItsMappings() {
        String before = bank.named("bank").digest();
        bank.write("event.yaml", EVENT + "# said\n");

        assertThat(bank.named("bank").digest()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to: bank.event                            | to: bank.evnt                       | mapping.UnknownMapping | 5
            kind = 'reject'                           | kind = reject'                      | mapping.Condition      | 6
            kind = 'reject'                           | colour = 'red'                      | mapping.UnknownSource  | 6
            SysEvtNtfctn/EvtInf/EvtCd                 | SysEvtNtfctn/EvtInf/Colour          | mapping.UnknownSource  | 9
            SysEvtNtfctn/EvtInf/EvtCd                 | AppHdr/Colour                       | mapping.UnknownSource  | 9
            iso: admi.002.001.01                      | iso: admi.002.001.99                | mapping.UnknownMessage | 10
            iso: admi.002.001.01                      | iso: admi.004.001.02                | mapping.WrongMapping   | 10
            '{if: "kind = ''reject''", to: bank.reject}' | '{if: "kind = ''event'' and code", to: bank.reject}' | mapping.Unreachable | 6
            refuse: a test goes nowhere               | note: a test goes nowhere           | mapping.Form           | 7
            to-iso:                                   | to_iso:                             | mapping.Form           | 4
            'title: Everything that the bank sends'   | 'profile: cbpr'                     | mapping.UnknownScheme  | 2
            '{if: "kind = ''event'' and code"'        | '{type: "103", if: "kind = ''event'' and code"' | mapping.Form | 5
            """)
    void mistakesAreFoundWhenTheFileIsLoaded(String right, String wrong, String id, int line) {
        assertThat(DISPATCH).contains(right);
        bank.write("bank.yaml", DISPATCH.replace(right, wrong));
        Checked<Mappings> loaded = bank.load();

        assertThat(loaded.findings())
                .filteredOn(finding -> finding.place().document().equals("bank/bank.yaml"))
                .anySatisfy(finding -> {
                    assertThat(finding.id()).isEqualTo(id);
                    assertThat(finding.place().line()).isEqualTo(line);
                });
        assertThat(loaded.value().orElseThrow().find("bank")).isEmpty();
        assertThat(loaded.value().orElseThrow().find("bank.event")).isPresent();
    }

    @Test
    void aMistakeInAConditionIsShownAtItsColumn() {
        bank.write("bank.yaml", DISPATCH.replace("\"kind = 'reject'\"", "\"kind = \""));
        Finding finding = bank.load().findings().stream()
                .filter(each -> each.id().equals("mapping.Condition"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.place().column()).isGreaterThan("  - {if: \"kind ".length());
    }

    @Test
    void aMappingThatReadsAnotherSchemaReadsTheDocumentItself() {
        bank.write("wide.schema.json", SCHEMA);
        bank.write("event.yaml", EVENT.replace("bank.schema.json", "wide.schema.json"));

        assertThat(toIso("{\"kind\": \"event\", \"code\": \"DOWN\"}").ok()).isTrue();
    }

    private Translation toIso(String document) {
        return bank.named("bank").translate(Direction.TO_ISO, bytes(document), context());
    }

    private static Context context() {
        return Context.live(Map.of("desk", "7"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
