package org.tongwen.xsd.finding;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes tests in the XML form of JUnit, which build servers read. Texts may come from strangers: what XML cannot hold is escaped. Tests of
 * one suite that have the same name are numbered, because servers keep one test for each name.
 */
public final class JUnitXml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** Why a test is not green. */
    public enum Kind {
        /** What was tested is not as it should be. */
        FAILURE,
        /** It could not be found out. */
        ERROR,
        /** It was not tried. */
        SKIPPED
    }

    /**
     * Why a test is not green.
     *
     * @param type the id of what is wrong; may be empty
     * @param message in one line
     * @param detail in any number of lines; may be empty
     */
    public record Reason(Kind kind, String type, String message, String detail) {}

    /**
     * One test.
     *
     * @param group what build servers list it under, in the place of a class
     * @param reason why it is not green; empty for one that passed
     * @param time how long it took, if that was measured
     */
    public record Test(String group, String name, Optional<Reason> reason, Optional<Duration> time) {

        /** A test whose time nobody measured. */
        public Test(String group, String name, Optional<Reason> reason) {
            this(group, name, reason, Optional.empty());
        }

        /** A test that passed. */
        public static Test passed(String group, String name) {
            return new Test(group, name, Optional.empty());
        }
    }

    /**
     * Tests that belong together.
     *
     * @param started when they began, if that is known
     * @param properties what they were judged by, such as digests, in order
     * @param output what else there is to say, in any number of lines; may be empty
     */
    public record Suite(
            String name, Optional<Instant> started, Map<String, String> properties, List<Test> tests, String output) {

        /** Copies the collections. */
        public Suite {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
            tests = List.copyOf(tests);
        }
    }

    /**
     * The document, in UTF-8.
     *
     * @param name of all suites together; may be empty
     * @param time how long all took; when it is empty, the time of the tests is added up
     */
    public static byte[] of(String name, Optional<Duration> time, List<Suite> suites) {
        try {
            JUnitXml report = new JUnitXml();
            report.write(name, time, suites);
            return report.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory cannot be written", e);
        }
    }

    private void write(String name, Optional<Duration> time, List<Suite> suites) throws XMLStreamException {
        List<Test> all =
                suites.stream().flatMap(suite -> suite.tests().stream()).toList();
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites", 0);
        if (!name.isEmpty()) {
            attribute("name", name);
        }
        counts(all);
        time(time.or(() -> sum(all)));
        for (Suite suite : suites) {
            suite(suite);
        }
        end(0);
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(Suite suite) throws XMLStreamException {
        start("testsuite", 1);
        attribute("name", suite.name());
        counts(suite.tests());
        time(sum(suite.tests()));
        if (suite.started().isPresent()) {
            attribute(
                    "timestamp",
                    suite.started().get().truncatedTo(ChronoUnit.MILLIS).toString());
        }
        properties(suite.properties());
        Map<String, Integer> seen = new HashMap<>();
        for (Test test : suite.tests()) {
            int number = seen.merge(test.group() + "\n" + test.name(), 1, Integer::sum);
            test(test, number == 1 ? test.name() : test.name() + " (" + number + ")");
        }
        if (!suite.output().isEmpty()) {
            start("system-out", 2);
            xml.writeCharacters(lines(suite.output()));
            xml.writeEndElement();
        }
        end(1);
    }

    private void properties(Map<String, String> properties) throws XMLStreamException {
        if (properties.isEmpty()) {
            return;
        }
        start("properties", 2);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            start("property", 3);
            attribute("name", property.getKey());
            attribute("value", property.getValue());
            xml.writeEndElement();
        }
        end(2);
    }

    private void test(Test test, String name) throws XMLStreamException {
        start("testcase", 2);
        attribute("name", name);
        attribute("classname", test.group());
        time(test.time());
        if (test.reason().isPresent()) {
            Reason reason = test.reason().get();
            start(reason.kind().name().toLowerCase(Locale.ROOT), 3);
            attribute("message", reason.message());
            if (!reason.type().isEmpty()) {
                attribute("type", reason.type());
            }
            xml.writeCharacters(lines(reason.detail()));
            xml.writeEndElement();
            end(2);
        } else {
            xml.writeEndElement();
        }
    }

    private void counts(List<Test> tests) throws XMLStreamException {
        attribute("tests", Integer.toString(tests.size()));
        attribute("failures", count(Kind.FAILURE, tests));
        attribute("errors", count(Kind.ERROR, tests));
        attribute("skipped", count(Kind.SKIPPED, tests));
    }

    private static String count(Kind kind, List<Test> tests) {
        return Long.toString(tests.stream()
                .flatMap(test -> test.reason().stream())
                .filter(reason -> reason.kind() == kind)
                .count());
    }

    private static Optional<Duration> sum(List<Test> tests) {
        return tests.stream().flatMap(test -> test.time().stream()).reduce(Duration::plus);
    }

    /** In seconds. */
    private void time(Optional<Duration> time) throws XMLStreamException {
        if (time.isPresent()) {
            attribute("time", BigDecimal.valueOf(time.get().toMillis(), 3).toPlainString());
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, VisibleText.of(value));
    }

    private static String lines(String text) {
        return text.lines().map(VisibleText::of).collect(Collectors.joining("\n"));
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
