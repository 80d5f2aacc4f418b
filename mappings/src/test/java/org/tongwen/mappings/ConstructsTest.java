package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** The larger constructs of the mapping language: groups, splits, bases, parts, stylesheets. */
class ConstructsTest {

    private static final String PAYMENTS = """
            mapping: bank.payments
            iso: pain.001.001.09
            source: {format: json, schema: payments.schema.json}
            %s
            CstmrCdtTrfInitn:
              GrpHdr:
                MsgId: id
                CreDtTm: = now()
                NbOfTxs: = count(payments)
                InitgPty: {Nm: = 'Beispiel GmbH'}
              PmtInf:
                each: payments
                group-by: [date, account]
                PmtInfId: = concat(/id, '-', date)
                PmtMtd: = 'TRF'
                ReqdExctnDt: {Dt: date}
                Dbtr: {Nm: = 'Beispiel GmbH'}
                DbtrAcct: {Id: {Othr: {Id: account}}}
                DbtrAgt: {FinInstnId: {BICFI: = 'DEMODEFF'}}
                CdtTrfTxInf:
                  each: .
                  PmtId: {EndToEndId: no}
                  Amt: {InstdAmt: amount as minor(EUR)}
                  Cdtr: {Nm: name}
            """;

    private static final String PAYMENTS_SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 20},
              "payments": {"type": "array", "items": {"type": "object", "properties": {
                "no": {"type": "string", "maxLength": 35}, "date": {"type": "string", "format": "date"},
                "account": {"type": "string", "maxLength": 34}, "amount": {"type": "integer"},
                "name": {"type": "string", "maxLength": 140}},
                "required": ["no", "date", "account", "amount", "name"]}}},
              "required": ["id", "payments"]}
            """;

    @TempDir
    private Path folder;

    @Test
    void itemsOfOneDateAndAccountShareOneElement() throws IOException {
        write("bank/payments.schema.json", PAYMENTS_SCHEMA);
        write("bank/payments.yaml", PAYMENTS.formatted(""));
        Mapping mapping = only();
        String document = """
                {"id": "A1", "payments": [
                  {"no": "1", "date": "2026-11-23", "account": "100", "amount": 100, "name": "Ada"},
                  {"no": "2", "date": "2026-11-24", "account": "100", "amount": 200, "name": "Bo"},
                  {"no": "3", "date": "2026-11-23", "account": "100", "amount": 300, "name": "Cy"}]}
                """;
        Translation there = to(mapping, document);
        assertThat(ids(there)).isEmpty();
        assertThat(there.losses()).isEmpty();
        assertThat(text(there).split("<PmtInf>", -1)).hasSize(3);
        assertThat(text(there)).containsPattern("(?s)<EndToEndId>1<.*<EndToEndId>3<.*<EndToEndId>2<");
        Translation back = from(mapping, text(there));
        assertThat(ids(back)).isEmpty();
        assertThat(text(back).replaceAll("\\s+", " "))
                .contains("\"no\": \"1\", \"date\": \"2026-11-23\", \"account\": \"100\"")
                .contains("\"no\": \"3\", \"date\": \"2026-11-23\", \"account\": \"100\"")
                .contains("\"no\": \"2\", \"date\": \"2026-11-24\", \"account\": \"100\"");
    }

    @Test
    void aGroupSharesOnlyWhatMakesIt() throws IOException {
        write("bank/payments.schema.json", PAYMENTS_SCHEMA);
        write("bank/payments.yaml", PAYMENTS.formatted("").replace("[date, account]", "[date]"));
        assertThat(load().findings())
                .extracting(Finding::id, finding -> finding.place().line())
                .contains(org.assertj.core.groups.Tuple.tuple("mapping.NotInvertible", 18));
    }

    private static final String PACS = """
            mapping: %s
            iso: pacs.008.001.08
            source: {format: json, schema: test.schema.json}
            FIToFICstmrCdtTrf:
              GrpHdr: {MsgId: id, CreDtTm: = now(), NbOfTxs: = '1', SttlmInf: {SttlmMtd: = 'CLRG'}}
              CdtTrfTxInf:
                PmtId: {EndToEndId: = id}
                IntrBkSttlmAmt: amount as minor(currency)
                ChrgBr: = 'SHAR'
                Dbtr: {Nm: = 'A'}
                DbtrAgt: {FinInstnId: {Nm: = 'B'}}
                CdtrAgt: {FinInstnId: {Nm: = 'C'}}
                Cdtr: %s
            """;

    private static final String PACS_SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 35}, "amount": {"type": "integer"}, "currency": {"type": "string"},
              "payee": {"type": "object", "properties": {
                "name": {"type": "string", "maxLength": 140}, "address": {"type": "string", "maxLength": 70},
                "country": {"type": "string", "maxLength": 2}}, "required": ["name"]},
              "invoices": {"type": "array", "items": {"type": "string", "maxLength": 35}}},
              "required": ["id", "amount", "currency", "payee"]}
            """;

    @Test
    void aValueIsSplitIntoElementsAndJoinedAgain() throws IOException {
        Mapping mapping = pacs(
                "{at: payee, Nm: name, PstlAdr: {split: address, as: \"{StrtNm}, {PstCd} {TwnNm}\"}}",
                "no-home: {invoices: x, payee.country: x}");
        Translation there = to(mapping, payee("Main St 1, 10115 Berlin"));
        assertThat(ids(there)).isEmpty();
        assertThat(text(there)).contains("<StrtNm>Main St 1</StrtNm>", "<PstCd>10115</PstCd>", "<TwnNm>Berlin</TwnNm>");
        assertThat(text(from(mapping, text(there)))).contains("\"address\": \"Main St 1, 10115 Berlin\"");
        assertThat(to(mapping, payee("Main St 1, 10115 New Berlin")).findings())
                .extracting(Finding::id)
                .containsExactly("mapping.Split");
    }

    @Test
    void aPartIsUsedInSeveralPlaces() throws IOException {
        write("parts/party.yaml", "Nm: name\nPstlAdr: {Ctry: country, AdrLine: address}\n");
        Mapping mapping = pacs("{use: parts/party, at: payee}", "no-home: {invoices: x}");
        Translation there = to(mapping, payee("Main St 1"));
        assertThat(ids(there)).isEmpty();
        assertThat(text(there)).contains("<Nm>Ada</Nm>", "<AdrLine>Main St 1</AdrLine>");
    }

    @Test
    void aMistakeInAPartStandsInThePart() throws IOException {
        write("parts/party.yaml", "Nm: name\nStreet: address\n");
        write("bank/test.schema.json", PACS_SCHEMA);
        write("bank/test.yaml", PACS.formatted("bank.test", "{use: parts/party, at: payee}"));
        assertThat(load().findings().stream().map(Finding::toString))
                .anyMatch(text -> text.contains("parts/party.yaml") && text.contains("mapping.UnknownElement"));
    }

    @Test
    void anOverlayChangesAndRemovesLeavesOfItsBase() throws IOException {
        write("base/test.schema.json", PACS_SCHEMA);
        write(
                "base/test.yaml",
                PACS.formatted("base.test", "{at: payee, Nm: name, PstlAdr: {Ctry: country, AdrLine: address}}")
                        + "no-home: {invoices: not carried}\n");
        write("bank/test.yaml", """
                mapping: bank.test
                extends: ../base/test.yaml
                no-home: {payee.country: not wanted here}
                FIToFICstmrCdtTrf:
                  CdtTrfTxInf:
                    ChrgBr: = 'DEBT'
                    Cdtr: {PstlAdr: {Ctry: ~}}
                """);
        Checked<Mappings> loaded = load();
        assertThat(loaded.findings()).isEmpty();
        Translation there = to(loaded.value().orElseThrow().find("bank.test").orElseThrow(), payee("Main St 1"));
        assertThat(text(there)).contains("<ChrgBr>DEBT<", "<AdrLine>Main St 1<").doesNotContain("<Ctry>");
        assertThat(there.losses()).extracting(loss -> loss.reason()).containsExactly("not wanted here");
    }

    @Test
    void anOverlayThatLeadsBackToItselfIsRefused() throws IOException {
        write("bank/a.yaml", "mapping: bank.a\nextends: b\n");
        write("bank/b.yaml", "mapping: bank.b\nextends: a\n");
        assertThat(load().findings()).extracting(Finding::id).contains("mapping.Circular");
        write("bank/a.yaml", "mapping: bank.a\nextends: ../../outside\n");
        Files.delete(folder.resolve("bank/b.yaml"));
        assertThat(load().findings()).extracting(Finding::id).contains("mapping.UnknownFile");
    }

    @Test
    void aMappingOfMoreThanAHundredFilesIsRefused() throws IOException {
        write("parts/party.yaml", "Nm: name\n");
        write("bank/test.schema.json", PACS_SCHEMA);
        write("bank/test.yaml", PACS.formatted("bank.test", "[" + "{use: parts/party}, ".repeat(101) + "{Nm: id}]"));
        assertThat(load().findings()).extracting(Finding::id).contains("mapping.TooManyFiles");
    }

    private static final String SHEET = """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xsl:template name="to-iso">
                <xsl:for-each select="invoices"><Strd><RfrdDocInf><Nb><xsl:value-of select="."/></Nb></RfrdDocInf></Strd></xsl:for-each>
              </xsl:template>
              %s
            </xsl:stylesheet>
            """;

    private static final String BACK = """
            <xsl:template name="from-iso">
              <xsl:for-each select="Strd/RfrdDocInf/Nb"><invoices><xsl:value-of select="."/></invoices></xsl:for-each>
            </xsl:template>
            """;

    private Mapping styled(String sheet, String words) throws IOException {
        write("bank/remittance.xsl", sheet);
        return pacs(
                "{at: payee, Nm: name}\n    RmtInf: {xslt: remittance.xsl, reads: [invoices]" + words + "}",
                "no-home: {payee.country: x, payee.address: x}");
    }

    @Test
    void aStylesheetDoesWhatTheLanguageCannot() throws IOException {
        Mapping mapping = styled(SHEET.formatted(BACK), "");
        String document =
                "{\"id\": \"1\", \"amount\": 100, \"currency\": \"EUR\", \"payee\": {\"name\": \"Ada\"}, \"invoices\": [\"R1\", \"R2\"]}";
        Translation there = to(mapping, document);
        assertThat(ids(there)).isEmpty();
        assertThat(there.losses()).isEmpty();
        assertThat(text(there)).contains("<Nb>R1</Nb>", "<Nb>R2</Nb>");
        assertThat(text(from(mapping, text(there))).replaceAll("\\s+", " "))
                .contains("\"invoices\": [ \"R1\", \"R2\" ]");
    }

    @Test
    void aStylesheetThatWritesWhatTheMessageDoesNotHaveFails() throws IOException {
        Mapping mapping = styled(SHEET.formatted(BACK).replace("Nb>", "Number>"), "");
        assertThat(to(mapping, document("R1")).findings())
                .extracting(Finding::id)
                .contains("mapping.StylesheetFails");
    }

    @Test
    void aGivenValueMayBeForAStylesheetAlone() throws IOException {
        String sheet = SHEET.formatted(BACK)
                .replace("<xsl:template name=\"to-iso\">", "<xsl:param name=\"mark\"/><xsl:template name=\"to-iso\">")
                .replace("<Nb><xsl:value-of select=\".\"/>", "<Nb><xsl:value-of select=\"concat($mark, .)\"/>");
        write("bank/remittance.xsl", sheet);
        Mapping mapping = pacs(
                "{at: payee, Nm: name}\n    RmtInf: {xslt: remittance.xsl, reads: [invoices]}",
                "given: [mark]\nno-home: {payee.country: x, payee.address: x}");
        Translation there = mapping.translate(
                Direction.TO_ISO, document("R1").getBytes(StandardCharsets.UTF_8), Context.live(Map.of("mark", "X-")));
        assertThat(text(there)).contains("<Nb>X-R1</Nb>");
    }

    @Test
    void aStylesheetReachesNothingOutside() throws IOException {
        for (String call : List.of(
                "unparsed-text('file:///etc/hostname')",
                "doc('file:///etc/hostname')",
                "environment-variable('HOME')",
                "Q{java:java.lang.System}getProperty('user.home')")) {
            String sheet = SHEET.formatted(BACK).replace("select=\".\"", "select=\"" + call + "\"");
            write("bank/remittance.xsl", sheet);
            write("bank/test.schema.json", PACS_SCHEMA);
            write(
                    "bank/test.yaml",
                    PACS.formatted(
                                    "bank.test",
                                    "{at: payee, Nm: name}\n    RmtInf: {xslt: remittance.xsl, reads: [invoices]}")
                            + "no-home: {payee.country: x, payee.address: x}\n");
            Checked<Mappings> loaded = load();
            if (loaded.ok()) {
                Translation there = to(loaded.value().orElseThrow().all().get(0), document("R1"));
                assertThat(there.ok()
                                && !text(there).contains("<Nb></Nb>")
                                && text(there).contains("<Nb>"))
                        .as(call + there)
                        .isFalse();
            }
        }
    }

    @Test
    void aStylesheetWithoutAWayBackNeedsAReason() throws IOException {
        write("bank/remittance.xsl", SHEET.formatted(""));
        write("bank/test.schema.json", PACS_SCHEMA);
        String mapping = PACS.formatted(
                        "bank.test", "{at: payee, Nm: name}\n    RmtInf: {xslt: remittance.xsl, reads: [invoices]}")
                + "no-home: {payee.country: x, payee.address: x}\n";
        write("bank/test.yaml", mapping);
        assertThat(load().findings()).extracting(Finding::id).containsExactly("mapping.Stylesheet");
        write("bank/test.yaml", mapping.replace("[invoices]}", "[invoices], one-way: the bank never asks}"));
        Mapping oneWay = only();
        assertThat(to(oneWay, document("R1")).losses())
                .extracting(loss -> loss.reason())
                .containsExactly("the bank never asks");
    }

    @Test
    void fieldsWithoutAnElementTravelInSupplementaryDataAndComeBackExactly() throws IOException {
        Mapping mapping =
                pacs("{at: payee, Nm: name}", "carry: [invoices, payee.address]\nno-home: {payee.country: x}");
        Translation there =
                to(mapping, document("R1\", \"<R 2>").replace("Ada\"", "Ada\", \"address\": \" two  lines\""));
        assertThat(ids(there)).isEmpty();
        assertThat(there.losses()).isEmpty();
        assertThat(text(there)).contains("urn:tongwen:carried:1", "&lt;R 2");
        Translation back = from(mapping, text(there));
        assertThat(ids(back)).isEmpty();
        assertThat(text(back).replaceAll("\\s+", " "))
                .contains("\"invoices\": [ \"R1\", \"<R 2>\" ]")
                .contains("\"name\": \"Ada\", \"address\": \" two lines\"");
        String forged = text(there).replace("/payee/address", "/id");
        assertThat(from(mapping, forged).findings()).extracting(Finding::id).containsExactly("mapping.Carry");
    }

    @Test
    void aMessageWithoutSupplementaryDataCarriesNothing() throws IOException {
        write("bank/test.schema.json", PACS_SCHEMA);
        write(
                "bank/test.yaml",
                PACS.formatted("bank.test", "{at: payee, Nm: name}").replace("pacs.008.001.08", "pacs.008.001.01")
                        + "carry: [invoices]\n");
        assertThat(load().findings()).extracting(Finding::id).contains("mapping.Carry");
    }

    @Test
    void reportsDoNotShowSensitiveValues() throws IOException {
        Mapping mapping = pacs(
                "{at: payee, Nm: \"name as text(cut 10)\"}",
                "sensitive: [payee.name, invoices]\nno-home: {invoices: secret, payee.country: x, payee.address: x}");
        Translation there = to(mapping, document("GEHEIM-77").replace("Ada", "Ada Lovelace"));
        assertThat(text(there)).contains("Ada Lovela");
        assertThat(there.losses()).hasSize(2);
        assertThat(there.toString()).doesNotContain("GEHEIM-77", "Lovelace", "Lovela");
        Translation refused = to(mapping, document("X").replace("Ada", "Ada Lovelace".repeat(20)));
        assertThat(refused.ok()).isFalse();
        assertThat(refused.findings().toString()).doesNotContain("Lovelace");
        Translation back = from(mapping, text(there).replace("Ada Lovela", "Ada Lovelace and more"));
        assertThat(back.toString()).doesNotContain("Lovelace");
    }

    @Test
    void aDefaultMayBeKept() throws IOException {
        String creditor = "{at: payee, Nm: name, PstlAdr: {Ctry: country ?? 'DE'}}";
        String rest = "no-home: {invoices: x, payee.address: x}\n";
        String document =
                "{\"id\": \"1\", \"amount\": 100, \"currency\": \"EUR\", \"payee\": {\"name\": \"A\", \"country\": \"DE\"}}";
        Mapping plain = pacs(creditor, rest);
        assertThat(to(plain, document).losses())
                .extracting(loss -> loss.fate().word())
                .containsExactly("defaulted");
        assertThat(text(from(plain, text(to(plain, document))))).doesNotContain("country");
        Mapping keeping = pacs(creditor, rest + "policy: {keep-default: yes}\n");
        assertThat(to(keeping, document).losses()).isEmpty();
        assertThat(text(from(keeping, text(to(keeping, document))))).contains("\"country\": \"DE\"");
    }

    private static String document(String invoice) {
        return "{\"id\": \"1\", \"amount\": 100, \"currency\": \"EUR\", \"payee\": {\"name\": \"Ada\"}, \"invoices\": [\""
                + invoice + "\"]}";
    }

    private static String payee(String address) {
        return "{\"id\": \"1\", \"amount\": 100, \"currency\": \"EUR\", \"payee\": {\"name\": \"Ada\", \"address\": \""
                + address + "\", \"country\": \"DE\"}}";
    }

    private Mapping pacs(String creditor, String head) throws IOException {
        write("bank/test.schema.json", PACS_SCHEMA);
        write("bank/test.yaml", PACS.formatted("bank.test", creditor) + head + "\n");
        return only();
    }

    private Mapping only() throws IOException {
        Checked<Mappings> loaded = load();
        assertThat(loaded.findings()).isEmpty();
        return loaded.value().orElseThrow().all().get(0);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name.substring(0, name.lastIndexOf('/'))));
        Files.writeString(file, text);
    }

    private Checked<Mappings> load() {
        return Mappings.load(folder, Catalogue.builtIn());
    }

    private static Translation to(Mapping mapping, String document) {
        return mapping.translate(Direction.TO_ISO, document.getBytes(StandardCharsets.UTF_8), Context.live(Map.of()));
    }

    private static Translation from(Mapping mapping, String document) {
        return mapping.translate(Direction.FROM_ISO, document.getBytes(StandardCharsets.UTF_8), Context.live(Map.of()));
    }

    private static List<String> ids(Translation translation) {
        return translation.findings().stream().map(Finding::toString).toList();
    }

    private static String text(Translation translation) {
        return new String(
                translation.result().orElseThrow(() -> new AssertionError(translation.findings())),
                StandardCharsets.UTF_8);
    }
}
