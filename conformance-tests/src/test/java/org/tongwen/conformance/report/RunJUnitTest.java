package org.tongwen.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.Runs;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RunJUnitTest {

    /** What build servers expect: numbers where they count, and nothing that they do not know. */
    private static final String SCHEMA = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:attributeGroup name="counts">
                <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
              </xs:attributeGroup>
              <xs:complexType name="why"><xs:simpleContent><xs:extension base="xs:string">
                <xs:attribute name="message" type="xs:string" use="required"/>
                <xs:attribute name="type" type="xs:string"/>
              </xs:extension></xs:simpleContent></xs:complexType>
              <xs:complexType name="testcase">
                <xs:choice minOccurs="0">
                  <xs:element name="failure" type="why"/>
                  <xs:element name="error" type="why"/>
                  <xs:element name="skipped" type="why"/>
                </xs:choice>
                <xs:attribute name="classname" type="xs:string" use="required"/>
                <xs:attribute name="name" type="xs:string" use="required"/>
              </xs:complexType>
              <xs:complexType name="testsuite">
                <xs:sequence>
                  <xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence>
                    <xs:element name="property" maxOccurs="unbounded"><xs:complexType>
                      <xs:attribute name="name" type="xs:string" use="required"/>
                      <xs:attribute name="value" type="xs:string" use="required"/>
                    </xs:complexType></xs:element>
                  </xs:sequence></xs:complexType></xs:element>
                  <xs:element name="testcase" type="testcase" maxOccurs="unbounded"/>
                  <xs:element name="system-out" type="xs:string" minOccurs="0"/>
                </xs:sequence>
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="timestamp" type="xs:dateTime" use="required"/>
                <xs:attributeGroup ref="counts"/>
              </xs:complexType>
              <xs:element name="testsuites"><xs:complexType>
                <xs:sequence><xs:element name="testsuite" type="testsuite" maxOccurs="unbounded"/></xs:sequence>
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="time" type="xs:decimal" use="required"/>
                <xs:attributeGroup ref="counts"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;

    private static Schema schema;

    @BeforeAll
    static void schema() throws Exception {
        schema = SchemaFactory.newDefaultInstance().newSchema(new StreamSource(new StringReader(SCHEMA)));
    }

    private static Element valid(RunReport report) throws Exception {
        byte[] xml = RunJUnit.of(report);
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        return document.getDocumentElement();
    }

    private static int count(Element element, String name) {
        return element.getElementsByTagName(name).getLength();
    }

    /** The sums at the top are those of what stands below. */
    private static void assertCounted(Element root) {
        assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(count(root, "testcase")));
        assertThat(root.getAttribute("failures")).isEqualTo(String.valueOf(count(root, "failure")));
        assertThat(root.getAttribute("errors")).isEqualTo(String.valueOf(count(root, "error")));
        assertThat(root.getAttribute("skipped")).isEqualTo(String.valueOf(count(root, "skipped")));
    }

    @Test
    void everyReportIsValidAndCountsRight() throws Exception {
        RunResult error = Runs.with(Runs.failing(), List.of(Runs.result("WI-E", Outcome.ERROR, "broke\nat once")));
        for (RunReport report : List.of(
                Reports.of(Runs.passing()),
                Reports.of(error, Reports.waiver("WI-TIME-02")),
                Reports.saying(Reports.HOSTILE),
                Reports.saying("]]> \ud800 \u0001"))) {
            assertCounted(valid(report));
        }
    }

    @Test
    void onlyAPassIsGreen() throws Exception {
        Element root = valid(Reports.of(Runs.passing()));

        assertThat(root.getAttribute("tests")).isEqualTo("6");
        assertThat(root.getAttribute("skipped")).isEqualTo("2");
        assertThat(root.getAttribute("time")).isEqualTo("21.500");
    }

    @Test
    void aFailureSaysWhatWasExpected() throws Exception {
        Element root = valid(Reports.of(Runs.failing()));
        Element failure = (Element) root.getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("message")).isEqualTo("expected RJCT with AB05, got ACSC");
        assertThat(((Element) failure.getParentNode()).getAttribute("classname"))
                .isEqualTo("wallet-interop.WI-TIME-02");
    }

    @Test
    void aWaivedFailureIsSkippedWithItsReason() throws Exception {
        Element root = valid(Reports.of(Runs.failing(), Reports.waiver("WI-TIME-02")));

        assertThat(count(root, "failure")).isEqualTo(1);
        assertThat(((Element) root.getElementsByTagName("skipped").item(2)).getAttribute("message"))
                .isEqualTo("waived until 2026-12-22: expected RJCT with AB05, got ACSC");
    }

    @Test
    void anErrorOfTheSuiteIsAnErrorThoughWaived() throws Exception {
        RunResult error = Runs.with(Runs.passing(), List.of(Runs.result("WI-E", Outcome.ERROR, "broke")));

        assertThat(count(valid(Reports.of(error, Reports.waiver("WI-E"))), "error"))
                .isEqualTo(1);
    }

    @Test
    void aRunThatCouldNotStartIsAnErrorWithWhatIsWrong() throws Exception {
        Element root = valid(Reports.of(Runs.preflight(
                Runs.incomplete(Runs.passing(), "the pre-flight found what stands in the way"),
                new Preflight(
                        List.of(),
                        List.of(Finding.error("preflight.Unreachable", Place.of("messages"), "nobody answers"))))));
        Element error = (Element) root.getElementsByTagName("error").item(0);

        assertCounted(root);
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(error.getAttribute("type")).isEqualTo("preflight.Unreachable");
        assertThat(error.getTextContent()).contains("nobody answers");
    }

    @Test
    void whatTheRunWasJudgedByStandsInTheFirstSuite() throws Exception {
        RunResult run = Runs.passing();
        String xml = new String(RunJUnit.of(Reports.of(run)), StandardCharsets.UTF_8);

        assertThat(xml)
                .contains("<property name=\"plan digest\" value=\"sha256:"
                        + run.plan().digest());
        run.packs()
                .forEach((pack, digest) -> assertThat(xml)
                        .contains("<property name=\"pack " + pack + "\" value=\"sha256:" + digest + "\""));
    }
}
