package org.tongwen.conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongwen.conformance.run.Runs.DAY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.run.Runs;

class ResultsJsonTest {

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (RunReport report : List.of(
                Reports.of(Runs.passing()),
                Reports.of(Runs.failing(), Reports.waiver("WI-TIME-02")),
                Reports.of(Runs.incomplete(Runs.failing(), "time")),
                Reports.saying(Reports.HOSTILE),
                new RunReport(
                        Runs.passing(),
                        List.of(),
                        List.of(),
                        DAY,
                        Optional.of(new RunReport.Issued("urn:uuid:1", "key", DAY))))) {
            assertThat(ResultsJson.read(ResultsJson.write(report))).isEqualTo(report);
        }
    }

    @Test
    void verdictAndCountsStandOnTop() {
        assertThat(new String(ResultsJson.write(Reports.of(Runs.failing())), UTF_8))
                .startsWith("""
                {
                  "type" : "tongwen conformance results",
                  "version" : 1,
                  "verdict" : "not-conformant",
                  "summary" : "Of 4 mandatory requirements one failed.",
                  "counts" : {
                    "pass" : 3,
                    "fail" : 2,
                    "not-run" : 0,
                    "error" : 0,
                    "not-applicable" : 1,
                    "untested" : 1
                  },
                """);
    }

    @Test
    void aLoneSurrogateOfAParticipantDoesNotStopTheReport() {
        RunReport read = ResultsJson.read(ResultsJson.write(Reports.saying("a\ud800b")));

        assertThat(read).isEqualTo(Reports.saying("a\ufffdb"));
    }

    @Test
    void anyOtherDocumentIsRefused() {
        String written = new String(ResultsJson.write(Reports.of(Runs.passing())), UTF_8);

        assertRefused("", "the document is empty");
        assertRefused("{}", "the document is not tongwen conformance results, version 1");
        assertRefused(
                written.replace("\"version\" : 1", "\"version\" : 2"),
                "the document is not tongwen conformance results, version 1");
        assertRefused(written.replace("\"PASS\"", "\"GOOD\""), "the outcome GOOD is not known");
        assertRefused(
                written.replace("\"asOf\" : \"2026-11-22\"", "\"asOf\" : \"today\""),
                "asOf must be a day such as 2026-11-22");
        assertRefused(written.replace("\"asOf\"", "\"asof\""), "asOf is missing");
    }

    private static void assertRefused(String document, String reason) {
        assertThatThrownBy(() -> ResultsJson.read(document.getBytes(UTF_8)))
                .isInstanceOf(JsonException.class)
                .hasMessage(reason);
    }
}
