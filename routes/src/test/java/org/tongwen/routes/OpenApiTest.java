package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description and the hub must say the same. */
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> BODIES =
            Map.of("/translations/{mapping}/{direction}", "x", "/validations", Samples.PACS_008);

    private static TestHub hub;
    private static JsonNode openapi;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
        openapi = JSON.valueToTree(new Load(LoadSettings.builder().build())
                .loadFromString(hub.get("/openapi.yaml").body()));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @TestFactory
    List<DynamicTest> servesWhatItDescribes() {
        List<DynamicTest> tests = new ArrayList<>();
        openapi.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> tests.add(DynamicTest.dynamicTest(
                                operation.getKey() + " " + path.getKey(),
                                () -> serves(path.getKey(), operation.getKey(), operation.getValue())))));
        assertThat(tests).hasSize(17);
        return tests;
    }

    private static void serves(String path, String method, JsonNode operation) {
        String real = path.replace("{mapping}", "acme.payout")
                .replace("{direction}", "to-iso")
                .replace("{id}", "01a20371-1807-7000-8516-2db906d3aa84");
        HttpResponse<String> answer = hub.send(hub.request(real)
                .method(method.toUpperCase(Locale.ROOT), BodyPublishers.ofString(BODIES.getOrDefault(path, ""))));
        JsonNode response = operation.get("responses").get(Integer.toString(answer.statusCode()));

        assertThat(response).as(answer.body()).isNotNull();
        JsonNode content = resolved(response).get("content");
        assertThat(content.properties()).extracting(Map.Entry::getKey).contains(mediaType(answer));
        assertThat(operation.get("responses").has("default")).isTrue();
    }

    private static JsonNode resolved(JsonNode response) {
        return response.has("$ref") ? openapi.at(response.get("$ref").asText().substring(1)) : response;
    }

    private static String mediaType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
    }

    @Test
    void answersInTheFormsThatItDescribes() throws Exception {
        conforms("Problem", hub.get("/nothing"));
        conforms("Problem", hub.toIso("error codec.Decimals"));
        conforms("Problem", hub.toIso("x".repeat(1_000_001)));
        conforms("Mapping", hub.get("/mappings/acme.payout"));
        conforms("Health", hub.get("/observe/health"));
        conforms("Verdict", hub.post("/validations", Samples.WITH_HEADER));
        conforms("Verdict", hub.post("/validations", "<a/>"));
        conforms(
                "Translation",
                hub.send(hub.request("/translations/acme.payout/to-iso")
                        .header("Accept", "application/vnd.tongwen.translation+json")
                        .POST(BodyPublishers.ofString("x"))));
    }

    private static void conforms(String name, HttpResponse<String> answer) throws Exception {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", openapi.get("components"));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(JSON.readTree(answer.body())))
                .as(answer.body())
                .isEmpty();
    }
}
