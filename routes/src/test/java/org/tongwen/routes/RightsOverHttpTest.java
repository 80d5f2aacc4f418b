package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.LiveHub.finding;
import static org.tongwen.routes.LiveHub.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every operation of the interface, asked for by everybody: by those who may, by those who lack the right, and by nobody known. */
class RightsOverHttpTest {

    private static final List<String> WHO = List.of("alpha", "beta", "gamma", "delta", "night-shift", "stranger");
    private static final String REASON = "{\"reason\": \"because\"}";
    private static final String NO_MESSAGE = "01a20371-1807-7000-8516-2db906d3aa84";

    @TempDir
    private static Path folder;

    private static Parties parties;
    private static LiveHub hub;
    private static String delivered = "";
    private static int number = 100;

    @BeforeAll
    static void start() {
        parties = new Parties(folder);
        hub = new LiveHub(folder, parties.yaml());
        delivered = sent(LiveHub.mt103(number));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    /** A request, and what becomes of it for each of {@link #WHO}. */
    private record Row(Supplier<HttpRequest.Builder> request, List<Integer> statuses) {

        static Row of(Supplier<HttpRequest.Builder> request, Integer... statuses) {
            return new Row(request, List.of(statuses));
        }
    }

    /** In the order of alpha, beta, gamma, delta, night-shift and the stranger. */
    private static final Map<String, Row> TABLE = Map.ofEntries(
            Map.entry(
                    "post /translations/{mapping}/{direction}",
                    Row.of(
                            () -> post("/translations/swift.mt103/to-iso", LiveHub.mt103(1)),
                            200,
                            403,
                            403,
                            403,
                            403,
                            401)),
            Map.entry(
                    "post /validations",
                    Row.of(() -> post("/validations", Samples.PACS_008), 200, 200, 200, 200, 200, 401)),
            Map.entry(
                    "post /messages",
                    Row.of(
                            () -> post("/messages?mapping=swift.mt103", LiveHub.mt103(2)),
                            202,
                            403,
                            403,
                            403,
                            403,
                            401)),
            Map.entry("get /messages", Row.of(() -> get("/messages?state=held"), 403, 403, 403, 403, 200, 401)),
            Map.entry("get /messages/{id}", Row.of(() -> get("/messages/" + delivered), 200, 200, 404, 404, 200, 401)),
            Map.entry(
                    "post /messages/{id}/release",
                    Row.of(() -> post("/messages/" + held() + "/release", REASON), 403, 403, 403, 403, 422, 401)),
            Map.entry(
                    "post /messages/{id}/refuse",
                    Row.of(() -> post("/messages/" + held() + "/refuse", REASON), 403, 403, 403, 403, 200, 401)),
            Map.entry(
                    "post /messages/{id}/deliveries",
                    Row.of(() -> post("/messages/" + held() + "/deliveries", REASON), 403, 403, 403, 403, 409, 401)),
            Map.entry(
                    "put /messages/{id}/source",
                    Row.of(
                            () -> hub.request("/messages/" + held() + "/source?reason=because")
                                    .PUT(BodyPublishers.ofString(LiveHub.mt103(++number))),
                            403,
                            403,
                            403,
                            403,
                            200,
                            401)),
            Map.entry(
                    "get /journal/verification",
                    Row.of(() -> get("/journal/verification"), 403, 403, 403, 403, 200, 401)),
            Map.entry("get /mappings", Row.of(() -> get("/mappings"), 200, 200, 200, 200, 200, 401)),
            Map.entry(
                    "get /mappings/{mapping}",
                    Row.of(() -> get("/mappings/swift.mt103"), 200, 404, 404, 404, 200, 401)),
            Map.entry("get /observe/health", Row.of(() -> get("/observe/health"), 403, 403, 403, 403, 200, 401)),
            Map.entry(
                    "get /observe/health/live",
                    Row.of(() -> get("/observe/health/live"), 403, 403, 403, 403, 200, 401)),
            Map.entry(
                    "get /observe/health/ready",
                    Row.of(() -> get("/observe/health/ready"), 403, 403, 403, 403, 200, 401)),
            Map.entry("get /observe/metrics", Row.of(() -> get("/observe/metrics"), 403, 403, 403, 403, 200, 401)),
            Map.entry("get /openapi.yaml", Row.of(() -> get("/openapi.yaml"), 200, 200, 200, 200, 200, 200)));

    @Test
    void everyOperationStandsInTheTable() {
        Set<String> operations = new TreeSet<>();
        JsonNode openapi = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build())
                        .loadFromString(send("stranger", get("/openapi.yaml")).body()));
        openapi.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(method + " " + path.getKey())));

        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @TestFactory
    List<DynamicTest> everybodyGetsWhatIsTheirs() {
        List<DynamicTest> tests = new ArrayList<>();
        TABLE.forEach((operation, row) -> {
            for (int i = 0; i < WHO.size(); i++) {
                String who = WHO.get(i);
                int status = row.statuses().get(i);
                tests.add(DynamicTest.dynamicTest(who + ": " + operation, () -> answers(who, row, status)));
            }
        });
        return tests;
    }

    private static void answers(String who, Row row, int status) {
        HttpResponse<String> answer = send(who, row.request().get());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        if (status == 403) {
            assertThat(finding(answer)).isEqualTo("hub.Forbidden");
        }
        if (status == 401) {
            assertThat(finding(answer)).isEqualTo("hub.Unauthenticated");
        }
    }

    @Test
    void whatBelongsToOthersLooksLikeWhatDoesNotExist() {
        for (String who : List.of("gamma", "delta")) {
            HttpResponse<String> ofOthers = send(who, get("/messages/" + delivered));
            HttpResponse<String> ofNobody = send(who, get("/messages/" + NO_MESSAGE));

            assertThat(ofOthers.statusCode()).isEqualTo(404);
            assertThat(alike(ofOthers, delivered)).isEqualTo(alike(ofNobody, NO_MESSAGE));
        }
    }

    @Test
    void theMappingsOfOthersLookLikeThoseThatDoNotExist() {
        for (String who : List.of("beta", "gamma", "delta")) {
            assertThat(alike(send(who, get("/mappings/swift.mt103")), "swift.mt103"))
                    .isEqualTo(alike(send(who, get("/mappings/swift.mt109")), "swift.mt109"));
            assertThat(alike(send(who, post("/translations/swift.mt103/to-iso", "x")), "swift.mt103"))
                    .isEqualTo(alike(send(who, post("/translations/swift.mt109/to-iso", "x")), "swift.mt109"));
            assertThat(alike(send(who, post("/messages?mapping=swift.mt103", "x")), "swift.mt103"))
                    .isEqualTo(alike(send(who, post("/messages?mapping=swift.mt109", "x")), "swift.mt109"));
        }
    }

    /** Status, headers and body, without what the request itself named. */
    private static String alike(HttpResponse<String> answer, String named) {
        return answer.statusCode() + " " + new TreeSet<>(answer.headers().map().keySet()) + " "
                + answer.body().replace(named, "…");
    }

    @Test
    void mappingsAreListedToThoseWhoMayUseThemAndToOperators() {
        assertThat(names("alpha")).containsExactly("swift.mt103");
        assertThat(names("beta")).isEmpty();
        assertThat(names("gamma")).isNotEmpty().allMatch(name -> name.startsWith("wechat-pay."));
        assertThat(names("delta")).isEmpty();
        assertThat(names("night-shift")).hasSize(LiveHub.MAPPINGS.all().size());
        assertThat(send("gamma", get("/mappings/wechat-pay.nothing")).body()).doesNotContain("swift");
    }

    private static List<String> names(String who) {
        return json(send(who, get("/mappings"))).get("mappings").findValuesAsText("name");
    }

    @Test
    void nobodyFindsOutByMessagesWhoTakesPart() {
        HttpResponse<String> toAlpha = send("gamma", post("/messages", pacs008("AAAAGB2L", "GAMMA-1")));
        HttpResponse<String> toNobody = send("gamma", post("/messages", pacs008("NONEGB2L", "GAMMA-2")));

        assertThat(toAlpha.statusCode()).as(toAlpha.body()).isEqualTo(202);
        assertThat(toAlpha.body()).contains("\"held\"", "hub.UnknownReceiver").doesNotContain("alpha", "Forbidden");
        assertThat(same(toAlpha, "AAAAGB2L", "GAMMA-1")).isEqualTo(same(toNobody, "NONEGB2L", "GAMMA-2"));
        assertThat(same(story("gamma", toAlpha), "AAAAGB2L", "GAMMA-1"))
                .isEqualTo(same(story("gamma", toNobody), "NONEGB2L", "GAMMA-2"))
                .contains("hub.UnknownReceiver");
        assertThat(story("night-shift", toAlpha).body()).contains("hub.ForbiddenReceiver", "name alpha under");
    }

    private static HttpResponse<String> story(String who, HttpResponse<String> answer) {
        return send(who, get("/messages/" + json(answer).get("id").asText()));
    }

    /** Status, headers and body, without what is of this one message. */
    private static String same(HttpResponse<String> answer, String bic, String id) {
        return answer.statusCode() + " " + new TreeSet<>(answer.headers().map().keySet()) + " "
                + answer.body()
                        .replace(json(answer).get("id").asText(), "ID")
                        .replaceAll("2026-[-0-9:.T]+Z", "TIME")
                        .replaceAll("\"(hash|chain)\" ?: ?\"[^\"]*\"", "HASH")
                        .replace(bic, "BIC")
                        .replace(id, "MSGID");
    }

    @Test
    void headIsAnsweredAsGetIs() {
        TABLE.forEach((operation, row) -> {
            if (operation.startsWith("get ")) {
                for (String who : List.of("beta", "delta", "night-shift")) {
                    HttpRequest get = row.request().get().build();
                    HttpResponse<String> head = send(
                            who,
                            hub.request(get.uri().toString().replaceFirst("https://[^/]*", ""))
                                    .method("HEAD", BodyPublishers.noBody()));
                    assertThat(head.statusCode())
                            .as(who + " " + operation)
                            .isEqualTo(row.statuses().get(WHO.indexOf(who)));
                    assertThat(head.body()).isEmpty();
                }
            }
        });
    }

    private static String pacs008(String creditorAgent, String id) {
        return Samples.PACS_008
                .replace("BANKDEFF", creditorAgent)
                .replace("M-1", id)
                .replace("E-1", id);
    }

    private static HttpResponse<String> send(String who, HttpRequest.Builder request) {
        return LiveHub.send(parties.client(who), parties.as(who, request));
    }

    private static String sent(String document) {
        HttpResponse<String> answer = send("alpha", post("/messages", document));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("id").asText();
    }

    /** A message of alpha that goes to nobody who is known. */
    private static String held() {
        return sent(LiveHub.mt103(++number).replace("BBBBESMM", "CCCCFRPP"));
    }

    private static HttpRequest.Builder get(String path) {
        return hub.request(path).GET();
    }

    private static HttpRequest.Builder post(String path, String body) {
        return hub.request(path).POST(BodyPublishers.ofString(body));
    }
}
