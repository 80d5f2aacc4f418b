package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** Codecs that fill several places, and code tables, in a mapping of a pacs.008. */
class CodecsInMappingsTest {

    /** Warnings that small mappings of a test are full of. */
    private static final Set<String> OFTEN =
            Set.of("mapping.UnmappedSource", "mapping.MayBeMissing", "mapping.MissingCode");

    private static final String MAPPING = """
            mapping: bank.test
            iso: pacs.008.001.08
            source: {format: json, schema: test.schema.json}
            %s
            FIToFICstmrCdtTrf:
              GrpHdr: {MsgId: id, CreDtTm: = now(), NbOfTxs: = '1', SttlmInf: {SttlmMtd: = 'CLRG'}}
              CdtTrfTxInf:
                PmtId: {EndToEndId: = id}
                IntrBkSttlmAmt: amount as minor(currency)
            %s
                Dbtr: {Nm: = 'A'}
                DbtrAgt: {FinInstnId: {Nm: = 'B'}}
                CdtrAgt: {FinInstnId: {Nm: = 'C'}}
                Cdtr: {Nm: = 'D'}
            """;

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 35}, "amount": {"type": "integer"}, "currency": {"type": "string"},
              "list": {"type": "array", "items": {"type": "string", "maxLength": 70}},
              "text": {"type": "string", "maxLength": 200}, "code": {"type": "string"}}}
            """;

    private static final String CHARGES = "    ChrgBr: code as code(charges)\n";
    private static final String SHARED = "    ChrgBr: = 'SHAR'\n";

    @TempDir
    private Path folder;

    @Test
    void longTextGoesOnInTheElementBeside() throws IOException {
        Mapping mapping = mapping("", SHARED + """
                    UltmtCdtr: {Nm: = 'E', Id: {PrvtId: {Othr: {Id: text as text(spill 35 Issr), SchmeNm: {Cd: = 'NIDN'}}}}}
                """);
        String text = "0123456789".repeat(7);
        Translation there = to(mapping, "\"text\": \"" + text + "\"");
        assertThat(ids(there)).isEmpty();
        assertThat(text(there))
                .containsSubsequence(
                        "<Id>" + text.substring(0, 35) + "</Id>",
                        "<SchmeNm>",
                        "<Issr>" + text.substring(35) + "</Issr>");
        assertThat(back(mapping, there)).contains(text);
        assertThat(back(mapping, to(mapping, "\"text\": \"short\""))).contains("\"short\"");
        assertThat(ids(to(mapping, "\"text\": \"" + text + "1\""))).containsExactly("codec.TooLong");
    }

    @Test
    void theElementBesideHasNoRuleOfItsOwn() throws IOException {
        assertThat(
                        checked(
                                "",
                                SHARED
                                        + "    UltmtCdtr: {Id: {PrvtId: {Othr: {Id: text as text(spill 35 Issr), Issr: = 'X'}}}}\n"))
                .containsExactly("Issr is written twice: by its own rule, and by the codec of Id");
        assertThat(checked("", SHARED + "    UltmtCdtr: {Nm: text as text(spill 35 Nowhere)}\n"))
                .containsExactly("Nm has no place for ../Nowhere");
        assertThat(checked("", SHARED + "    UltmtCdtr: {Nm: 'text as text(reject 35) then agent'}\n"))
                .contains(
                        "Document/FIToFICstmrCdtTrf/CdtTrfTxInf/UltmtCdtr/Nm holds elements (Max140Text), not a value");
    }

    @Test
    void banksAreFoundByWhatTheyAre() throws IOException {
        Mapping mapping = mapping("", SHARED + "    IntrmyAgt1: {FinInstnId: text as agent(CNAPS)}\n");
        for (Map.Entry<String, String> bank : Map.of(
                        "DEUTDEFF", "<BICFI>DEUTDEFF</BICFI>",
                        "102100099996", "<Cd>CNAPS</Cd>",
                        "GBDSC:999998", "<MmbId>999998</MmbId>",
                        "Demo Bank", "<Nm>Demo Bank</Nm>")
                .entrySet()) {
            Translation there = to(mapping, "\"text\": \"" + bank.getKey() + "\"");
            assertThat(text(there)).contains(bank.getValue());
            assertThat(back(mapping, there)).contains(bank.getKey());
        }
        assertThat(checked("", SHARED + "    UltmtCdtr: text as agent\n"))
                .contains("UltmtCdtr has no place for BICFI, BIC, ClrSysMmbId/ClrSysId/Cd, ClrSysMmbId/MmbId");
    }

    @Test
    void addressesOfLinesComeBack() throws IOException {
        Mapping lines = mapping("", SHARED + "    UltmtCdtr: {Nm: = 'E', PstlAdr: list as address(lines 70)}\n");
        Translation there = to(lines, "\"list\": [\"Musterweg 7\", \"L-0000 Luxembourg\"]");
        assertThat(text(there))
                .containsSubsequence("<AdrLine>Musterweg 7</AdrLine>", "<AdrLine>L-0000 Luxembourg</AdrLine>");
        assertThat(back(lines, there)).containsSubsequence("\"Musterweg 7\"", "\"L-0000 Luxembourg\"");
    }

    @Test
    void chainsEndInWhatFillsSeveralPlaces() throws IOException {
        Mapping mapping = mapping(
                "", SHARED + "    UltmtCdtr: {Nm: = 'E', PstlAdr: text as charset(sepa) then address(wrap 70)}\n");
        Translation there = to(mapping, "\"text\": \"Müllerstraße 7, 10115 Berlin\"");
        assertThat(text(there)).contains("<AdrLine>Mullerstrase 7, 10115 Berlin</AdrLine>");
        assertThat(there.losses())
                .extracting(loss -> loss.reason())
                .containsExactly("charset(sepa) then address(wrap 70)");
        assertThat(back(mapping, there)).contains("Mullerstrase 7, 10115 Berlin");
    }

    @Test
    void townAndCountryAreTold() throws IOException {
        Mapping hybrid = mapping("", SHARED + "    UltmtCdtr: {Nm: = 'E', PstlAdr: list as address(hybrid)}\n");
        Translation there = to(hybrid, "\"list\": [\"Musterweg 7\", \"DE/Berlin\"]");
        assertThat(text(there)).containsSubsequence("<TwnNm>Berlin", "<Ctry>DE", "<AdrLine>Musterweg 7");
        assertThat(back(hybrid, there)).containsSubsequence("\"Berlin\"", "\"DE\"");
        assertThat(there.losses()).hasSize(1);
        assertThat(ids(to(hybrid, "\"list\": [\"Musterweg 7\", \"10115 Berlin\"]")))
                .containsExactly("codec.Address");
    }

    @Test
    void aWalletIsAnAlias() throws IOException {
        Mapping mapping = mapping("", SHARED + "    CdtrAcct: {Prxy: text as proxy(EWAL)}\n", "pacs.008.001.10");
        Translation there = to(mapping, "\"text\": \"W-90211\"");
        assertThat(text(there)).containsSubsequence("<Tp>", "<Cd>EWAL</Cd>", "<Id>W-90211</Id>");
        assertThat(back(mapping, there)).contains("W-90211");
    }

    @Test
    void codesMayBeReadInOneDirectionOnly() throws IOException {
        Mapping mapping =
                mapping("codes: {charges: {SHA: SHAR, SHARED: = SHAR, OUR: [DEBT, = SLEV], \"*\": = CRED}}", CHARGES);
        assertThat(text(to(mapping, "\"code\": \"SHARED\""))).contains("<ChrgBr>SHAR<");
        assertThat(back(mapping, to(mapping, "\"code\": \"SHARED\""))).contains("\"SHA\"");
        assertThat(to(mapping, "\"code\": \"SHARED\"").losses()).hasSize(1);
        assertThat(to(mapping, "\"code\": \"OUR\"").losses()).isEmpty();
        assertThat(text(to(mapping, "\"code\": \"anything\""))).contains("<ChrgBr>CRED<");
        String slev = text(to(mapping, "\"code\": \"OUR\"")).replace(">DEBT<", ">SLEV<");
        Translation back = mapping.translate(Direction.FROM_ISO, slev.getBytes(StandardCharsets.UTF_8), context());
        assertThat(text(back)).contains("\"OUR\"");
        assertThat(back.losses()).hasSize(1);
    }

    @Test
    void codesMayStandInAFile() throws IOException {
        csv("source,iso,direction\nSHA,SHAR\n\"SHARED\",SHAR,to-iso\nOUR,DEBT,\nNIX,SLEV,from-iso\n");
        Mapping mapping = mapping("codes: {charges: codes/charges.csv}", CHARGES);
        assertThat(back(mapping, to(mapping, "\"code\": \"SHARED\""))).contains("\"SHA\"");
        assertThat(back(mapping, to(mapping, "\"code\": \"OUR\""))).contains("\"OUR\"");
        assertThat(ids(to(mapping, "\"code\": \"NIX\""))).containsExactly("codec.Code");
    }

    @Test
    void aCodeFileMayTakeAllOtherCodes() throws IOException {
        csv("source,iso,direction\nSHA,SHAR,\n*,SLEV,to-iso\n");
        Mapping mapping = mapping("codes: {charges: codes/charges.csv}", CHARGES);
        assertThat(text(to(mapping, "\"code\": \"anything\""))).contains("<ChrgBr>SLEV<");
        assertThat(back(mapping, to(mapping, "\"code\": \"SHA\""))).contains("\"SHA\"");
        csv("source,iso,direction\nSHA,SHAR,\n*,SLEV,\n*,DEBT,to-iso\n");
        assertThat(checked("codes: {charges: codes/charges.csv}", CHARGES))
                .containsExactly(
                        "what takes all other codes does not come back; write to-iso behind it",
                        "there is a row for all other codes already");
    }

    @Test
    void mistakesInACodeFileAreAtTheirPlace() throws IOException {
        csv("source,iso,direction\nSHA,SHAR\nSHARED,SHAR\nOUR,DEBT,both\n\nBEN\nSHA,CRED,to-iso\n");
        assertThat(load("codes: {charges: codes/charges.csv}", CHARGES, "pacs.008.001.08").findings().stream()
                        .filter(finding -> !OFTEN.contains(finding.id()))
                        .map(finding -> finding.place().document() + ":"
                                + finding.place().line() + ":" + finding.place().column() + " " + finding.message()))
                .contains(
                        "bank/codes/charges.csv:3:1 in the table charges both SHA and SHARED become SHAR",
                        "bank/codes/charges.csv:4:10 a direction is empty, to-iso or from-iso",
                        "bank/codes/charges.csv:6:1 a row has the institution's code, the ISO code and, if it is one-way, the direction",
                        "bank/codes/charges.csv:7:1 in the table charges SHA becomes both SHAR and CRED",
                        "bank/codes/charges.csv:7:1 in the table charges SHA becomes CRED, which no row reads back")
                .hasSize(5);
    }

    @Test
    void damagedCodeFilesAreFindings() throws IOException {
        for (String damaged : List.of(
                "",
                "a,b\n",
                "\"",
                "source,iso\n\"x\ny",
                "source,iso\n\"x\"y,z\n",
                "\u0000",
                "source,iso\n" + ",".repeat(9000))) {
            csv(damaged);
            assertThat(checked("codes: {charges: codes/charges.csv}", CHARGES))
                    .as(damaged)
                    .isNotEmpty();
        }
        assertThat(checked("codes: {charges: codes/none.csv}", CHARGES))
                .contains("there is no code table codes/none.csv");
        assertThat(checked("codes: {charges: ../../../secret.csv}", CHARGES))
                .contains("there is no code table ../../../secret.csv");
    }

    @Test
    void aTableSaysWhatComesBack() throws IOException {
        assertThat(checked("codes: {charges: {SHA: SHAR, SHARED: SHAR}}", CHARGES))
                .containsExactly("in the table charges both SHA and SHARED become SHAR");
        assertThat(checked("codes: {charges: {SHA: [SHAR, DEBT]}}", CHARGES))
                .containsExactly("SHA can become one code only; write = DEBT for one that is only read back");
        assertThat(checked("codes: {charges: {\"*\": SHAR}}", CHARGES))
                .containsExactly("what takes all other codes does not come back; write \"*\": = and the ISO code");
        assertThat(checked("codes: {charges: {SHA: = SHAR}}", CHARGES))
                .containsExactly("in the table charges SHA becomes SHAR, which no row reads back");
        assertThat(checked("codes: {charges: {SHA: }}", CHARGES))
                .containsExactly("SHA needs an ISO code, = and an ISO code, or a list of them");
    }

    private void csv(String text) throws IOException {
        Files.createDirectories(folder.resolve("bank/codes"));
        Files.writeString(folder.resolve("bank/codes/charges.csv"), text);
    }

    private Mapping mapping(String head, String body) throws IOException {
        return mapping(head, body, "pacs.008.001.08");
    }

    private Mapping mapping(String head, String body, String iso) throws IOException {
        Checked<Mappings> loaded = load(head, body, iso);
        assertThat(loaded.findings().stream().filter(finding -> !OFTEN.contains(finding.id())))
                .isEmpty();
        return loaded.value().orElseThrow().all().get(0);
    }

    private List<String> checked(String head, String body) throws IOException {
        return load(head, body, "pacs.008.001.08").findings().stream()
                .filter(finding -> !OFTEN.contains(finding.id()))
                .map(Finding::message)
                .toList();
    }

    private Checked<Mappings> load(String head, String body, String iso) throws IOException {
        Files.createDirectories(folder.resolve("bank"));
        Files.writeString(folder.resolve("bank/test.schema.json"), SCHEMA);
        Files.writeString(
                folder.resolve("bank/test.yaml"), MAPPING.formatted(head, body).replace("pacs.008.001.08", iso));
        return Mappings.load(folder, Catalogue.builtIn());
    }

    private static Translation to(Mapping mapping, String fields) {
        String document = "{\"id\": \"ID1\", \"amount\": 100, \"currency\": \"CNY\", " + fields + "}";
        return mapping.translate(Direction.TO_ISO, document.getBytes(StandardCharsets.UTF_8), context());
    }

    private static String back(Mapping mapping, Translation there) {
        assertThat(ids(there)).isEmpty();
        Translation back = mapping.translate(Direction.FROM_ISO, there.result().orElseThrow(), context());
        assertThat(ids(back)).isEmpty();
        return text(back);
    }

    private static Context context() {
        return Context.live(Map.of());
    }

    private static List<String> ids(Translation translation) {
        return translation.findings().stream().map(Finding::id).toList();
    }

    private static String text(Translation translation) {
        return new String(
                translation.result().orElseThrow(() -> new AssertionError(translation.findings())),
                StandardCharsets.UTF_8);
    }
}
