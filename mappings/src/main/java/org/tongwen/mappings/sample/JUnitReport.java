package org.tongwen.mappings.sample;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.VisibleText;

/** Writes trials in the XML form of JUnit, which build servers read: a suite for each mapping, with the check and each case as a test. */
public final class JUnitReport {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitReport() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** The report, in UTF-8. */
    public static byte[] of(List<Trial> trials) {
        try {
            JUnitReport report = new JUnitReport();
            report.write(trials);
            return report.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory cannot be written", e);
        }
    }

    private void write(List<Trial> trials) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites", 0);
        counts(trials);
        for (Trial trial : trials) {
            suite(trial);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(Trial trial) throws XMLStreamException {
        start("testsuite", 1);
        attribute("name", trial.name().orElse(trial.document()));
        counts(List.of(trial));
        test("check", trial.document(), Duration.ZERO);
        if (!trial.mapping().ok()) {
            long errors = trial.findings().stream().filter(JUnitReport::isError).count();
            failure(errors + (errors == 1 ? " error" : " errors"), "mapping", FindingText.lines(trial.findings()));
        }
        end(2);
        for (SampleResult result : trial.samples()) {
            sample(result);
        }
        end(1);
    }

    private void sample(SampleResult result) throws XMLStreamException {
        test(result.sample().name(), result.sample().mapping(), result.time());
        if (!result.passed()) {
            SampleProblem first = result.problems().get(0);
            String detail = result.problems().stream()
                    .map(problem -> FindingText.line(problem.finding()) + "\n" + problem.detail())
                    .collect(Collectors.joining("\n"));
            failure(first.message(), first.id(), detail);
        }
        end(2);
    }

    private static boolean isError(Finding finding) {
        return Finding.anyError(List.of(finding));
    }

    private void test(String name, String group, Duration time) throws XMLStreamException {
        start("testcase", 2);
        attribute("name", name);
        attribute("classname", group);
        xml.writeAttribute("time", seconds(time));
    }

    private void failure(String message, String type, String detail) throws XMLStreamException {
        start("failure", 3);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(detail);
        xml.writeEndElement();
    }

    private void counts(List<Trial> trials) throws XMLStreamException {
        long tests =
                trials.stream().mapToLong(trial -> trial.samples().size() + 1).sum();
        long failures = trials.stream().mapToLong(JUnitReport::failures).sum();
        Duration time = trials.stream()
                .flatMap(trial -> trial.samples().stream())
                .map(SampleResult::time)
                .reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(time));
    }

    private static long failures(Trial trial) {
        long failed =
                trial.samples().stream().filter(result -> !result.passed()).count();
        return failed + (trial.mapping().ok() ? 0 : 1);
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }

    /** XML has no control characters, and names come from authors. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, VisibleText.of(value));
    }

    private void start(String name, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }
}
