package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form was also checked with the schema of SARIF 2.1.0 when it was made. */
class FindingSarifTest {

    private static final Finding ERROR = Finding.error(
                    "mapping.UnknownSource",
                    new Place("my mappings/银行/a.yaml", 12, 5, "/Document/X"),
                    "there is no field")
            .value("reff")
            .hint("did you mean 'ref'?");

    @Test
    void aFindingIsAResultOfTheRuleOfItsIdAtItsPlace() {
        assertThat(log(ERROR)).isEqualTo("""
                {
                  "$schema" : "https://json.schemastore.org/sarif-2.1.0.json",
                  "version" : "2.1.0",
                  "runs" : [ {
                    "tool" : {
                      "driver" : {
                        "name" : "tongwen",
                        "version" : "1.2",
                        "rules" : [ {
                          "id" : "mapping.UnknownSource"
                        } ]
                      }
                    },
                    "columnKind" : "unicodeCodePoints",
                    "results" : [ {
                      "ruleId" : "mapping.UnknownSource",
                      "ruleIndex" : 0,
                      "level" : "error",
                      "message" : {
                        "text" : "there is no field: \\"reff\\"\\ndid you mean 'ref'?"
                      },
                      "locations" : [ {
                        "physicalLocation" : {
                          "artifactLocation" : {
                            "uri" : "my%20mappings/%E9%93%B6%E8%A1%8C/a.yaml"
                          },
                          "region" : {
                            "startLine" : 12,
                            "startColumn" : 5
                          }
                        },
                        "logicalLocations" : [ {
                          "fullyQualifiedName" : "/Document/X"
                        } ]
                      } ]
                    } ]
                  } ]
                }
                """);
    }

    @Test
    void rulesAreListedOnce() {
        Finding warning = Finding.warning("mapping.OneWay", new Place("a.yaml", 0, 0, ""), "no way back");

        assertThat(log(ERROR, warning, ERROR))
                .containsOnlyOnce("\"id\" : \"mapping.OneWay\"")
                .containsOnlyOnce("\"id\" : \"mapping.UnknownSource\"")
                .contains("\"ruleIndex\" : 0")
                .contains("\"ruleIndex\" : 1")
                .contains("\"level\" : \"warning\"");
    }

    @Test
    void whatIsNotKnownOfAPlaceIsLeftOut() {
        assertThat(log(Finding.note("a.B", Place.NOWHERE, "x")))
                .doesNotContain("ocation")
                .contains("\"level\" : \"note\"");
        assertThat(log(Finding.note("a.B", new Place("a.yaml", 0, 0, ""), "x")))
                .contains("physicalLocation")
                .doesNotContain("region");
        assertThat(log(Finding.note("a.B", new Place("C:\\a.yaml", 3, 0, ""), "x")))
                .contains("\"uri\" : \"./C:/a.yaml\"")
                .contains("\"startLine\" : 3")
                .doesNotContain("startColumn");
    }

    @Test
    void withoutFindingsThereIsARunWithoutResults() {
        assertThat(log()).contains("\"results\" : [ ]").contains("\"rules\" : [ ]");
    }

    private static String log(Finding... findings) {
        return new String(FindingSarif.of("1.2", Map.of(), List.of(findings)), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasJudgedByStandsInThePropertiesOfTheRun() {
        String report = new String(
                FindingSarif.of("", Map.of("pack iso 2026", "sha256:00ff"), List.of()), StandardCharsets.UTF_8);

        assertThat(report.replaceAll("\\s", "")).contains("\"properties\":{\"packiso2026\":\"sha256:00ff\"}");
    }
}
