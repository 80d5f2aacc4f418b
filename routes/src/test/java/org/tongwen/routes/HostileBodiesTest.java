package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.LiveHub.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.access.ApiKey;

/** Bodies that are small or well-formed and meant to cost much: each is refused in words, for what it is, and the hub goes on. */
class HostileBodiesTest {

    private static final ApiKey BANK = ApiKey.random();
    private static final List<String> XML_PATHS =
            List.of("/messages?mapping=iso", "/validations", "/translations/swift.mt103/from-iso");
    private static final List<String> JSON_PATHS =
            List.of("/messages?mapping=wechat-pay.transfer-batch", "/translations/wechat-pay.transfer-batch/to-iso");

    @TempDir
    private static Path folder;

    private static LiveHub hub;

    @BeforeAll
    static void start() {
        hub = new LiveHub(folder, """
                participants:
                  bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103, wechat-pay.*, iso]
                    counterparties: "*"
                """.formatted(BANK.hash()));
    }

    @AfterAll
    static void stop() {
        assertThat(hub.post("/validations", BANK, Samples.PACS_008).statusCode())
                .as("the hub works after all of this")
                .isEqualTo(200);
        hub.close();
    }

    @Test
    void entitiesAreRefusedUnread() {
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!DOCTYPE Document [<!ENTITY l0 \"ha\">", "]>"));
        for (String head : List.of(
                laughs,
                "<!DOCTYPE Document [<!ENTITY l9 SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE Document [<!ENTITY % l9 SYSTEM \"http://127.0.0.1:1/x\"> %l9;]>",
                "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">")) {
            String bomb =
                    Samples.PACS_008.replace("<Document", head + "<Document").replace("M-1", "&l9;");
            refused(400, "xsd.DoctypeForbidden", XML_PATHS, bomb);
        }
    }

    @Test
    void anEntityWithoutADeclarationIsNoText() {
        refused(400, "xsd.NotWellFormed", XML_PATHS, Samples.PACS_008.replace("M-1", "&l9;"));
    }

    @Test
    void deepAndWideXmlIsRefused() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        String inside = Samples.PACS_008.replace("<GrpHdr>", "<GrpHdr>" + "<a>".repeat(1_000) + "</a>".repeat(1_000));
        String attributes = IntStream.range(0, 100_000)
                .mapToObj(i -> "a" + i + "=\"\"")
                .collect(Collectors.joining(
                        " ", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\" ", "/>"));
        String name = "<" + "a".repeat(1_000_000) + "/>";

        for (String path : XML_PATHS) {
            assertThat(hub.post(path, BANK, inside).body()).as(path).contains("\"status\" : 400", "xsd.TooDeep");
        }
        assertThat(refusals(400, XML_PATHS, deep)).allMatch(id -> id.startsWith("xsd."));
        refused(413, "xsd.TooLarge", XML_PATHS, attributes);
        refused(413, "xsd.TooLarge", XML_PATHS, name);
    }

    @Test
    void aMessageOfManyMistakesIsAnsweredWithSomeOfThem() {
        String many = Samples.PACS_008.replace("<GrpHdr>", "<GrpHdr>" + "<x/>".repeat(500_000));

        HttpResponse<String> answer = hub.post("/messages?mapping=iso", BANK, many);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("findings").size()).isLessThanOrEqualTo(1_001);
    }

    @Test
    void deepJsonIsRefused() {
        for (Map.Entry<String, String> way : Map.of("[", "]", "{\"a\":", "}").entrySet()) {
            String bomb = "{\"a\":" + way.getKey().repeat(500_000) + "1"
                    + way.getValue().repeat(500_000) + "}";
            refused(400, "json.TooDeep", JSON_PATHS, bomb);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "\"\""})
    void aListOfWrongItemsWithoutEndIsAnsweredWithSomeOfThem(String item) {
        String bomb = "{\"transfer_detail_list\":[" + (item + ",").repeat(500_000) + item + "]}";

        HttpResponse<String> answer = hub.post(JSON_PATHS.get(1), BANK, bomb);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("findings").size()).isLessThanOrEqualTo(1_001);
        assertThat(answer.body()).contains("schema.CheckEnded");
    }

    @Test
    void numbersAndNamesWithoutEndAreRefused() {
        refused(400, "json.NumberTooLong", JSON_PATHS, "{\"total_amount\":" + "9".repeat(1_000_000) + "}");
        refused(400, "json.DuplicateKey", JSON_PATHS, "{" + "\"a\":1,".repeat(500_000) + "\"a\":1}");
        refused(400, "json.NumberTooLong", JSON_PATHS, "{\"total_amount\": 1e999999999}");
    }

    @Test
    void anMtWithoutEndIsRefused() {
        String plain = LiveHub.mt103("plain");
        List<String> paths = List.of("/messages?mapping=swift.mt103", "/translations/swift.mt103/to-iso");
        for (String bomb : List.of(
                plain.replace(":71A:SHA", ":70:x\n".repeat(200_000) + ":71A:SHA"),
                plain.replace("/99887766", "/" + "9".repeat(1_000_000)),
                "{1:".repeat(300_000),
                plain.replace("{3:", "{3:" + "{121:x}".repeat(100_000)),
                ":20:" + "\n".repeat(1_000_000))) {
            for (String path : paths) {
                HttpResponse<String> answer = hub.post(path, BANK, bomb);
                assertThat(answer.statusCode())
                        .as(answer.body().substring(0, 200))
                        .isIn(400, 422);
                assertThat(json(answer).get("findings").size()).isLessThanOrEqualTo(1_001);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-8859-1", "IBM037"})
    void xmlInAnotherEncodingThanItSaysIsRefused(String encoding) throws Exception {
        byte[] bytes = Samples.PACS_008.getBytes(encoding);
        for (String path : XML_PATHS) {
            HttpResponse<String> answer = hub.post(path, BANK, BodyPublishers.ofByteArray(bytes));

            assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(500);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = new byte[100_000];
        new java.util.Random(8).nextBytes(bytes);
        for (String path :
                List.of(XML_PATHS.get(0), XML_PATHS.get(1), JSON_PATHS.get(0), "/messages?mapping=swift.mt103")) {
            HttpResponse<String> answer = hub.post(path, BANK, BodyPublishers.ofByteArray(bytes));

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        }
    }

    private static void refused(int status, String id, List<String> paths, String body) {
        assertThat(refusals(status, paths, body)).allMatch(id::equals);
    }

    /** The first finding on each path. */
    private static List<String> refusals(int status, List<String> paths, String body) {
        return paths.stream()
                .map(path -> hub.post(path, BANK, body))
                .peek(answer -> assertThat(answer.statusCode())
                        .as(answer.body()
                                .substring(0, Math.min(500, answer.body().length())))
                        .isEqualTo(status))
                .map(LiveHub::finding)
                .toList();
    }
}
