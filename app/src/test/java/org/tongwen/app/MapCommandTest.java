package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.watch.Changes;
import picocli.CommandLine;

/** {@code map check}, {@code map test} and {@code map try} on a folder outside of Tongwen's own. */
class MapCommandTest {

    private static final String MAPPING = """
            mapping: bank.reject
            iso: admi.002.001.01
            source: {format: json, schema: reject.schema.json}
            no-home: {desk: not part of a rejection}
            admi.002.001.01:
              RltdRef: {Ref: ref}
              Rsn:
                RjctgPtyRsn: why
                RsnDesc: text
            """;

    private static final String SCHEMA = """
            {"type": "object", "required": ["ref", "why"], "properties": {
              "ref": {"type": "string", "maxLength": 35}, "why": {"type": "string", "maxLength": 35},
              "text": {"type": "string", "maxLength": 350}, "desk": {"type": "string"}}}
            """;

    private static final String DOCUMENT = "{\"ref\": \"R-1\", \"why\": \"NARR\", \"desk\": \"3\"}";

    @TempDir
    private Path folder;

    private String file = "";
    private Path document = Path.of("");

    @BeforeEach
    void makeBank() {
        file = write("bank/reject.admi.002.001.01.yaml", MAPPING).toString();
        write("bank/reject.schema.json", SCHEMA);
        write("bank/samples/reject/plain/institution.json", DOCUMENT);
        document = write("payment.json", DOCUMENT);
        run("test", folder.toString(), "--update");
    }

    @Test
    void everyMistakeIsFoundInOneRunAndShownWithItsLine() {
        write(
                "bank/reject.admi.002.001.01.yaml",
                MAPPING.replace("Ref: ref", "Ref: reff").replace("why", "wy"));

        Session.Outcome checked = run("check", folder.toString());

        assertThat(checked.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(checked.out()).startsWith(file + ": invalid, 2 errors");
        assertThat(checked.err())
                .contains(file + ":6:18: [ERROR]")
                .contains("""
                    6 |   RltdRef: {Ref: reff}
                      |                  ^
                """)
                .contains("""
                    8 |     RjctgPtyRsn: wy
                      |                  ^
                """);
    }

    @Test
    void aFileAnInstitutionsFolderOrAllOfThemMayBeNamed() {
        for (String place : new String[] {file, folder + "/bank", folder.toString()}) {
            Session.Outcome checked = run("check", place);

            assertThat(checked.err()).doesNotContain("ERROR");
            assertThat(checked.exitCode()).isZero();
            assertThat(checked.out()).isEqualTo(file + ": valid, 2 warnings\n");
        }
        assertThat(run("check", "--mappings", folder.toString()).out()).isEqualTo(file + ": valid, 2 warnings\n");
    }

    @Test
    void aDispatchIsCheckedAndTestedWithTheMappingsThatItNames() {
        Path dispatch = write("bank/bank.yaml", """
                dispatch: bank
                source: {format: json, schema: reject.schema.json}
                to-iso:
                  - {if: "why = 'NARR'", to: bank.reject}
                  - {if: "colour", to: bank.rejekt}
                """);
        for (String place : new String[] {dispatch.toString(), folder + "/bank", folder.toString()}) {
            Session.Outcome checked = run("check", place);

            assertThat(checked.exitCode()).isEqualTo(Exit.FINDINGS);
            assertThat(checked.out()).contains(dispatch + ": invalid, 2 errors");
            assertThat(checked.err())
                    .contains(dispatch + ":5:")
                    .contains("the source has no field colour")
                    .contains("there is no mapping bank.rejekt");
        }

        write("bank/bank.yaml", """
                dispatch: bank
                source: {format: json, schema: reject.schema.json}
                to-iso:
                  - {if: "why = 'NARR'", to: bank.reject}
                """);
        write("bank/samples/bank/refused/institution.json", DOCUMENT.replace("NARR", "OTHR"));
        run("test", dispatch.toString(), "--update");

        assertThat(folder.resolve("bank/samples/bank/refused/to-iso.txt"))
                .content()
                .contains("mapping.NoMapping");
        assertThat(run("test", folder.toString()).out())
                .contains("pass bank.reject/plain", "pass bank/refused", "2 mappings, 2 samples, 0 failed");
        assertThat(run("check", folder.toString()).exitCode()).isZero();
        assertThat(run("try", "bank", document.toString(), "--mappings", folder.toString())
                        .err())
                .contains("'bank' is a dispatch");
        assertThat(run("try", dispatch.toString(), document.toString()).err()).contains("is a dispatch");
    }

    @Test
    void whatSamplesLeaveOpenIsSaidByCheckAndTest() {
        for (String command : List.of("check", "test")) {
            assertThat(run(command, file).err())
                    .contains("9:14: [WARNING] no sample exercises text towards ISO")
                    .contains("9:14: [WARNING] no sample exercises text on the way back")
                    .contains("[NOTE] no sample begins with a message that somebody else wrote");
        }
        String whole = DOCUMENT.replace("\"desk\": \"3\"", "\"text\": \"no such account\"");
        write("bank/samples/reject/plain/institution.json", whole);
        run("test", folder.toString(), "--update");
        write("bank/samples/reject/plain/sample.yaml", "start: iso\norigin: the scheme's handbook\n");

        assertThat(run("check", file).err()).isEmpty();
        assertThat(run("check", file).out()).isEqualTo(file + ": valid\n");
        assertThat(run("test", file).out()).startsWith("pass bank.reject/plain (the scheme's handbook)\n");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(run("check", folder + "/bnk").err()).contains("did you mean 'bank'?");
        assertThat(run("check", folder + "/bnk").exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(run("check", folder + "/bank/samples").err()).contains("no mapping files");
        assertThat(run("check").err()).contains("which mappings?");
    }

    @Test
    void findingsInASchemaNameTheSchema() {
        Path schema = write("bank/reject.schema.json", SCHEMA.replace("\"object\"", "\"objct\""));

        assertThat(run("check", file).err()).contains(schema.toString());
    }

    @Test
    void mistakesThatShowOnlyTogetherAreFoundToo() {
        String second = write("bank/second.admi.002.001.01.yaml", MAPPING).toString();
        write("bank/samples/rejct/plain/institution.json", DOCUMENT);

        Session.Outcome checked = run("check", folder.toString());

        assertThat(checked.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(checked.err())
                .contains(second + ":1:1: [ERROR] another file has the mapping bank.reject")
                .contains(folder.resolve("bank/samples/rejct") + ": [ERROR]");
    }

    @Test
    void checksAreWrittenAsJson() throws IOException {
        write("bank/reject.admi.002.001.01.yaml", MAPPING.replace("Ref: ref", "Ref: reff"));

        JsonNode report = json(run("check", folder.toString(), "--format", "json"));

        assertThat(report.at("/files/0/file").asText()).isEqualTo(file);
        assertThat(report.at("/files/0/mapping").asText()).isEqualTo("bank.reject");
        assertThat(report.at("/files/0/verdict").asText()).isEqualTo("invalid");
        assertThat(report.at("/files/0/findings").findValuesAsText("id")).contains("mapping.UnknownSource");
        assertThat(report.at("/findings")).isEmpty();
    }

    @Test
    void checksAreWrittenAsSarif() throws IOException {
        write("bank/reject.admi.002.001.01.yaml", MAPPING.replace("Ref: ref", "Ref: reff"));

        Session.Outcome checked = run("check", folder.toString(), "--format", "sarif");

        JsonNode log = json(checked);
        assertThat(checked.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(log.at("/runs/0/results").findValuesAsText("ruleId")).contains("mapping.UnknownSource");
        assertThat(log.at("/runs/0/results").findValuesAsText("uri")).contains(file);
    }

    @Test
    void samplesAreRunAndWhatDiffersIsShown() {
        Path iso = folder.resolve("bank/samples/reject/plain/iso.xml");
        assertThat(run("test", folder.toString()).out())
                .isEqualTo("pass bank.reject/plain\n1 mapping, 1 sample, 0 failed\n");
        write(
                "bank/reject.admi.002.001.01.yaml",
                MAPPING.replace("RjctgPtyRsn: why", "RjctgPtyRsn: = 'X'\n    AddtlData: why"));

        Session.Outcome tested = run("test", folder.toString());

        assertThat(tested.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(tested.out())
                .startsWith("FAIL bank.reject/plain\n  " + iso + ":8: something else came out than iso.xml says")
                .contains("    -      <RjctgPtyRsn>NARR</RjctgPtyRsn>\n    +      <RjctgPtyRsn>X</RjctgPtyRsn>\n")
                .endsWith("1 mapping, 1 sample, 1 failed\n");

        assertThat(run("test", folder.toString(), "--update").out()).contains("  updated " + iso);
        assertThat(run("test", folder.toString()).exitCode()).isZero();
    }

    @Test
    void aMappingWithErrorsFails() {
        write("bank/reject.admi.002.001.01.yaml", MAPPING.replace("Ref: ref", "Ref: reff"));

        Session.Outcome tested = run("test", folder.toString());

        assertThat(tested.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(tested.out()).contains("FAIL " + file).contains("1 mapping with errors, not tested");
    }

    @Test
    void buildServersGetJUnitXml() throws IOException {
        Path report = folder.resolve("report.xml");

        run("test", folder.toString(), "--junit", report.toString());

        assertThat(Files.readString(report)).contains("<testcase name=\"plain\" classname=\"bank.reject\"");
        assertThat(run("test", folder.toString(), "--junit", folder.toString()).exitCode())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aDocumentIsTriedThereAndBack() {
        Session.Outcome tried = run("try", file, document.toString());

        assertThat(tried.err()).isEmpty();
        assertThat(tried.exitCode()).isZero();
        assertThat(tried.out())
                .startsWith("== bank.reject to-iso: " + document)
                .contains("<Ref>R-1</Ref>")
                .contains("== values\n")
                .containsPattern("mapped +1:9 +/ref +\"R-1\" +/.*/RltdRef/Ref +ref\n")
                .containsPattern("== lost or changed\nfate .*\nlost +1:39 +/desk +\"3\" +not part of a rejection\n")
                .contains("== back, from-iso\n")
                .contains("== values on the way back\n")
                .containsPattern("mapped +.*/RltdRef/Ref +\"R-1\" +/ref +ref\n")
                .contains("== what came back, against the document\n--- the document")
                .contains("-desk = \"3\"\n");
    }

    @Test
    void theReportIsWrittenAsOnePageThatNeedsNothingElse() throws IOException {
        Path page = folder.resolve("report.html");
        write("payment.json", DOCUMENT.replace("NARR", "<b>&\\\""));

        assertThat(run("try", file, document.toString(), "--html", page.toString())
                        .exitCode())
                .isZero();

        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains("<td><code>&lt;b&gt;&amp;&quot;</code></td>")
                .contains("<span class=\"gone\">-desk = &quot;3&quot;</span>")
                .doesNotContain("<b>", "<script", "http:", "src=");
        assertThat(run("try", file, document.toString(), "--html", folder.toString())
                        .exitCode())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aMessageIsTriedFromTheOtherSide() {
        String message = folder.resolve("bank/samples/reject/plain/iso.xml").toString();

        Session.Outcome tried = run("try", "bank.reject", message, "--mappings", folder.toString());

        assertThat(tried.out())
                .startsWith("== bank.reject from-iso: " + message)
                .contains("\"ref\": \"R-1\"")
                .contains("== back, to-iso\n")
                .contains("== what came back, against the document\nthe same\n");
    }

    @Test
    void aRefusalIsShownWithItsReasons() {
        write("payment.json", "{\"ref\": 1}");

        Session.Outcome tried = run("try", file, document.toString());

        assertThat(tried.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(tried.out()).contains("refused\n").contains("== said\n").contains(document + ":1:9 /ref");
    }

    @Test
    void wrongNamesAreNotFound() {
        assertThat(run("try", "bank.rejct", document.toString(), "--mappings", folder.toString())
                        .err())
                .contains("no mapping is named 'bank.rejct'; did you mean 'bank.reject'?");
        assertThat(run("try", file, folder + "/paymnt.json").err()).contains("did you mean 'payment.json'?");
        assertThat(run("try", file, "-", "--watch").exitCode()).isEqualTo(Exit.USAGE);
        assertThat(run("try", file, document.toString(), "--given", "a=b").exitCode())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aMappingIsTriedAgainOnEverySave() {
        int[] round = {0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int exit = watch(out, changes -> {
            round[0]++;
            switch (round[0]) {
                case 1 -> write("bank/reject.admi.002.001.01.yaml", MAPPING.replace("text", "'never"));
                case 2 -> write("bank/reject.admi.002.001.01.yaml", MAPPING.replace("RsnDesc: text", "RsnDesc: desk"));
                default -> write("payment.json", DOCUMENT.replace("R-1", "R-77"));
            }
            return round[0] < 4 && seen(changes);
        });

        assertThat(exit).isZero();
        assertThat(round[0]).isEqualTo(4);
        String shown = out.toString(StandardCharsets.UTF_8);
        assertThat(shown)
                .contains("<Ref>R-1</Ref>")
                .contains("<RsnDesc>3</RsnDesc>")
                .contains("<Ref>R-77</Ref>");
    }

    @Test
    void withoutASaveNothingHappensAgain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        watch(out, MapCommandTest::seen);

        assertThat(out.toString(StandardCharsets.UTF_8)).containsOnlyOnce("== values\n");
    }

    /** Whether files have changed, and are at rest at the second look. */
    private static boolean seen(Changes changes) {
        boolean first = changes.look();
        return changes.look() || first;
    }

    private int watch(ByteArrayOutputStream out, Rounds rounds) {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, err, false, Map.of());
        return new CommandLine(new TryMapping(terminal, rounds)).execute(file, document.toString(), "--watch");
    }

    private static Session.Outcome run(String command, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "map";
        all[1] = command;
        System.arraycopy(args, 0, all, 2, args.length);
        return new Session().run(all);
    }

    private static JsonNode json(Session.Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.bytes());
    }

    private Path write(String name, String text) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
