package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RouteFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** In compact notation these would be plain texts. */
    private static final Set<String> OBJECTS = Set.of("to", "bean", "simple", "constant", "header", "log", "from");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http.camel.yaml", "folder.camel.yaml", "deliver.camel.yaml"})
    void areInTheCanonicalForm(String name) throws Exception {
        JsonNode routes = routes(name);

        assertThat(schema().validate(routes)).isEmpty();
        assertCanonical(routes);
    }

    /** Camel's schema also knows the notations that it logs as deprecated. */
    private static void assertCanonical(JsonNode node) {
        node.properties().forEach(property -> {
            if (OBJECTS.contains(property.getKey())) {
                assertThat(property.getValue().isObject())
                        .as(property.toString())
                        .isTrue();
            }
            if (property.getKey().equals("when")) {
                property.getValue()
                        .forEach(when -> assertThat(when.has("expression")).isTrue());
            }
            assertCanonical(property.getValue());
        });
        if (node.isArray()) {
            node.forEach(RouteFilesTest::assertCanonical);
        }
    }

    private static Schema schema() throws Exception {
        try (InputStream file = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(file);
        }
    }

    private static JsonNode routes(String name) throws Exception {
        try (InputStream file = RouteFilesTest.class.getResourceAsStream("/routes/" + name)) {
            return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(file));
        }
    }

    @Test
    void aBankMayUseRouteFilesOfItsOwn() throws Exception {
        Files.copy(Path.of("routes/http.camel.yaml"), folder.resolve("http.camel.yaml"));
        Files.writeString(folder.resolve("acme.camel.yaml"), """
                - route:
                    id: acme
                    from:
                      uri: netty-http
                      parameters:
                        protocol: http
                        host: "{{tongwen.host}}"
                        port: "{{tongwen.port}}"
                        path: acme
                        nettyHttpBinding: "#httpBinding"
                        encoders: "#httpGates"
                        channelGroup: "#httpChannels"
                      steps:
                        - setHeader:
                            name: TongwenMapping
                            expression:
                              constant:
                                expression: "{{acme.mapping}}"
                        - setProperty:
                            name: TongwenDirection
                            expression:
                              constant:
                                expression: to-iso
                        - setHeader:
                            name: TongwenGiven.debtor_name
                            expression:
                              simple:
                                expression: ${exchangeProperty.TongwenRequest.header('X-Debtor')}
                        - bean:
                            ref: translate
                        - setHeader:
                            name: X-Bank
                            expression:
                              constant:
                                expression: acme
                """);
        HubOptions options = TestHub.OPTIONS.routes(folder).properties(Map.of("acme.mapping", TestHub.MAPPING));
        try (TestHub hub = new TestHub(options)) {
            HttpResponse<String> answer = hub.send(hub.request("/acme")
                    .header("X-Debtor", "Ada")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("x")));

            assertThat(answer.body()).isEqualTo("<to-iso debtor='Ada' account=''>x</to-iso>");
            assertThat(answer.headers().firstValue("X-Bank")).contains("acme");
            assertThat(answer.headers().map()).doesNotContainKeys("x-debtor", "tongwenmapping");
            assertThat(hub.post("/acme", "error codec.Decimals").statusCode()).isEqualTo(422);
            assertThat(hub.get("/mappings").statusCode()).isEqualTo(200);
            assertThat(hub.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void answersEvenWhenARouteMakesAnAnswerThatCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("broken.camel.yaml"), """
                - route:
                    id: broken
                    from:
                      uri: netty-http
                      parameters:
                        protocol: http
                        host: "{{tongwen.host}}"
                        port: "{{tongwen.port}}"
                        path: broken
                        nettyHttpBinding: "#httpBinding"
                        encoders: "#httpGates"
                        channelGroup: "#httpChannels"
                      steps:
                        - setHeader:
                            name: X-Split
                            expression:
                              simple:
                                expression: "a\\r\\nSet-Cookie: b"
                """);
        try (TestHub hub = new TestHub(TestHub.OPTIONS.routes(folder))) {
            HttpResponse<String> answer = hub.get("/broken");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
            assertThat(hub.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void mayBeClosedTwice() {
        TestHub hub = TestHub.start();
        hub.close();
        hub.close();
    }

    @Test
    void saysWhyItCannotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            HubOptions options = TestHub.OPTIONS.host("0.0.0.0").port(taken.getLocalPort());
            assertThatThrownBy(() -> new TestHub(options))
                    .isInstanceOf(HubException.class)
                    .hasMessageContaining("cannot listen on 0.0.0.0:" + taken.getLocalPort());
        }
        assertThatThrownBy(() -> new TestHub(TestHub.OPTIONS.routes(folder.resolve("none"))))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("none");
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> new TestHub(TestHub.OPTIONS.folder(file)))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("file");
        Files.writeString(folder.resolve("bad.camel.yaml"), "- route:\n    nonsense: true\n");
        assertThatThrownBy(() -> new TestHub(TestHub.OPTIONS.routes(folder))).isInstanceOf(HubException.class);
    }
}
