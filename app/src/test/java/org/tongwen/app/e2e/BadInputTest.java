package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.app.e2e.RunningHub.Answer;

/** Whatever is wrong with a request, the answer says what and where, and nothing of the hub's inside. */
class BadInputTest {

    private static RunningHub hub;
    private static RunningHub small;

    @BeforeAll
    static void start() {
        hub = RunningHub.start();
        small = RunningHub.start(options -> options.maxBytes(1_000_000));
    }

    @AfterAll
    static void stop() {
        hub.close();
        small.close();
    }

    static List<BadInput> all() {
        return BadInputs.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedAtItsPlaceAndOnlyThere(BadInput bad) {
        Answer answer = hub.translate(bad.mapping(), bad.direction(), bad.document(), bad.given());

        problem(answer, bad.status());
        assertThat(errors(answer)).containsExactly(bad.id() + " at " + bad.place());
        assertThat(answer.json().get("detail").asText())
                .startsWith((bad.line() == 0 ? "" : bad.line() + ":" + bad.column())
                        + (bad.path().isEmpty() ? ": " : " " + bad.path() + ": "));
    }

    @ParameterizedTest
    @CsvSource({
        "wechat-pay.transfer-batch, to-iso",
        "wechat-pay.transfer-batch, from-iso",
        "wallet.transfer, to-iso",
        "wallet.transfer, from-iso",
        "swift.mt103, to-iso",
        "swift.mt103, from-iso"
    })
    void anEmptyBodyIsRefused(String mapping, String direction) {
        Answer answer = hub.translate(mapping, direction, new byte[0], Map.of());

        problem(answer, 400);
        assertThat(errors(answer)).containsExactly("hub.EmptyBody at 0:0");
    }

    @Test
    void tenMegabytesOfOpenBracketsAreRefusedAtTheHundredAndFirst() {
        byte[] document = "[".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII);

        Answer answer = hub.translate("wallet.transfer", "to-iso", document, Map.of());

        problem(answer, 400);
        assertThat(errors(answer)).contains("json.TooDeep at 1:101 " + "/0".repeat(100));
        assertThat(answer.body().length()).isLessThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"/translations/wallet.transfer/from-iso", "/validations"})
    void tenMegabytesOfElementsAreRefusedAtTheTwoHundredAndFirst(String path) {
        Answer answer = hub.post(path, BadInputs.utf8("<a>".repeat(3_333_333)));

        problem(answer, 400);
        assertThat(errors(answer)).contains("xsd.TooDeep at 1:601");
        assertThat(answer.body().length()).isLessThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"JPY, '1,5'", "CNY, '0,001'"})
    void decimalsThatTheCurrencyDoesNotHaveAreFoundInTheSettledAmount(String currency, String amount) {
        String mt = BadInput.with(Documents.MT103, "261204EUR1280,5", "261204" + currency + amount);

        Answer answer = hub.translate("swift.mt103", "to-iso", BadInputs.utf8(mt), Map.of());

        problem(answer, 422);
        assertThat(errors(answer)).contains("swift.common.decimals at 4:15 4:32A.amount");
    }

    @Test
    void everyGivenValueThatIsMissingIsNamed() {
        Answer answer = hub.translate(
                "wechat-pay.transfer-batch", "to-iso", BadInputs.utf8(Documents.WECHAT), Map.of("debtor_name", "深圳"));

        problem(answer, 422);
        assertThat(messages(answer))
                .contains(
                        "the value debtor_account must be given; the document does not hold it",
                        "the value debtor_agent must be given; the document does not hold it")
                .noneMatch(message -> message.contains("debtor_name"));
    }

    @Test
    void aParameterThatTheMappingDoesNotListIsRefused() {
        Answer answer = hub.translate(
                "wallet.transfer", "to-iso", BadInputs.utf8(Documents.WALLET), Map.of("debtor_name", "深圳"));

        problem(answer, 400);
        assertThat(errors(answer)).containsExactly("hub.Parameter at 0:0");
    }

    @Test
    void anUnknownMappingIsNotFoundAndTheNearestIsNamed() {
        Answer answer = hub.translate("wechat-pay.transfer-bach", "to-iso", BadInputs.utf8("{}"), Map.of());

        problem(answer, 404);
        assertThat(errors(answer)).containsExactly("hub.UnknownMapping at 0:0");
        assertThat(answer.json().at("/findings/0/hint").asText()).isEqualTo("did you mean wechat-pay.transfer-batch?");
    }

    @Test
    void anUnknownDirectionIsNotFound() {
        Answer answer = hub.translate("wallet.transfer", "to_iso", BadInputs.utf8(Documents.WALLET), Map.of());

        problem(answer, 404);
        assertThat(errors(answer)).containsExactly("hub.UnknownDirection at 0:0");
    }

    @ParameterizedTest
    @CsvSource({"/translations/wallet.transfer/to-iso", "/translations/swift.mt103/from-iso", "/validations"})
    void twoMegabytesAreRefusedWhereOneIsTheLimit(String path) {
        Answer answer = small.post(path, new byte[2_000_000]);

        problem(answer, 413);
        assertThat(errors(answer)).containsExactly("hub.TooLarge at 0:0");
    }

    @Test
    void twoMegabytesOfUnknownLengthAreRefusedWhereOneIsTheLimit() {
        Answer answer = small.send(small.request("/translations/wallet.transfer/to-iso")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_000_000]))));

        problem(answer, 413);
        assertThat(errors(answer)).containsExactly("hub.TooLarge at 0:0");
    }

    @Test
    void twoMegabytesOfHonestJsonAreRefusedButOneIsRead() {
        String padding = " ".repeat(999_999 - BadInputs.utf8(Documents.WALLET).length);

        byte[] fits = BadInputs.utf8(Documents.WALLET + padding + "\n");
        byte[] large = BadInputs.utf8(Documents.WALLET + padding + "\n\n");

        assertThat(small.translate("wallet.transfer", "to-iso", fits, Map.of()).status())
                .isEqualTo(200);
        problem(small.translate("wallet.transfer", "to-iso", large, Map.of()), 413);
    }

    @ParameterizedTest
    @CsvSource({"Content-Type, application/json; charset=GBK", "Content-Encoding, gzip"})
    void anotherCharacterSetAndCompressionAreRefused(String header, String value) {
        Answer answer = hub.send(hub.request("/translations/wallet.transfer/to-iso")
                .header(header, value)
                .POST(BodyPublishers.ofString(Documents.WALLET)));

        problem(answer, 415);
    }

    /** A message that is wrong is a verdict with the same findings at the same places; what is no XML at all is refused. */
    @ParameterizedTest
    @MethodSource("messages")
    void isNotValid(BadInput bad) {
        Answer answer = hub.post("/validations", bad.document());

        if (bad.status() == 400) {
            problem(answer, 400);
        } else {
            tellsNothingOfItsInside(answer);
            assertThat(answer.ok().json().get("verdict").asText()).isEqualTo("invalid");
        }
        assertThat(errors(answer)).containsExactly(bad.id() + " at " + bad.place());
    }

    static List<BadInput> messages() {
        return BadInputs.all().stream()
                .filter(bad -> bad.direction().equals("from-iso"))
                .filter(bad -> bad.id().startsWith("xsd.") || bad.id().startsWith("iso."))
                .toList();
    }

    @Test
    void anotherMessageThanTheOneExpectedIsNotValid() {
        Answer answer = hub.post("/validations?message=pain.001.001.09", BadInputs.utf8(Documents.PACS));

        assertThat(answer.ok().json().get("verdict").asText()).isEqualTo("invalid");
        assertThat(answer.json().get("message").asText()).isEqualTo("pacs.008.001.08");
        assertThat(answer.json().get("header").asText()).isEqualTo("head.001.001.02");
        assertThat(answer.json().at("/findings/0/id").asText()).isEqualTo("iso.OtherMessage");
    }

    @Test
    void theHubWorksOnAfterAllThat() {
        for (BadInput bad : BadInputs.all()) {
            hub.translate(bad.mapping(), bad.direction(), bad.document(), bad.given());
        }
        Answer answer = hub.send(hub.request(
                        "/translations/wechat-pay.transfer-batch/to-iso?debtor_name=a&debtor_account=1&debtor_agent=DEMOCNBJ")
                .timeout(Duration.ofSeconds(5))
                .POST(BodyPublishers.ofString(Documents.WECHAT)));

        assertThat(answer.status()).isEqualTo(200);
    }

    private static void problem(Answer answer, int status) {
        tellsNothingOfItsInside(answer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json; charset=utf-8");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("findings")).isNotEmpty().allSatisfy(BadInputTest::finding);
    }

    private static void finding(JsonNode finding) {
        assertThat(finding.get("severity").asText()).isIn("error", "warning", "note");
        assertThat(finding.get("id").asText()).matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
        assertThat(finding.get("message").asText()).isNotBlank();
    }

    static void tellsNothingOfItsInside(Answer answer) {
        assertThat(answer.body()).doesNotContain("org.", "com.", "java.", "Exception", "\tat ");
    }

    private static List<String> errors(Answer answer) {
        return findings(answer.json()).stream()
                .map(finding -> finding.get("id").asText() + " at " + place(finding))
                .toList();
    }

    private static List<String> messages(Answer answer) {
        return findings(answer.json()).stream()
                .map(finding -> finding.get("message").asText())
                .toList();
    }

    static List<JsonNode> findings(JsonNode answer) {
        return StreamSupport.stream(answer.get("findings").spliterator(), false)
                .filter(finding -> finding.get("severity").asText().equals("error"))
                .toList();
    }

    static String place(JsonNode finding) {
        return (finding.path("line").asInt() + ":" + finding.path("column").asInt() + " "
                        + finding.path("path").asText())
                .strip();
    }
}
