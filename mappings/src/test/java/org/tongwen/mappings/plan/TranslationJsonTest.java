package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

class TranslationJsonTest {

    @Test
    void findingsAndLossesStandAtTheirPlaces() {
        Translation translation = new Translation(
                Optional.of(new byte[0]),
                "application/xml",
                List.of(Finding.warning("mapping.Odd", Place.of("/odd"), "this is odd")),
                List.of(
                        new LedgerEntry(
                                new Place("in.json", 4, 2, "/name"),
                                "name",
                                Fate.TRUNCATED,
                                "很长",
                                Optional.of("很"),
                                "cut",
                                "",
                                ""),
                        new LedgerEntry(
                                Place.NOWHERE, "url", Fate.LOST, "", Optional.empty(), "channel callback", "", "")));

        assertThat(written(json -> TranslationJson.outcome(translation, json))).isEqualTo("""
                        {
                          "outcome" : "done",
                          "findings" : [ {
                            "severity" : "warning",
                            "id" : "mapping.Odd",
                            "message" : "this is odd",
                            "path" : "/odd"
                          } ],
                          "losses" : [ {
                            "document" : "in.json",
                            "line" : 4,
                            "column" : 2,
                            "path" : "/name",
                            "field" : "name",
                            "fate" : "truncated",
                            "reason" : "cut",
                            "value" : "很长",
                            "became" : "很"
                          }, {
                            "field" : "url",
                            "fate" : "lost",
                            "reason" : "channel callback",
                            "value" : ""
                          } ]
                        }
                        """);
    }

    @Test
    void aMappingThatCouldNotBeLoadedHasNoDigest() {
        assertThat(written(json -> TranslationJson.origin("a.b", "d1e5", Direction.TO_ISO, json)))
                .isEqualTo("""
                        {
                          "mapping" : "a.b",
                          "digest" : "d1e5",
                          "direction" : "to-iso"
                        }
                        """);
        assertThat(written(json -> TranslationJson.origin("a.b", "", Direction.FROM_ISO, json)))
                .doesNotContain("digest");
    }

    private static String written(JsonReport.Content fields) {
        return new String(JsonReport.object(fields), StandardCharsets.UTF_8);
    }
}
