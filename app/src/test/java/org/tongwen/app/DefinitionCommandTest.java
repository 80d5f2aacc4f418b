package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aDefinitionIsShownAsATree() {
        Session.Outcome shown = xsd("show", "pacs.002.001.10", "TxInfAndSts/ChrgsInf", "--depth", "1");

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out()).isEqualTo("""
                pacs.002.001.10  /Document/FIToFIPmtStsRpt/TxInfAndSts/ChrgsInf

                ChrgsInf  [0..*]  Charges7
                  Amt     [1..1]  ActiveOrHistoricCurrencyAndAmount             decimal, at most 18 digits, 5 decimals, at least 0
                    @Ccy  [1..1]  ActiveOrHistoricCurrencyCode                  text, pattern [A-Z]{3,3}
                  Agt     [1..1]  BranchAndFinancialInstitutionIdentification6  2 elements …
                """);
    }

    @Test
    void aTreeIsAlsoAJsonDocument() throws IOException {
        Session.Outcome shown = xsd("show", "pacs.008.001.08", "GrpHdr/SttlmInf/SttlmMtd", "--format", "json");

        JsonNode json = new ObjectMapper().readTree(shown.bytes());
        assertThat(json.path("path").asText()).isEqualTo("/Document/FIToFICstmrCdtTrf/GrpHdr/SttlmInf/SttlmMtd");
        assertThat(json.at("/tree/type").asText()).isEqualTo("SettlementMethod1Code");
        assertThat(json.at("/tree/value/codes")).extracting(JsonNode::asText).contains("CLRG", "COVE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "show pacs.008.001.8               => no message is named 'pacs.008.001.8'; did you mean 'pacs.008.001.08'?",
                "show head.001                     => no message is named 'head.001'; there are head.001.001.01, head.001.001.02, head.001.001.03, head.001.001.04",
                "show pacs.008.001.08 GrpHdr/MsgI  => /Document/FIToFICstmrCdtTrf/GrpHdr has no element 'MsgI'; did you mean 'MsgId'?",
                "show none/a.xsd                   => none/a.xsd: no such file",
                "list pacs.08                      => no message begins with 'pacs.08'; did you mean 'pacs.008'?",
            })
    void whatDoesNotExistIsNotFound(String line, String complaint) {
        Session.Outcome failed = xsd(line.strip().split(" +"));

        assertThat(failed.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).isEqualTo("tongwen: " + complaint + "\n");
    }

    @Test
    void aSchemaFileWithMistakesIsNotShown() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xsd"), "<a/>");
        Session.Outcome failed = xsd("show", file.toString());

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.err())
                .startsWith(file + ":1:")
                .endsWith("[ERROR] the file is not an XML Schema | xsd.Schema\n");
    }

    @Test
    void messagesAreListedWithTheirBodies() {
        assertThat(xsd("list", "head.001").out()).isEqualTo("""
                head.001.001.01  AppHdr
                head.001.001.02  AppHdr
                head.001.001.03  AppHdr
                head.001.001.04  AppHdr
                """);
        assertThat(xsd("list", "pacs.008.001.08").out()).isEqualTo("pacs.008.001.08  FIToFICstmrCdtTrf\n");
        assertThat(xsd("list").out().lines()).hasSize(630);
    }

    @Test
    void anExportedDefinitionCanTakeThePlaceOfTheBuiltInOne() throws IOException {
        Path file = folder.resolve("own.xsd");
        Session.Outcome exported = xsd("export", "pacs.008.001.08", "-o", file.toString());

        assertThat(exported.exitCode()).isZero();
        assertThat(Files.readString(file))
                .isEqualTo(xsd("export", "pacs.008.001.08").out());
        assertThat(xsd("diff", "pacs.008.001.08", "pacs.008.001.08", "--xsd", folder.toString())
                        .out())
                .isEqualTo("pacs.008.001.08: no difference\n");
    }

    @Test
    void changesAreListedByPath() {
        Session.Outcome compared = xsd("diff", "pacs.008.001.08", "pacs.008.001.09");

        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out()).isEqualTo("""
                /Document/FIToFICstmrCdtTrf/CdtTrfTxInf
                    CreditTransferTransaction39 → CreditTransferTransaction43
                  widens    + MndtRltdInf [0..1] CreditTransferMandateData1 after ChrgsInf

                /Document/FIToFICstmrCdtTrf/CdtTrfTxInf/InstrForCdtrAgt/Cd
                    Instruction3Code → ExternalCreditorAgentInstruction1Code
                  widens    ~ codes: one of CHQB, HOLD, PHOB, TELB → text, 1 to 4 characters

                pacs.008.001.08 → pacs.008.001.09: 1 added, 1 with other values
                  What was valid as pacs.008.001.08 stays valid.
                  What is valid as pacs.008.001.09 may not have been valid before.
                """);
        assertThat(xsd("diff", "pacs.008.001.08", "pacs.008.001.09", "CdtTrfTxInf/Dbtr")
                        .out())
                .isEqualTo("pacs.008.001.08 → pacs.008.001.09: no difference\n");
    }

    @Test
    void changesAreAlsoAJsonDocument() throws IOException {
        Session.Outcome compared = xsd("diff", "pacs.008.001.08", "pacs.008.001.10", "--format", "json");

        JsonNode json = new ObjectMapper().readTree(compared.bytes());
        assertThat(json.path("oldStaysValid").asBoolean()).isFalse();
        assertThat(json.at("/counts/optional").asInt()).isEqualTo(1);
        assertThat(json.at("/types/0/places").asInt()).isEqualTo(14);
        assertThat(json.at("/types/0/changes/0").toString())
                .isEqualTo(
                        "{\"kind\":\"optional\",\"name\":\"Id\",\"before\":\"[1..1]\",\"after\":\"[0..1]\",\"effect\":\"widens\"}");
    }

    @Test
    void nothingInASchemaCommandsTheTerminalOrTurnsItsText() throws IOException {
        String standard = xsd("export", "pacs.008.001.08").out();
        Path file = Files.writeString(
                folder.resolve("evil.xsd"),
                standard.replace("\"Max35Text\"", "\"Max35\u202eText\"")
                        .replace("xsd:pacs.008.001.08", "xsd:pacs.008.\u2066")
                        .replace("\"DEBT\"", "\"D&#x9b;T\"")
                        .replace("[A-Z]{2,2}\"", "[A-Z&#x85;]{2,2}\""));

        assertThat(List.of(
                        xsd("show", file.toString()).out(),
                        xsd("show", file.toString(), "CdtTrfTxInf/Dbtr").out(),
                        xsd("diff", "pacs.008.001.08", file.toString()).out(),
                        xsd("list", "pacs.008", "--xsd", folder.toString()).out(),
                        xsd("show", "pacs.008.", "--xsd", folder.toString()).err()))
                .allMatch(text -> text.contains("pacs.008.\\u2066"))
                .noneMatch(text -> text.codePoints()
                        .anyMatch(c ->
                                c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)))
                .anyMatch(text -> text.contains("Max35\\u202eText"))
                .anyMatch(text -> text.contains("codes added: D\\u009bT"))
                .anyMatch(text -> text.contains("[A-Z\\u0085]{2,2}"));
    }

    private static Session.Outcome xsd(String... args) {
        String[] line = new String[args.length + 1];
        line[0] = "xsd";
        System.arraycopy(args, 0, line, 1, args.length);
        return new Session().run(line);
    }
}
