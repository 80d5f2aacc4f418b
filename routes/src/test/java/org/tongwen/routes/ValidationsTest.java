package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationsTest {

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
    void acceptsAValidMessage() {
        HttpResponse<String> answer = hub.post("/validations?message=pacs.008.001.08", Samples.WITH_HEADER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.body())
                .contains("\"verdict\" : \"valid\"")
                .contains("\"message\" : \"pacs.008.001.08\"")
                .contains("\"header\" : \"head.001.001.02\"")
                .contains("\"findings\" : [ ]");
    }

    @Test
    void givesAVerdictOnAMessageThatIsNotValid() {
        HttpResponse<String> answer = hub.post("/validations", Samples.PACS_008.replace("<NbOfTxs>1</NbOfTxs>", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"verdict\" : \"invalid\"")
                .contains("\"id\" : \"xsd.")
                .contains("\"line\" : ");
    }

    @Test
    void judgesByTheRulesOfAProfileOnADay() {
        HttpResponse<String> answer = hub.post("/validations?profile=cbpr-plus&as-of=2026-11-21", Samples.WITH_HEADER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"profile\" : \"cbpr-plus\"")
                .contains("\"asOf\" : \"2026-11-21\"")
                .contains("\"release\" : \"sr2026\"")
                .contains("\"sha256\" : \"")
                .contains("\"outcome\" : \"NOT_RUN\"");
        assertThat(hub.post("/validations?profile=none", Samples.WITH_HEADER).body())
                .doesNotContain("\"rules\"");
    }

    @Test
    void refusesProfilesAndDaysThatThereAreNot() {
        assertThat(hub.post("/validations?profile=cbpr", Samples.WITH_HEADER).body())
                .contains("hub.UnknownProfile");
        assertThat(hub.post("/validations?profile=iso&as-of=soon", Samples.WITH_HEADER)
                        .body())
                .contains("hub.AsOf");
        HttpResponse<String> alone = hub.post("/validations?as-of=2026-11-21", Samples.WITH_HEADER);
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(alone.body()).contains("hub.AsOf", "without the rules of a profile");
    }

    @Test
    void doesNotKnowEveryNamespace() {
        HttpResponse<String> answer = hub.post("/validations", Samples.PACS_008.replace("008.001.08", "008.001.99"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"verdict\" : \"invalid\"").contains("xsd.UnknownMessage");
    }

    @Test
    void saysWhenItIsAnotherMessageThanExpected() {
        HttpResponse<String> answer = hub.post("/validations?message=pacs.009.001.08", Samples.PACS_008);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"verdict\" : \"invalid\"").contains("iso.OtherMessage");
    }

    @ParameterizedTest
    @CsvSource({
        "'', hub.EmptyBody",
        "'not XML', xsd.NotWellFormed",
        "'<a>', xsd.NotWellFormed",
        "'<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>', xsd.DoctypeForbidden"
    })
    void refusesWhatIsNoXml(String body, String id) {
        HttpResponse<String> answer = hub.post("/validations", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json; charset=utf-8");
        assertThat(answer.body()).contains(id);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        HttpResponse<String> answer = hub.post("/validations", "<a>".repeat(300));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("xsd.TooDeep");
    }

    @ParameterizedTest
    @CsvSource({
        "?message=pacs.008.001.99, hub.UnknownMessage",
        "?message=x, hub.UnknownMessage",
        "?profile=x, hub.UnknownProfile",
        "?profiles=x, hub.Parameter"
    })
    void refusesParametersThatItDoesNotKnow(String query, String id) {
        HttpResponse<String> answer = hub.post("/validations" + query, Samples.PACS_008);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(id);
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(hub.post("/validations", "x".repeat(2_000_000)).statusCode()).isEqualTo(413);
    }
}
