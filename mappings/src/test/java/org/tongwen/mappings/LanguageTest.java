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
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;

/** Corners of the mapping language, each in a pacs.008 with one transaction whose varying part stands in one place. */
class LanguageTest {

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
                ChrgBr: = 'SHAR'
                Dbtr: {Nm: = 'A'}
                DbtrAgt: {FinInstnId: {Nm: = 'B'}}
                CdtrAgt: {FinInstnId: {Nm: = 'C'}}
                Cdtr: {Nm: = 'D'}
            %s
            """;

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "id": {"type": "string", "maxLength": 35}, "amount": {"type": "integer"}, "currency": {"type": "string"},
            %s}}
            """;

    @TempDir
    private Path folder;

    @Test
    void partsOfAListWithItsOwnFormulasAreToldApart() throws IOException {
        Mapping mapping = mapping(
                "\"l\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"cd\": {\"type\": \"string\"}}}}, \"other\": {\"type\": \"string\"}",
                "",
                """
                    InstrForCdtrAgt:
                      - {each: l, Cd: cd, InstrInf: = cd}
                      - {InstrInf: other}
                """);
        assertThat(back(mapping, "\"l\": [{\"cd\": \"CHQB\"}], \"other\": \"x\""))
                .contains("\"cd\" : \"CHQB\"".replace(" :", ":"), "\"other\": \"x\"");
    }

    @Test
    void twoPlacesForTwoValuesComeBackEachToItsOwn() throws IOException {
        Mapping mapping = mapping(
                "\"l1\": {\"type\": \"string\", \"maxLength\": 70}, \"l2\": {\"type\": \"string\", \"maxLength\": 70}",
                "",
                "    UltmtCdtr: {Nm: = 'E', PstlAdr: {AdrLine: [l1, l2]}}\n");
        assertThat(back(mapping, "\"l1\": \"one\", \"l2\": \"two\"")).contains("\"l1\": \"one\"", "\"l2\": \"two\"");
    }

    @Test
    void anEmptyPlaceInAListIsALossAndNotTheWordNull() throws IOException {
        Mapping mapping = mapping(
                "\"adr\": {\"type\": \"array\", \"items\": {\"type\": [\"string\", \"null\"], \"maxLength\": 70}}",
                "",
                "    UltmtCdtr: {Nm: = 'E', PstlAdr: {AdrLine: adr}}\n");
        Translation there = to(mapping, "\"adr\": [\"a\", null]");
        assertThat(text(there)).contains("<AdrLine>a</AdrLine>").doesNotContain("null");
        assertThat(there.losses()).extracting(loss -> loss.reason()).containsExactly("null is the same as no value");
    }

    @Test
    void fieldsWhereAValueIsExpectedAreRefused() throws IOException {
        Mapping mapping = mapping("\"nm\": {}", "", "    UltmtCdtr: {Nm: nm}\n");
        assertThat(ids(to(mapping, "\"nm\": {\"first\": \"A\", \"last\": \"B\"}")))
                .containsExactly("mapping.NotAValue");
    }

    @Test
    void aCaseWithoutValuesIsInTheLedger() throws IOException {
        Mapping mapping =
                mapping("\"type\": {\"type\": \"string\"}, \"no\": {\"type\": \"string\", \"maxLength\": 35}", "", """
                    UltmtCdtr:
                      Nm: = 'E'
                      Id: {choose: type, cases: {P: {PrvtId: {Othr: {Id: no}}}}}
                """);
        assertThat(to(mapping, "\"type\": \"P\"").losses())
                .extracting(loss -> loss.field())
                .containsExactly("type");
        assertThat(ids(to(mapping, "\"type\": \"Q\""))).containsExactly("mapping.NoCase");
    }

    @Test
    void aFormulaInAGroupThatIsNotWrittenCarriesNothing() throws IOException {
        Mapping mapping = mapping(
                "\"no\": {\"type\": \"string\", \"maxLength\": 35}, \"issuer\": {\"type\": \"string\", \"maxLength\": 35}",
                "",
                "    UltmtCdtr: {Nm: = 'E', Id: {PrvtId: {Othr: {Id: no, Issr: = issuer}}}}\n");
        assertThat(ids(to(mapping, "\"issuer\": \"x\""))).containsExactly("mapping.UnmappedSource");
        assertThat(ids(to(mapping, "\"issuer\": \"x\", \"no\": \"1\""))).containsExactly("mapping.UndeclaredLoss");
    }

    @Test
    void aCodecThatRefusesTheValueOfAFormulaSaysSo() throws IOException {
        Mapping mapping = mapping(
                "\"snd\": {\"type\": \"string\"}", "", "    InstgAgt: {FinInstnId: {BICFI: = snd as terminal(A)}}\n");
        assertThat(ids(to(mapping, "\"snd\": \"NONSENSE\""))).contains("codec.Terminal");
    }

    @Test
    void numbersOfFormulasAreComparedAsNumbers() throws IOException {
        Mapping mapping =
                mapping("\"rate\": {\"type\": \"string\"}", "back: {rate: = '1.5'}", "    XchgRate: = rate\n");
        Translation there = to(mapping, "\"rate\": \"1.5\"");
        String other = text(there).replace("<XchgRate>1.5<", "<XchgRate> 1.50 <");
        assertThat(mapping.translate(Direction.FROM_ISO, other.getBytes(StandardCharsets.UTF_8), context())
                        .findings())
                .isEmpty();
    }

    @Test
    void generatedValuesAreNotComparedEvenInsideAnExpression() throws IOException {
        Mapping mapping = mapping(
                "\"x\": {\"type\": \"string\"}",
                "no-home: {x: nowhere}",
                "    UltmtCdtr: {Nm: \"= translate(uuid(), '-', '')\"}\n");
        assertThat(back(mapping, "\"x\": \"1\"")).contains("\"id\": \"ID1\"");
    }

    @Test
    void formulasThatFailOrReachOutAreFindings() throws IOException {
        String items =
                "\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}}";
        for (String formula : List.of("sum(items/xs:decimal(a))", "items/error()", "items/[1,2]")) {
            Mapping mapping =
                    mapping(items, "no-home: {items: in a formula}", "    UltmtCdtr: {Nm: \"= " + formula + "\"}\n");
            assertThat(ids(to(mapping, "\"items\": [{\"a\": \"oops\"}]")))
                    .as(formula)
                    .contains("mapping.FormulaFails");
        }
    }

    @Test
    void whatTheCheckRefuses() throws IOException {
        String list =
                "\"l\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"maxLength\": 35}, \"b\": {\"type\": \"string\", \"maxLength\": 35}}}}, \"t\": {\"type\": \"array\", \"items\": {\"type\": \"string\", \"maxLength\": 35}}";
        assertThat(checked(
                        list,
                        "no-home: {t: x}",
                        "    InstrForNxtAgt: {each: l, InstrInf: a}\n    InstrForCdtrAgt: {each: l, InstrInf: b}\n"))
                .containsExactly("mapping.NotInvertible");
        assertThat(checked(list, "no-home: {l: x}", "    UltmtCdtr: {PstlAdr: {AdrLine: t ?? 'NONE'}}\n"))
                .containsExactly("mapping.TypeMismatch");
        assertThat(checked(list, "no-home: {l: x, t: x}", "    XchgRate: id as decimal(currency)\n"))
                .contains("mapping.TypeMismatch");
        assertThat(checked(list, "no-home: {l: x, t: x}", "    InstdAmt: = amount as minor(currency)\n"))
                .containsExactly("mapping.MissingMandatory", "mapping.TypeMismatch");
        assertThat(checked(
                        list,
                        "no-home: {l: x, t: x}",
                        "    Purp: {Prtry: = " + "(".repeat(60) + "1" + ")".repeat(60) + "}\n"))
                .containsExactly("mapping.Formula");
        assertThat(checked(list, "no-home: {l: x, t: x}", "    Purp: {Prtry: \"= trace('a')\"}\n"))
                .containsExactly("mapping.Formula");
    }

    @Test
    void aSlashInAnExpressionStandsForTheWholeDocument() throws IOException {
        Mapping mapping = mapping(
                "\"l\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"cd\": {\"type\": \"string\"}}}}",
                "",
                "    InstrForCdtrAgt: {each: l, Cd: cd, InstrInf: \"= concat(/id, '-', cd, '-', count(/l))\"}\n");
        assertThat(text(to(mapping, "\"l\": [{\"cd\": \"HOLD\"}, {\"cd\": \"PHOB\"}]")))
                .contains("<InstrInf>ID1-HOLD-2<", "<InstrInf>ID1-PHOB-2<");
    }

    @Test
    void aDeclarationWithASelectionSpeaksOnlyOfWhatItSelects() throws IOException {
        String fees =
                "\"fees\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"t\": {\"type\": \"string\"}, \"note\": {\"type\": \"string\"}}}}";
        Mapping mapping = mapping(fees, "no-home: {\"fees[t=A].note\": internal, \"fees[t=A].t\": internal}", "");
        assertThat(ids(to(mapping, "\"fees\": [{\"t\": \"A\", \"note\": \"x\"}]")))
                .isEmpty();
        assertThat(ids(to(mapping, "\"fees\": [{\"t\": \"A\", \"note\": \"x\"}, {\"t\": \"B\", \"note\": \"y\"}]")))
                .containsExactly("mapping.UnmappedSource", "mapping.UnmappedSource");
    }

    private Mapping mapping(String fields, String head, String body) throws IOException {
        Checked<Mappings> loaded = load(fields, head, body);
        assertThat(loaded.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                .isEmpty();
        return loaded.value().orElseThrow().all().get(0);
    }

    private List<String> checked(String fields, String head, String body) throws IOException {
        return load(fields, head, body).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::id)
                .toList();
    }

    private Checked<Mappings> load(String fields, String head, String body) throws IOException {
        Files.createDirectories(folder.resolve("bank"));
        Files.writeString(folder.resolve("bank/test.schema.json"), SCHEMA.formatted(fields));
        Files.writeString(folder.resolve("bank/test.yaml"), MAPPING.formatted(head, body));
        return Mappings.load(folder, Catalogue.builtIn());
    }

    private static Translation to(Mapping mapping, String fields) {
        String document = "{\"id\": \"ID1\", \"amount\": 100, \"currency\": \"CNY\", " + fields + "}";
        return mapping.translate(Direction.TO_ISO, document.getBytes(StandardCharsets.UTF_8), context());
    }

    private static String back(Mapping mapping, String fields) {
        Translation there = to(mapping, fields);
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
