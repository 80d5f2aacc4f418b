package org.tongwen.app;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.VisibleText;

/** Writes verdicts in the XML form of JUnit: a suite for each file, in it a test of the definition and one of each rule. */
final class VerdictJUnit {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private VerdictJUnit() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static byte[] of(List<FileVerdict> verdicts) {
        try {
            VerdictJUnit report = new VerdictJUnit();
            report.write(verdicts);
            return report.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory cannot be written", e);
        }
    }

    private void write(List<FileVerdict> verdicts) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        for (FileVerdict verdict : verdicts) {
            suite(verdict);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(FileVerdict verdict) throws XMLStreamException {
        List<RuleVerdict> rules =
                verdict.rules().map(profiled -> profiled.judgement().verdicts()).orElse(List.of());
        List<Finding> ofDefinition = verdict.findings().stream()
                .filter(finding ->
                        rules.stream().noneMatch(rule -> rule.rule().id().equals(finding.id())))
                .toList();
        boolean broken = Finding.anyError(ofDefinition);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", verdict.file());
        attribute("tests", Integer.toString(rules.size() + 1));
        attribute("failures", Long.toString(count(rules, RuleOutcome.FAIL) + (broken ? 1 : 0)));
        attribute("errors", Long.toString(count(rules, RuleOutcome.ERROR)));
        attribute("skipped", Long.toString(skipped(rules)));
        test("definition", verdict.file());
        if (broken) {
            element("failure", "not valid", FindingText.lines(ofDefinition));
        }
        xml.writeEndElement();
        for (RuleVerdict rule : rules) {
            test(rule.rule().id(), verdict.file());
            outcome(rule);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static long count(List<RuleVerdict> rules, RuleOutcome outcome) {
        return rules.stream().filter(rule -> rule.outcome() == outcome).count();
    }

    private static long skipped(List<RuleVerdict> rules) {
        return count(rules, RuleOutcome.NOT_RUN) + count(rules, RuleOutcome.NOT_APPLICABLE);
    }

    private void test(String name, String group) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", group);
    }

    private void outcome(RuleVerdict rule) throws XMLStreamException {
        switch (rule.outcome()) {
            case PASS -> {}
            case FAIL ->
                element(
                        "failure",
                        rule.rule().words(),
                        rule.breaches().stream()
                                .map(breach -> FindingText.line(breach.finding()))
                                .collect(Collectors.joining("\n")));
            case ERROR -> element("error", rule.reason(), "");
            case NOT_RUN, NOT_APPLICABLE -> element("skipped", rule.reason(), "");
        }
    }

    private void element(String name, String message, String detail) throws XMLStreamException {
        xml.writeStartElement(name);
        attribute("message", message);
        xml.writeCharacters(detail.lines().map(VisibleText::of).collect(Collectors.joining("\n")));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, VisibleText.of(value));
    }
}
