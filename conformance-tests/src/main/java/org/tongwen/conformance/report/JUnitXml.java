package org.tongwen.conformance.report;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/**
 * A run as JUnit XML, for build servers: one suite for each requirement, one test for each case. What a waiver lets pass, was not run, is
 * not applicable or cannot be tested is skipped with its reason, never green.
 */
public final class JUnitXml {

    /** The name of the file in a run's folder. */
    public static final String FILE = "junit.xml";

    private final RunReport report;
    private final XMLStreamWriter xml;

    private JUnitXml(RunReport report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** What a build server makes of a case. */
    private enum Kind {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /** One test. */
    private record Test(String name, Kind kind, String reason) {}

    /** The document. */
    public static byte[] of(RunReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new JUnitXml(report, xml).suites();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void suites() throws XMLStreamException {
        RunResult run = report.run();
        List<Test> all = run.requirements().stream()
                .flatMap(result -> tests(result).stream())
                .toList();
        xml.writeStartElement("testsuites");
        attribute("name", run.plan().id() + " " + run.participant().id());
        counts(all);
        attribute(
                "time",
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        Duration.between(run.started(), run.ended()).toMillis() / 1000.0));
        for (RequirementResult result : run.requirements()) {
            suite(result, tests(result));
        }
        xml.writeEndElement();
    }

    private void suite(RequirementResult result, List<Test> tests) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", result.requirement().id());
        counts(tests);
        attribute("timestamp", report.run().started().toString());
        for (Test test : tests) {
            test(result.requirement().id(), test);
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(ShownText.line(Limits.reason(result.requirement().text()) + " ["
                + Limits.name(result.requirement().clause()) + "]"));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void counts(List<Test> tests) throws XMLStreamException {
        attribute("tests", String.valueOf(tests.size()));
        attribute("failures", count(Kind.FAILURE, tests));
        attribute("errors", count(Kind.ERROR, tests));
        attribute("skipped", count(Kind.SKIPPED, tests));
    }

    private static String count(Kind kind, List<Test> tests) {
        return String.valueOf(tests.stream().filter(test -> test.kind() == kind).count());
    }

    private void test(String requirement, Test test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", report.run().plan().id() + "." + requirement);
        attribute("name", test.name());
        if (test.kind() != Kind.PASSED) {
            xml.writeStartElement(test.kind().name().toLowerCase(Locale.ROOT));
            attribute("message", Limits.name(test.reason().lines().findFirst().orElse("")));
            xml.writeCharacters(ShownText.lines(Limits.value(test.reason())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private List<Test> tests(RequirementResult result) {
        if (result.cases().isEmpty()) {
            return List.of(new Test(
                    result.requirement().id(),
                    kind(result, result.outcome()),
                    result.requirement().untested().orElse(result.reason())));
        }
        return result.cases().stream().map(tried -> test(result, tried)).toList();
    }

    private Test test(RequirementResult result, CaseResult tried) {
        Kind kind = kind(result, tried.outcome());
        boolean waived = kind == Kind.SKIPPED && report.isWaived(result);
        String reason =
                waived ? "waived until " + report.waiverOf(result).orElseThrow().until() + ": " : "";
        return new Test(Limits.name(tried.name()), kind, reason + tried.reason());
    }

    private Kind kind(RequirementResult result, Outcome outcome) {
        return switch (outcome) {
            case PASS -> Kind.PASSED;
            case FAIL -> report.isWaived(result) ? Kind.SKIPPED : Kind.FAILURE;
            case ERROR -> Kind.ERROR;
            case NOT_RUN, NOT_APPLICABLE -> Kind.SKIPPED;
        };
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, ShownText.line(Limits.reason(value)));
    }
}
