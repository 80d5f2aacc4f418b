package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.plan.Profile;

class TranslationsTest {

    private static final String PATH = "/translations/acme.payout/to-iso";

    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub(TestHub.OPTIONS.given(Map.of("debtor_name", "default", "other", "not listed")));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void answersWithTheTranslatedDocumentAndTheNumbersOfFindingsAndLosses() {
        HttpResponse<String> answer = hub.toIso("{\"名\": 1}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<to-iso debtor='default' account=''>{\"名\": 1}</to-iso>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml; charset=utf-8");
        assertThat(answer.headers().firstValue("Tongwen-Losses")).contains("1");
        assertThat(answer.headers().firstValue("Tongwen-Findings")).contains("1");
    }

    @Test
    void aHeldPaymentIsAProblemThatSaysSo() {
        HttpResponse<String> held = hub.toIso("error scheme.CU-27");
        HttpResponse<String> refused = hub.toIso("error mapping.Amount");

        assertThat(held.statusCode()).isEqualTo(422);
        assertThat(held.body()).contains("\"outcome\" : \"held\"");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("outcome");
        assertThat(hub.get("/observe/metrics").body()).contains("outcome=\"held\"");
    }

    @Test
    void profileAndDayComeFromTheQueryBeforeTheHubsOwn() {
        assertThat(hub.toIso("context").body()).isEqualTo("usual today none");
        assertThat(hub.post(PATH + "?profile=cbpr-plus&as-of=2025-12-01", "context")
                        .body())
                .isEqualTo("cbpr-plus 2025-12-01 none");
        try (TestHub other =
                new TestHub(TestHub.OPTIONS.profile(Profile.of("sepa-sct")).assigningUetr(true))) {
            assertThat(other.toIso("context").body()).matches("sepa-sct today [0-9a-f-]{36}");
            assertThat(other.post(PATH + "?profile=none&uetr=own", "context").body())
                    .isEqualTo("none today own");
        }
    }

    @ParameterizedTest
    @CsvSource({"profile=cbpr, hub.UnknownProfile", "as-of=14.11.2026, hub.AsOf"})
    void aProfileThatIsNoneAndADayThatIsNoneAreRefused(String query, String id) {
        HttpResponse<String> answer = hub.post(PATH + "?" + query, "x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(id);
    }

    @Test
    void translatesBackToo() {
        HttpResponse<String> answer = hub.post("/translations/acme.payout/from-iso", "<x/>");

        assertThat(answer.body()).startsWith("<from-iso").contains("<x/>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
    }

    @Test
    void takesGivenValuesFromTheQueryBeforeItsDefaults() {
        HttpResponse<String> answer = hub.post(PATH + "?debtor_name=%E5%90%8C%20%26%2B&debtor_account=12", "x");

        assertThat(answer.body()).startsWith("<to-iso debtor='同 &+' account='12'>");
    }

    @ParameterizedTest
    @CsvSource({
        "?colour=blue",
        "?debtor_name=a&debtor_name=b",
        "?debtor_name",
        "?=x",
        "?debtor_name=a+b",
        "?debtor_name=%E5%90",
        "?debtor_name=%4",
        "?&",
        "?debtor_name=%zz",
        "?other=1"
    })
    void refusesOtherParametersAndBrokenOnes(String query) throws Exception {
        String answer = hub.raw("POST " + PATH + query
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("hub.Parameter");
    }

    @Test
    void wrapsResultFindingsAndLossesWhenAskedTo() {
        HttpResponse<String> answer = hub.send(hub.request(PATH)
                .header("Accept", "text/html, application/vnd.tongwen.translation+json; q=0.9")
                .POST(BodyPublishers.ofString("x")));

        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/vnd.tongwen.translation+json; charset=utf-8");
        assertThat(answer.body())
                .contains("\"mapping\" : \"acme.payout\"")
                .contains("\"digest\" : \"d1ge57\"")
                .contains("\"direction\" : \"to-iso\"")
                .contains("\"mediaType\" : \"application/xml\"")
                .contains("\"result\" : \"<to-iso debtor='default' account=''>x</to-iso>\"")
                .contains("\"id\" : \"mapping.Odd\"")
                .contains("\"became\" : \"long\"");
    }

    @Test
    void namesTheCharsetOfAnAnswerThatIsNotInUtf8AndNeverReplacesACharacter() {
        HttpResponse<String> answer = hub.toIso("gbk");
        HttpResponse<String> wrapped = wrapped("gbk");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=GBK");
        assertThat(answer.body()).isEqualTo("金额");
        assertThat(wrapped.body()).contains("\"result\" : \"金额\"");
    }

    @Test
    void wrapsBytesThatAreNoTextInBase64() {
        assertThat(hub.toIso("packed").headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(wrapped("packed").body()).contains("\"result\" : \"Ejw=\"");
    }

    @Test
    void takesTheInstitutionsOwnCharset() {
        try (TestHub gbk = new TestHub(TestHub.OPTIONS, "text/csv; charset=GBK")) {
            assertThat(gbk.send(gbk.request(PATH)
                                    .header("Content-Type", "text/csv; charset=gbk")
                                    .POST(BodyPublishers.ofString("x")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gbk.send(gbk.request("/translations/acme.payout/from-iso")
                                    .header("Content-Type", "application/xml; charset=gbk")
                                    .POST(BodyPublishers.ofString("x")))
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 0", "?reporting=none, 0, 0", "?reporting=losses, 1, 0", "?reporting=lineage, 1, 2"})
    void saysAsMuchOfTheValuesAsIsAskedFor(String query, int losses, int values) throws Exception {
        JsonNode answer = new ObjectMapper().readTree(wrapped(query, "values").body());

        assertThat(answer.get("losses")).hasSize(losses);
        assertThat(answer.path("lineage")).hasSize(values);
    }

    @Test
    void refusesAnAmountOfReportingThatIsNone() {
        HttpResponse<String> answer = hub.post(PATH + "?reporting=all", "values");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hub.UnknownReporting", "none, losses or lineage");
    }

    private static HttpResponse<String> wrapped(String document) {
        return wrapped("", document);
    }

    private static HttpResponse<String> wrapped(String query, String document) {
        return hub.send(hub.request(PATH + query)
                .header("Accept", "application/vnd.tongwen.translation+json")
                .POST(BodyPublishers.ofString(document)));
    }

    @Test
    void aWildcardOrARefusalInAcceptGetsThePlainDocument() {
        for (String accept : new String[] {"*/*", "application/*", "application/vnd.tongwen.translation+json;q=0"}) {
            HttpResponse<String> answer =
                    hub.send(hub.request(PATH).header("Accept", accept).POST(BodyPublishers.ofString("x")));
            assertThat(answer.body()).startsWith("<to-iso");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "json.Syntax, 400",
        "json.DuplicateKey, 400",
        "csv.Encoding, 400",
        "csv.Ragged, 422",
        "fixed.TooLarge, 413",
        "mt.Block, 400",
        "mt.Empty, 400",
        "mt.Type, 400",
        "mt.Field, 422",
        "xsd.NotWellFormed, 400",
        "xsd.DoctypeForbidden, 400",
        "xsd.TooDeep, 400",
        "xsd.TooLarge, 413",
        "xsd.UnknownMessage, 422",
        "xsd.MissingElement, 422",
        "source.Required, 422",
        "codec.Decimals, 422"
    })
    void saysByTheStatusWhatKindOfMistakeItIs(String id, int status) {
        HttpResponse<String> answer = hub.toIso("error " + id);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json; charset=utf-8");
        assertThat(answer.body())
                .contains("\"type\" : \"about:blank\"")
                .contains("\"status\" : " + status)
                .contains("\"title\" : ")
                .contains("\"detail\" : \"3:7 /amount: something is wrong\"")
                .contains("\"id\" : \"" + id + "\"")
                .contains("\"line\" : 3");
    }

    @Test
    void refusesAnEmptyBody() {
        HttpResponse<String> answer = hub.toIso("");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hub.EmptyBody");
    }

    @Test
    void namesTheNearestMapping() {
        HttpResponse<String> answer = hub.post("/translations/acme.payuot/to-iso", "x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("hub.UnknownMapping").contains("did you mean acme.payout?");
    }

    @Test
    void namesTheMappingsThereAre() {
        HttpResponse<String> answer = hub.post("/translations/something-else/to-iso", "x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("the mappings are acme.payout");
    }

    @Test
    void knowsTwoDirections() {
        HttpResponse<String> answer = hub.post("/translations/acme.payout/sideways", "x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("hub.UnknownDirection");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, gzip",
        "Content-Encoding, 'identity, br'",
        "Content-Type, application/json; charset=GBK"
    })
    void refusesOtherEncodings(String header, String value) {
        HttpResponse<String> answer =
                hub.send(hub.request(PATH).header(header, value).POST(BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, identity",
        "Content-Type, text/xml; charset=\"UTF-8\"",
        "Content-Type, application/x-www-form-urlencoded"
    })
    void takesTheBodyAsItIs(String header, String value) {
        HttpResponse<String> answer =
                hub.send(hub.request(PATH).header(header, value).POST(BodyPublishers.ofString("a=%20b+c")));

        assertThat(answer.body()).contains(">a=%20b+c<");
    }

    @Test
    void tellsNothingOfItsInside() {
        HttpResponse<String> answer = hub.toIso("crash");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("hub.Internal").doesNotContain("SECRET", "IllegalState", "at org.", "java.");
    }
}
