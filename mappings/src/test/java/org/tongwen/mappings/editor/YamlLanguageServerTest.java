package org.tongwen.mappings.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongwen.mappings.Mappings;

/**
 * What authors see in an editor with a YAML language server, such as VS Code with Red Hat's extension. Needs Node.js and, the first time,
 * a registry of npm; without them it is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YamlLanguageServerTest {

    private static final Path INSTALLED = Path.of("target/editor-server");

    private Optional<LanguageServer> server = Optional.empty();

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Optional<String> obstacle = LanguageServer.install(INSTALLED);
        assumeTrue(obstacle.isEmpty(), () -> "SKIPPED: no language server: " + obstacle.orElse(""));
        server = Optional.of(LanguageServer.start(INSTALLED));
    }

    @AfterAll
    void stop() {
        server.ifPresent(LanguageServer::close);
    }

    private static final String MAPPING = """
            # yaml-language-server: $schema=../../schema/pain.001.001.09.mapping.json
            mapping: bank.batch
            iso: pain.001.001.09
            source: {format: json, schema: batch.schema.json}

            CstmrCdtTrfInitn:
              GrpHdr:
                MsgId: id
                CreDtTm: = now()
                NbOfTxs: number
                InitgPty: {Nm: name}
              PmtInf:
                PmtInfId: = id
                PmtMtd: = 'TRF'
                ReqdExctnDt: {Dt: = today()}
                Dbtr: {Nm: name}
                DbtrAcct: {Id: account as account}
                DbtrAgt: {FinInstnId: {BICFI: agent}}
                CdtTrfTxInf:
                  each: payments
                  PmtId: {EndToEndId: reference}
                  Amt: {InstdAmt: amount as minor(CNY)}
            """;

    @Test
    void aSoundMappingHasNoMarks() throws IOException, InterruptedException {
        assertThat(open("sound", MAPPING)).isEmpty();
    }

    @Test
    void completionInPmtInfOffersReqdExctnDt() throws IOException, InterruptedException {
        String begun = MAPPING.replace("    ReqdExctnDt: {Dt: = today()}\n", "    R\n");
        open("completion", begun);

        JsonNode offered = server().complete(file("completion"), line(begun, "    R\n"), 6);

        assertThat(labels(offered))
                .contains("ReqdExctnDt", "PmtTpInf", "choose")
                .doesNotContain("RltdDt", "MsgId");
    }

    @Test
    void aWrongNameIsMarkedWhereItStands() throws IOException, InterruptedException {
        String wrong = MAPPING.replace("ReqdExctnDt:", "ReqdExecutionDt:");

        List<String> marks = open("wrong", wrong);

        int line = line(wrong, "    ReqdExecutionDt:");
        assertThat(marks)
                .anySatisfy(mark -> assertThat(mark)
                        .startsWith(line + ":5-" + line + ":20 ")
                        .contains("ReqdExecutionDt")
                        .contains("not allowed"));
    }

    @Test
    void aMissingMandatoryPartIsMarked() throws IOException, InterruptedException {
        List<String> marks = open("missing", MAPPING.replace("    ReqdExctnDt: {Dt: = today()}\n", ""));

        assertThat(marks).singleElement().asString().contains("Missing property \"ReqdExctnDt\"");
    }

    @Test
    void ofAChoiceOnePartIsWantedAndInACaseTheWholeContent() throws IOException, InterruptedException {
        List<String> empty = open("choice", MAPPING.replace("{Dt: = today()}", "{note: later}"));
        List<String> cases = open(
                "cases",
                MAPPING.replace("{Dt: = today()}", "{choose: kind, cases: {D: {Dt: = today()}, T: {DtTm: = now()}}}"));

        assertThat(empty).singleElement().asString().contains("Missing property");
        assertThat(cases).isEmpty();
    }

    @Test
    void hoverShowsTheTypeWithLengthOrCodes() throws IOException, InterruptedException {
        open("hover", MAPPING);

        assertThat(server().hover(file("hover"), line(MAPPING, "    MsgId:"), 6))
                .contains("Max35Text, text, 1 to 35 characters");
        assertThat(server().hover(file("hover"), line(MAPPING, "    PmtMtd:"), 6))
                .contains("PaymentMethod3Code, one of [CHK, TRF, TRA]");
        assertThat(server().hover(file("hover"), line(MAPPING, "      each:"), 8))
                .contains("once for each item");
    }

    @Test
    void theMappingsThatComeWithTongwenHaveNoMarks() throws IOException, InterruptedException {
        for (Path file : Mappings.files(Path.of("institutions"))) {
            if (Files.readString(file).contains("\nextends:")) {
                // What such a file leaves to its base an editor takes for missing.
                continue;
            }
            String message = file.getFileName().toString().replaceAll("^[^.]*\\.|\\.yaml$", "");
            String modeline = "# yaml-language-server: $schema=../../schema/" + message + ".mapping.json\n";

            assertThat(marks(server().open(file, modeline + Files.readString(file))))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    private LanguageServer server() {
        return server.orElseThrow();
    }

    private List<String> open(String name, String text) throws IOException, InterruptedException {
        return marks(server().open(file(name), text));
    }

    /** It need not exist: the editor's text counts. */
    private static Path file(String name) {
        return Path.of("institutions/bank/" + name + ".yaml");
    }

    private static int line(String text, String start) {
        return (int) text.substring(0, text.indexOf(start)).lines().count() + 1;
    }

    private static List<String> labels(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("label").asText())
                .toList();
    }

    /** Each as {@code line:column-line:column message}, counted from 1. */
    private static List<String> marks(JsonNode diagnostics) {
        return StreamSupport.stream(diagnostics.spliterator(), false)
                .map(mark -> place(mark.path("range").path("start")) + "-"
                        + place(mark.path("range").path("end")) + " "
                        + mark.path("message").asText())
                .toList();
    }

    private static String place(JsonNode position) {
        return (position.path("line").asInt() + 1) + ":"
                + (position.path("character").asInt() + 1);
    }
}
