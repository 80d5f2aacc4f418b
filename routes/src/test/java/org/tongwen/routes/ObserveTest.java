package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObserveTest {

    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void listsMappings() {
        HttpResponse<String> answer = hub.get("/mappings");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"mappings\" : [").contains("\"name\" : \"acme.payout\"");
    }

    @Test
    void tellsWhatAMappingIs() {
        HttpResponse<String> answer = hub.get("/mappings/acme.payout");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.body())
                .contains("\"title\" : \"Payouts of ACME\"")
                .contains("\"message\" : \"pain.001.001.09\"")
                .contains("\"format\" : \"json\"")
                .contains("\"mediaType\" : \"application/json\"")
                .contains("\"given\" : [ \"debtor_name\", \"debtor_account\", \"uetr\" ]")
                .contains("\"notify_url\" : \"channel callback\"")
                .contains("\"digest\" : \"d1ge57\"");
        assertThat(hub.get("/mappings/acme").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/observe/health", "/observe/health/live", "/observe/health/ready"})
    void isWell(String path) {
        HttpResponse<String> answer = hub.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.body()).contains("\"status\" : \"UP\"").contains("\"checks\"");
    }

    @Test
    void isNotReadyWhenARouteIsDown() throws Exception {
        try (TestHub other = TestHub.start()) {
            other.hub.context().getRouteController().stopRoute("http");
            assertThat(org.tongwen.routes.observe.Health.of(other.hub.context(), "ready")
                            .up())
                    .isFalse();
        }
    }

    @Test
    void givesItsDescription() {
        HttpResponse<String> answer = hub.get("/openapi.yaml");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml; charset=utf-8");
        assertThat(answer.body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void metersTranslationsAndValidationsWithoutTheirContent() {
        hub.post("/translations/acme.payout/to-iso?debtor_name=PRIVATE", "PRIVATE 12345678");
        hub.toIso("error codec.Decimals");
        hub.post("/translations/PRIVATE/to-iso", "x");
        hub.post("/validations", Samples.PACS_008);
        hub.post("/validations", "<PRIVATE/>");
        hub.get("/PRIVATE");
        hub.toIso("x".repeat(1_000_001));
        String meters = hub.get("/observe/metrics").body();

        assertThat(meters)
                .contains(
                        "translation_seconds_count{direction=\"to-iso\",mapping=\"acme.payout\",outcome=\"translated\"}")
                .contains("translation_seconds_count{direction=\"to-iso\",mapping=\"acme.payout\",outcome=\"refused\"}")
                .contains("translation_seconds_bucket{")
                .contains(
                        "translation_findings_total{id=\"codec.Decimals\",mapping=\"acme.payout\",severity=\"error\"}")
                .contains("validation_seconds_count{message=\"pacs.008.001.08\",outcome=\"valid\"}")
                .contains("validation_seconds_count{message=\"none\",outcome=\"invalid\"}")
                .contains("undeclared_loss_total{mapping=\"acme.payout\"} 0.0")
                .contains("requests_refused_total{id=\"codec.Decimals\"} 1.0")
                .contains("requests_refused_total{id=\"hub.UnknownPath\"} 1.0")
                .contains("requests_refused_total{id=\"hub.TooLarge\"} 1.0")
                .contains("jvm_memory_used_bytes")
                .contains("camel_")
                .doesNotContain("PRIVATE", "12345678", "SECRET");
        assertThat(labels(meters, "mapping")).containsExactly("acme.payout");
    }

    private static TreeSet<String> labels(String meters, String name) {
        return Arrays.stream(meters.split(name + "=\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
