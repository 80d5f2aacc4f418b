package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.PlanReader;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RunResult;

/** A translator of two documents, that answers what each test says. */
class TranslationTest {

    private static final String PLAN = """
            id: t
            title: A translator
            requirements:
              - {id: T, text: It translates., clause: "1", severity: mandatory}
            """;
    private static final String ISO = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>
            <GrpHdr><MsgId>ONE</MsgId><CreDtTm>2026-11-22T10:00:00+08:00</CreDtTm></GrpHdr>
            <TxInfAndSts><OrgnlEndToEndId>E-1</OrgnlEndToEndId><TxSts>ACCC</TxSts></TxInfAndSts></FIToFIPmtStsRpt></Document>
            """;
    private static final String OWN =
            "{\"id\": \"ONE\", \"at\": \"2026-11-22T10:00:00+08:00\", \"e2e\": \"E-1\", \"note\": \"hello\", \"n\": 1.50}";

    @TempDir
    private Path folder;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        write("plan.yaml", PLAN);
        write("cases/one/own.json", OWN);
        write("cases/one/iso.xml", ISO);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String answer = answers.getOrDefault(exchange.getRequestURI().toString(), "404 {}");
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void theDocumentThatMustComeComesHoweverItIsWritten() throws IOException {
        String otherwise = ISO.replace("<Document xmlns", "<a:Document xmlns:a")
                .replaceAll("<(/?)([A-Z])", "<$1a:$2")
                .replace("<a:a:", "<a:")
                .replace(">\n<", ">\n\n    <");
        answers.put("/own/to-iso?payer=Li%20Na", done(otherwise, ""));

        CaseResult result = played("to-iso", "own.json", "iso.xml", "given: {payer: Li Na}\n");

        assertThat(result.reason()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
        assertThat(result.evidence()).hasSize(2);
    }

    @Test
    void aDifferenceIsNamedByItsPath() throws IOException {
        answers.put("/own/to-iso", done(ISO.replace("E-1", "E-2").replace("ACCC", "ACSP"), ""));

        CaseResult result = played("to-iso", "own.json", "iso.xml", "");

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.reason())
                .contains("/Document/FIToFIPmtStsRpt/TxInfAndSts[1]/OrgnlEndToEndId is E-2 instead of E-1")
                .contains("TxSts is ACSP instead of ACCC");
    }

    @Test
    void aResultThatIsNotValidFailsEvenWhereThePlanDoesNotSayWhatMustCome() throws IOException {
        String wrong = ISO.replace("<MsgId>ONE</MsgId>", "");
        answers.put("/own/to-iso", done(wrong, ""));
        answers.put("/own/from-iso", done(OWN, ""));

        assertThat(played("to-iso", "own.json", "round-trip", "").reason()).contains("xsd.MissingElement");
    }

    @Test
    void lossesMustBeDeclaredAndNoOthers() throws IOException {
        answers.put("/own/to-iso", done(ISO, "{\"path\":\"/note\",\"fate\":\"lost\"}"));

        assertThat(played("to-iso", "own.json", "iso.xml", "losses: [/note]\n").outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(played("to-iso", "own.json", "iso.xml", "").reason())
                .contains("declared losses: expected no loss, but /note");
        assertThat(played("to-iso", "own.json", "iso.xml", "losses: [/note, /n]\n")
                        .reason())
                .contains("declared losses: expected /n, /note, but /note");
    }

    @Test
    void aDoubtOfTheTranslatorDeclaresNothing() throws IOException {
        answers.put("/own/to-iso", done(ISO, "{\"path\":\"/note\",\"fate\":\"undeclared\"}"));

        assertThat(played("to-iso", "own.json", "iso.xml", "losses: [/note]\n").outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void thereAndBackIsTheSameButForTheDeclaredLosses() throws IOException {
        answers.put("/own/to-iso", done(ISO, "{\"path\":\"/note\",\"fate\":\"lost\"}"));
        answers.put("/own/from-iso", done(OWN.replace(", \"note\": \"hello\", \"n\": 1.50", ", \"n\": 1.5"), ""));
        assertThat(played("to-iso", "own.json", "round-trip", "losses: [/note]\n")
                        .reason())
                .isEmpty();

        answers.put("/own/from-iso", done(OWN.replace("E-1", "E-9"), ""));
        assertThat(played("to-iso", "own.json", "round-trip", "losses: [/note]\n")
                        .reason())
                .contains(
                        "translate back: expected the document again, but for the declared losses, but /e2e is \"E-9\" instead of \"E-1\"");
    }

    @Test
    void aRefusalIsWhatMustComeWhereThePlanSaysSo() throws IOException {
        answers.put("/own/from-iso", "422 {\"outcome\":\"held\",\"findings\":[{\"id\":\"cbpr.CU-27\"}]}");

        assertThat(played("from-iso", "iso.xml", "refused", "").outcome()).isEqualTo(Outcome.PASS);
        assertThat(played("from-iso", "iso.xml", "refused", "finding: cbpr.CU-27\n")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(played("from-iso", "iso.xml", "refused", "finding: cbpr.CU-28\n")
                        .reason())
                .contains("expected a refusal with cbpr.CU-28, but it was refused: cbpr.CU-27");
        assertThat(played("from-iso", "iso.xml", "own.json", "").reason())
                .contains("expected a translation, but it was refused: cbpr.CU-27");
    }

    @Test
    void anErrorIsNoRefusalAndGarbageIsNoTranslation() throws IOException {
        answers.put("/own/from-iso", "500 {}");
        assertThat(played("from-iso", "iso.xml", "refused", "").reason()).contains("but HTTP 500");
        answers.put("/own/from-iso", "200 hello");
        assertThat(played("from-iso", "iso.xml", "own.json", "").reason())
                .contains("but HTTP 200 without the JSON that was asked for");
    }

    @Test
    void aMistakeInACaseIsFound() throws IOException {
        write(
                "cases/one/case.yaml",
                "requirement: T\ntitle: t\ntranslate: both\nmapping: own\ndocument: none.json\nresult: x.xml\n");

        assertThat(PlanReader.read(folder).findings())
                .extracting(each -> each.id() + " " + each.place().line())
                .containsExactly("conformance.WrongValue 3", "conformance.MissingFile 5", "conformance.MissingFile 6");
    }

    private static String done(String result, String losses) {
        String text = result.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "200 {\"mediaType\":\"text/plain\",\"result\":\"" + text + "\",\"losses\":[" + losses
                + "],\"findings\":[]}";
    }

    private CaseResult played(String direction, String document, String result, String more) throws IOException {
        write(
                "cases/one/case.yaml",
                "requirement: T\ntitle: t\ntranslate: " + direction + "\nmapping: own\ndocument: " + document
                        + "\nresult: " + result + "\n" + more);
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ParticipantConfig config = ParticipantConfig.of(
                        new Participant("TRANSLATOR", "Translator", List.of()),
                        "",
                        new ParticipantConfig.Endpoints(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(base)))
                .limits(new ParticipantConfig.Limits(
                        Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMinutes(1)));
        RunResult run = Certification.run(Order.of(
                PlanReader.read(folder).value().orElseThrow(),
                new Order.Configured(config),
                LocalDate.of(2026, 11, 23),
                folder.resolve("out"),
                "test"));
        return run.requirements().get(0).cases().get(0);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
