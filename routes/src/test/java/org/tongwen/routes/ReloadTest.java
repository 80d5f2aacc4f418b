package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.serving.MappingFolder;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** A hub whose folder of mappings changes while it runs, seen over HTTP. */
class ReloadTest {

    private static final String NAME = "bank/reject.admi.002.001.01.yaml";
    private static final String DOCUMENT = "{\"ref\": \"R-1\", \"why\": \"NARR\"}";

    private static final String SCHEMA = """
            {"type": "object", "required": ["ref", "why"], "properties": {
              "ref": {"type": "string", "maxLength": 35}, "why": {"type": "string", "maxLength": 35}}}
            """;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Data data = Data.create();
    private Hub hub;

    @BeforeEach
    void start() throws IOException {
        write("bank/reject.schema.json", SCHEMA);
        write(NAME, mapping("bank.reject", "first"));
        write("bank/samples/reject/plain/institution.json", DOCUMENT);
        write("bank/samples/reject/plain/iso.xml", iso("first"));
        write("other/reject.schema.json", SCHEMA);
        write("other/reject.admi.002.001.01.yaml", mapping("other.reject", "other"));
        Catalogue catalogue = Catalogue.builtIn();
        MappingFolder mappings = MappingFolder.open(folder, catalogue, Clock.systemUTC(), Duration.ofMillis(50));
        MessageValidator validator = new MessageValidator(catalogue, Limits.DEFAULT);
        hub = Hub.start(
                HubOptions.of(HubConfig.local(data.path(), "127.0.0.1")).port(0),
                mappings,
                catalogue,
                validator::validate);
    }

    @AfterEach
    void stop() {
        hub.close();
        data.close();
    }

    @Test
    void aChangedFileIsServedWhenItIsSoundAndItsSamplesPass() throws IOException {
        assertThat(translated("bank.reject")).contains("<RsnDesc>first</RsnDesc>");
        JsonNode before = get("/mappings/bank.reject");

        write("bank/samples/reject/plain/iso.xml", iso("second"));
        write(NAME, mapping("bank.reject", "second"));

        until(() -> translated("bank.reject").contains("<RsnDesc>second</RsnDesc>"));
        JsonNode after = get("/mappings/bank.reject");
        assertThat(after.has("refused")).isFalse();
        assertThat(after.get("digest")).isNotEqualTo(before.get("digest"));
        assertThat(after.get("since").asText())
                .isGreaterThan(before.get("since").asText());
        assertThat(get("/mappings/other.reject").get("since")).isEqualTo(before.get("since"));
        assertThat(meter("mapping_reloads_total{outcome=\"taken\"}")).isPositive();
    }

    @Test
    void aBrokenFileIsRefusedInSightOfAllAndTheOldOneStays() throws IOException {
        String digest = get("/mappings/bank.reject").get("digest").asText();
        write(NAME, mapping("bank.reject", "second").replace("Ref: ref", "Ref: reff"));

        until(() -> get("/mappings/bank.reject").has("refused"));

        JsonNode mapping = get("/mappings/bank.reject");
        assertThat(mapping.get("digest").asText()).isEqualTo(digest);
        assertThat(mapping.at("/refused/file").asText()).isEqualTo(NAME);
        assertThat(mapping.at("/refused/findings").findValuesAsText("id")).contains("mapping.UnknownSource");
        assertThat(mapping.at("/refused/findings/0/line").asInt()).isPositive();
        assertThat(mapping.at("/refused/since").asText())
                .isGreaterThan(mapping.get("since").asText());
        assertThat(translated("bank.reject")).contains("<RsnDesc>first</RsnDesc>");
        assertThat(meter("mappings_refused")).isEqualTo(1);
        assertThat(get("/observe/health").get("status").asText()).isEqualTo("UP");

        write("bank/samples/reject/plain/iso.xml", iso("third"));
        write(NAME, mapping("bank.reject", "third"));

        until(() -> translated("bank.reject").contains("<RsnDesc>third</RsnDesc>"));
        assertThat(get("/mappings/bank.reject").has("refused")).isFalse();
        assertThat(meter("mappings_refused")).isZero();
    }

    @Test
    void aDispatchFollowsTheMappingsThatItNames() throws IOException {
        write("bank/bank.yaml", dispatch("bank.reject"));
        until(() -> translated("bank").contains("<RsnDesc>first</RsnDesc>"));

        write("bank/samples/reject/plain/iso.xml", iso("second"));
        write(NAME, mapping("bank.reject", "second"));
        until(() -> translated("bank").contains("<RsnDesc>second</RsnDesc>"));

        write("bank/bank.yaml", dispatch("bank.rejekt"));
        until(() -> get("/mappings/bank").has("refused"));
        assertThat(get("/mappings/bank").at("/refused/findings/0/id").asText()).isEqualTo("mapping.UnknownMapping");
        assertThat(translated("bank")).contains("<RsnDesc>second</RsnDesc>");
    }

    private static String dispatch(String mapping) {
        return """
                dispatch: bank
                source: {format: json, schema: reject.schema.json}
                to-iso:
                  - {if: "why = 'NARR'", to: %s}
                """.formatted(mapping);
    }

    @Test
    void oneBrokenFileDoesNotStopTheOthers() throws IOException {
        write(NAME, "mapping: [");
        write("other/reject.admi.002.001.01.yaml", mapping("other.reject", "changed"));

        until(() -> translated("other.reject").contains("<RsnDesc>changed</RsnDesc>"));
        assertThat(translated("bank.reject")).contains("<RsnDesc>first</RsnDesc>");
        assertThat(get("/mappings/bank.reject").at("/refused/findings/0/id").asText())
                .isEqualTo("yaml.Syntax");
    }

    @Test
    void aMappingWhoseSamplesFailIsRefused() throws IOException {
        write(NAME, mapping("bank.reject", "second"));

        until(() -> get("/mappings/bank.reject").has("refused"));

        assertThat(get("/mappings/bank.reject").at("/refused/findings").findValuesAsText("id"))
                .contains("sample.Differs");
        assertThat(translated("bank.reject")).contains("<RsnDesc>first</RsnDesc>");

        write("bank/samples/reject/plain/iso.xml", iso("second"));

        until(() -> translated("bank.reject").contains("<RsnDesc>second</RsnDesc>"));
    }

    @Test
    void aChangedSchemaIsAChangeOfTheMappingsThatUseIt() throws IOException {
        write("bank/reject.schema.json", SCHEMA.replace("\"ref\", \"why\"", "\"ref\", \"why\", \"code\""));

        until(() -> get("/mappings/bank.reject").has("refused"));

        assertThat(post("bank.reject").statusCode()).isEqualTo(200);
        write("bank/reject.schema.json", SCHEMA.replace("\"maxLength\": 35}}", "\"maxLength\": 3}}"));
        write("bank/samples/reject/plain/institution.json", DOCUMENT.replace("NARR", "NAR"));
        write("bank/samples/reject/plain/iso.xml", iso("first").replace("NARR", "NAR"));

        until(() -> post("bank.reject").statusCode() == 422);
        assertThat(get("/mappings/bank.reject").has("refused")).isFalse();
    }

    @Test
    void newFilesComeAndDeletedOnesGo() throws IOException {
        write("bank/new.admi.002.001.01.yaml", mapping("bank.new", "new"));
        until(() -> post("bank.new").statusCode() == 200);

        Files.delete(folder.resolve("bank/new.admi.002.001.01.yaml"));

        until(() -> post("bank.new").statusCode() == 404);
        assertThat(translated("bank.reject")).contains("first");
        assertThat(meter("mapping_reloads_total{outcome=\"gone\"}")).isEqualTo(1);
    }

    @Test
    void aNewFileThatIsBrokenIsListedThoughItHasNoMapping() throws IOException {
        write("bank/new.admi.002.001.01.yaml", mapping("bank.new", "new").replace("why", "wy"));

        until(() -> get("/mappings").at("/refused/0/file").asText().equals("bank/new.admi.002.001.01.yaml"));

        assertThat(get("/mappings").at("/refused/0/findings").findValuesAsText("id"))
                .contains("mapping.UnknownSource");
        assertThat(get("/mappings").get("mappings").findValuesAsText("name"))
                .containsExactly("bank.reject", "other.reject");
    }

    @Test
    void whoHasANameKeepsIt() throws IOException {
        write(
                "bank/a-newcomer.admi.002.001.01.yaml",
                mapping("bank.reject", "first").replace("iso:", "title: newcomer\niso:"));

        until(() -> get("/mappings").get("refused").size() == 1);

        assertThat(get("/mappings").at("/refused/0/findings/0/id").asText()).isEqualTo("mapping.DuplicateName");
        assertThat(get("/mappings/bank.reject").get("title").asText()).isNotEqualTo("newcomer");

        Files.delete(folder.resolve(NAME));

        until(() -> get("/mappings/bank.reject").get("title").asText().equals("newcomer"));
        assertThat(get("/mappings").get("refused")).isEmpty();
    }

    @Test
    void aFileMayBeWrittenInStepsByRenamingOrThroughALink() throws Exception {
        Path file = folder.resolve("other/reject.admi.002.001.01.yaml");
        Files.writeString(file, "");
        Thread.sleep(20);
        Files.writeString(file, mapping("other.reject", "truncated"));
        until(() -> translated("other.reject").contains("truncated"));

        Path draft = Files.writeString(file.resolveSibling("draft.tmp"), mapping("other.reject", "renamed"));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        until(() -> translated("other.reject").contains("renamed"));

        Path real = Files.writeString(
                Files.createDirectories(folder.resolve("..data")).resolve("x"), mapping("other.reject", "linked"));
        Files.delete(file);
        Files.createSymbolicLink(file, real);
        until(() -> translated("other.reject").contains("linked"));

        Files.writeString(real, mapping("other.reject", "behind the link"));
        until(() -> translated("other.reject").contains("behind the link"));
    }

    @Test
    void aFolderThatCannotBeReadLeavesWhatIsServed() throws Exception {
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        Thread.sleep(400);
        assertThat(translated("bank.reject")).contains("first");
        Files.move(moved, folder);
        write("other/reject.admi.002.001.01.yaml", mapping("other.reject", "back again"));

        until(() -> translated("other.reject").contains("back again"));
    }

    @Test
    void noRequestFailsOrSeesHalfAChange() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(2);
        Callable<Integer> client = () -> {
            int requests = 0;
            while (!over.get()) {
                HttpResponse<String> answer = post("other.reject");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).containsPattern("<RsnDesc>(other|v\\d)</RsnDesc>");
                requests++;
                running.countDown();
            }
            return requests;
        };
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> all = List.of(clients.submit(client), clients.submit(client));
            running.await();
            for (int i = 1; i < 5; i++) {
                String version = "v" + i;
                write("other/reject.admi.002.001.01.yaml", mapping("other.reject", version));
                until(() -> translated("other.reject").contains(version));
            }
            over.set(true);
            for (Future<Integer> each : all) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            over.set(true);
            clients.shutdownNow();
        }
    }

    private static String mapping(String name, String text) {
        return """
                mapping: %s
                iso: admi.002.001.01
                source: {format: json, schema: reject.schema.json}
                admi.002.001.01:
                  RltdRef: {Ref: ref}
                  Rsn:
                    RjctgPtyRsn: why
                    RsnDesc: = '%s'
                """.formatted(name, text);
    }

    private static String iso(String text) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:admi.002.001.01">
                  <admi.002.001.01>
                    <RltdRef><Ref>R-1</Ref></RltdRef>
                    <Rsn><RjctgPtyRsn>NARR</RjctgPtyRsn><RsnDesc>%s</RsnDesc></Rsn>
                  </admi.002.001.01>
                </Document>
                """.formatted(text);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(25))
                .until(condition);
    }

    private String translated(String mapping) {
        HttpResponse<String> answer = post(mapping);
        return answer.body();
    }

    private HttpResponse<String> post(String mapping) {
        return send(request("/translations/" + mapping + "/to-iso").POST(BodyPublishers.ofString(DOCUMENT)));
    }

    private JsonNode get(String path) {
        try {
            return new ObjectMapper().readTree(send(request(path).GET()).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private double meter(String name) {
        return send(request("/observe/metrics").GET())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + hub.port().orElseThrow() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
