package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapToolsTest {

    private static final Path BUILT_IN = Path.of("../mappings/institutions");
    private static final Path SAMPLE = BUILT_IN.resolve("wallet/samples/transfer/person-to-person/institution.json");

    @TempDir
    private Path folder;

    @Test
    void withoutACommandTheHelpIsShownAsAComplaint() {
        Session.Outcome failed = new Session().run("map");

        assertThat(failed.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(failed.err()).startsWith("tongwen: which map command?\nUsage: tongwen map COMMAND");
    }

    @Test
    void aMappingIsATableInThreeForms() throws IOException {
        Path workbook = folder.resolve("sheet.xlsx");

        assertThat(map("table", "wallet.transfer").out()).startsWith("| source | codec or formula | ISO path |");
        assertThat(map("table", "wallet.transfer", "--format", "csv").out())
                .startsWith("\"source\",\"codec or formula\"")
                .contains("\"'= 'CLRG'\"");
        assertThat(map("table", "wallet.transfer", "--format", "xlsx", "-o", workbook.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(workbook)).startsWith('P', 'K');
    }

    @Test
    void aMappingIsNamedByItsNameOrItsFile() {
        String file = BUILT_IN.resolve("wallet/transfer.pacs.008.001.08.yaml").toString();

        assertThat(new Session().run("map", "table", file).out())
                .isEqualTo(map("table", "wallet.transfer").out());
        assertThat(map("table", "wallet.transfr").err())
                .isEqualTo("tongwen: no mapping is named 'wallet.transfr'; did you mean 'wallet.transfer'?\n");
        assertThat(map("table", "wallet.transfr").exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(map("table", file.replace("transfer.p", "transfr.p")).exitCode())
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(map("table", folder.toString() + "/").exitCode()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void aBrokenFileHasFindingsAndNoTable() throws IOException {
        Path file =
                Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("b.yaml"), "mapping: [");

        Session.Outcome failed = new Session().run("map", "table", file.toString());

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("a/b.yaml:", "yaml.Syntax");
    }

    @Test
    void wordsAreFoundWithFileLineAndColumn() throws IOException {
        Session.Outcome text = map("where", "SttlmInf/SttlmMtd", "charges");
        JsonNode json = new ObjectMapper()
                .readTree(map("where", "SHAR", "--format", "json").bytes());

        assertThat(text.exitCode()).isZero();
        assertThat(text.out().lines())
                .anyMatch(
                        line -> line.endsWith(
                                "wallet/transfer.pacs.008.001.08.yaml:26:26: [iso] Document/FIToFICstmrCdtTrf/GrpHdr/SttlmInf/SttlmMtd: = 'CLRG'"))
                .anyMatch(line -> line.endsWith("[table] code table charges"));
        assertThat(json).hasSizeGreaterThan(1);
        assertThat(json.path(0).path("kind").asText()).isEqualTo("code");
        assertThat(map("where", "nowhere").err()).isEqualTo("tongwen: no mapping uses nowhere\n");
    }

    @Test
    void aMappingIsShownAsItIsWrittenOrAsItTakesEffect() throws IOException {
        assertThat(map("show", "wallet.transfer").bytes())
                .isEqualTo(Files.readAllBytes(BUILT_IN.resolve("wallet/transfer.pacs.008.001.08.yaml")));
        assertThat(map("show", "wallet.transfer", "--effective").out())
                .startsWith("mapping: wallet.transfer\n")
                .contains("      PstlAdr: {at: addr, StrtNm: line, PstCd: zip, TwnNm: city, Ctry: country}\n");
    }

    @Test
    void differencesAreListedAsTextAndJson() throws IOException {
        Path other = copyOfWallet("ChrgBr: fee_mode as code(charges)", "ChrgBr: = 'SHAR'");

        Session.Outcome text = map("diff", "wallet.transfer", other.toString());
        JsonNode json = new ObjectMapper()
                .readTree(map("diff", "wallet.transfer", other.toString(), "--format", "json")
                        .bytes());

        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).isEqualTo("""
                        changed  Document/FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgBr
                          - fee_mode as code(charges)
                          + = 'SHAR'
                        1 difference
                        """);
        assertThat(json.at("/changes/0/kind").asText()).isEqualTo("changed");
        assertThat(map("diff", "wallet.transfer", "wallet.transfer").out()).isEqualTo("no difference\n");
    }

    @Test
    void thePageShowsTheFirstSampleOrTheOneAskedFor() {
        assertThat(map("doc", "wallet.transfer").out()).contains("<dd>business</dd>");
        assertThat(map("doc", "wallet.transfer", "--sample", "long-texts").out())
                .contains("<dd>long-texts</dd>");
        assertThat(map("doc", "wallet.transfer", "--sample", "long-text").err())
                .isEqualTo("tongwen: no sample is named 'long-text'; did you mean 'long-texts'?\n");
    }

    @Test
    void aNewMappingIsWrittenOnceAndThenNothingIsOverwritten() throws IOException {
        String[] command = {
            "map", "new", SAMPLE.toString(), "pacs.008.001.08", "--name", "demo.pay", "--mappings", folder.toString()
        };

        Session.Outcome written = new Session().run(command);
        Files.writeString(folder.resolve("demo/pay.schema.json"), "mine");
        Session.Outcome again = new Session().run(command);

        assertThat(written.err()).isEmpty();
        assertThat(written.out().lines())
                .hasSize(4)
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(folder.resolve("demo/samples/pay/first/institution.json")).hasSameBinaryContentAs(SAMPLE);
        assertThat(folder.resolve("demo/pay.pacs.008.001.08.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=../schema/pacs.008.001.08.mapping.json\n");
        assertThat(folder.resolve("schema/pacs.008.001.08.mapping.json")).exists();
        assertThat(again.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(again.err()).contains("exists already; nothing was written");
        assertThat(folder.resolve("demo/pay.schema.json")).hasContent("mine");
    }

    @Test
    void aSchemaThatExistsIsCopiedAndNotGuessed() throws IOException {
        Path schema = BUILT_IN.resolve("wallet/transfer.schema.json");

        Session.Outcome written =
                create(SAMPLE, "pacs.008.001.08", "--name", "demo.pay", "--schema", schema.toString());

        assertThat(written.exitCode()).isZero();
        assertThat(folder.resolve("demo/transfer.schema.json")).hasSameBinaryContentAs(schema);
        assertThat(folder.resolve("demo/pay.pacs.008.001.08.yaml"))
                .content()
                .contains("source: {format: json, schema: transfer.schema.json}\n");
        assertThat(create(SAMPLE, "pacs.008.001.08", "--schema", schema + "x").exitCode())
                .isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void aNewMappingNeedsASoundSampleAKnownMessageAndAName() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"a\": }");

        assertThat(create(bad, "pacs.008.001.08").exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(create(SAMPLE, "pacs.008.001").err()).contains("no message is named 'pacs.008.001'; there are ");
        assertThat(create(SAMPLE, "pacs.008.001.08", "--name", "../x").exitCode())
                .isEqualTo(Exit.USAGE);
        assertThat(create(folder.resolve("none.json"), "pacs.008.001.08").exitCode())
                .isEqualTo(Exit.NOT_FOUND);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(bad);
        }
    }

    @Test
    void aSchemaIsGuessedFromSeveralSamples() throws IOException {
        Path one = Files.writeString(folder.resolve("1.json"), "{\"a\": 1, \"b\": \"x\"}");
        Path other = Files.writeString(folder.resolve("2.json"), "{\"a\": 2}");

        JsonNode schema = new ObjectMapper()
                .readTree(new Session()
                        .run("map", "infer", one.toString(), other.toString())
                        .bytes());

        assertThat(schema.path("required")).hasSize(1);
        assertThat(new Session()
                        .run("map", "infer", folder.resolve("3.json").toString())
                        .exitCode())
                .isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void theSchemaForEditorsIsPrintedForAnyMessage() throws IOException {
        Session.Outcome schema = new Session().run("map", "schema", "camt.053.001.08");

        assertThat(new ObjectMapper()
                        .readTree(schema.bytes())
                        .at("/properties/BkToCstmrStmt")
                        .isMissingNode())
                .isFalse();
        assertThat(new Session().run("map", "schema", "camt.053").exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(new Session()
                        .run("map", "schema", "pacs.008.001.08", "--overlay")
                        .out())
                .contains("Changes to mappings for pacs.008.001.08");
    }

    private Session.Outcome create(Path sample, String message, String... more) {
        String[] command = new String[6 + more.length];
        command[0] = "map";
        command[1] = "new";
        command[2] = sample.toString();
        command[3] = message;
        command[4] = "--mappings";
        command[5] = folder.toString();
        System.arraycopy(more, 0, command, 6, more.length);
        return new Session().run(command);
    }

    private static Session.Outcome map(String... words) {
        String[] command = new String[words.length + 3];
        command[0] = "map";
        System.arraycopy(words, 0, command, 1, words.length);
        command[words.length + 1] = "--mappings";
        command[words.length + 2] = BUILT_IN.toString();
        return new Session().run(command);
    }

    private Path copyOfWallet(String what, String instead) throws IOException {
        Path wallet = BUILT_IN.resolve("wallet");
        Path copy = Files.createDirectories(folder.resolve("wallet"));
        Files.copy(wallet.resolve("transfer.schema.json"), copy.resolve("transfer.schema.json"));
        String text = Files.readString(wallet.resolve("transfer.pacs.008.001.08.yaml"));
        return Files.write(
                copy.resolve("transfer.pacs.008.001.08.yaml"),
                text.replace(what, instead).getBytes(StandardCharsets.UTF_8));
    }
}
