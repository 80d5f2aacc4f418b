package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JUnitXmlTest {

    private static String xml(JUnitXml.Test... tests) {
        JUnitXml.Suite suite = new JUnitXml.Suite("s", Optional.empty(), Map.of(), List.of(tests), "");
        return new String(JUnitXml.of("", Optional.empty(), List.of(suite)), StandardCharsets.UTF_8);
    }

    private static JUnitXml.Test failed(String message, String detail) {
        return new JUnitXml.Test(
                "g", "t", Optional.of(new JUnitXml.Reason(JUnitXml.Kind.FAILURE, "id", message, detail)));
    }

    @Test
    void everyElementStandsOnALineOfItsOwn() {
        JUnitXml.Suite suite = new JUnitXml.Suite(
                "s",
                Optional.of(Instant.parse("2026-11-22T08:00:00.123456Z")),
                Map.of("pack", "sha256:00"),
                List.of(
                        new JUnitXml.Test("g", "good", Optional.empty(), Optional.of(Duration.ofMillis(1500))),
                        failed("wrong", "one\ntwo")),
                "words");

        assertThat(new String(JUnitXml.of("all", Optional.empty(), List.of(suite)), StandardCharsets.UTF_8))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="all" tests="2" failures="1" errors="0" skipped="0" time="1.500">
                          <testsuite name="s" tests="2" failures="1" errors="0" skipped="0" time="1.500" timestamp="2026-11-22T08:00:00.123Z">
                            <properties>
                              <property name="pack" value="sha256:00"></property>
                            </properties>
                            <testcase name="good" classname="g" time="1.500"></testcase>
                            <testcase name="t" classname="g">
                              <failure message="wrong" type="id">one
                        two</failure>
                            </testcase>
                            <system-out>words</system-out>
                          </testsuite>
                        </testsuites>
                        """);
    }

    @Test
    void testsOfTheSameNameAreNumbered() {
        assertThat(xml(
                        JUnitXml.Test.passed("g", "t"),
                        JUnitXml.Test.passed("g", "t"),
                        JUnitXml.Test.passed("h", "t"),
                        JUnitXml.Test.passed("g", "t")))
                .containsSubsequence(
                        "name=\"t\" classname=\"g\"",
                        "name=\"t (2)\" classname=\"g\"",
                        "name=\"t\" classname=\"h\"",
                        "name=\"t (3)\" classname=\"g\"");
    }

    @Test
    void whatXmlCannotHoldIsEscaped() {
        assertThat(xml(failed("a\u0001\nb", "]]> \ud800 \uffff \u001b[2J <&")))
                .contains("message=\"a\\u0001\\u000ab\"")
                .contains("]]&gt; \\ud800 \\uffff \\u001b[2J &lt;&amp;");
    }
}
