package org.tongwen.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.JUnitXml;

/**
 * Writes verdicts in the XML form of JUnit: a suite for each file, in it a test of the definition and one of each rule. What rules were asked
 * stands in the suite's properties.
 */
final class VerdictJUnit {

    private VerdictJUnit() {}

    static byte[] of(List<FileVerdict> verdicts) {
        return JUnitXml.of(
                "", Optional.empty(), verdicts.stream().map(VerdictJUnit::suite).toList());
    }

    private static JUnitXml.Suite suite(FileVerdict verdict) {
        List<RuleVerdict> rules =
                verdict.rules().map(profiled -> profiled.judgement().verdicts()).orElse(List.of());
        List<Finding> ofDefinition = verdict.findings().stream()
                .filter(finding ->
                        rules.stream().noneMatch(rule -> rule.rule().id().equals(finding.id())))
                .toList();
        Stream<JUnitXml.Test> ofRules = rules.stream()
                .map(rule -> new JUnitXml.Test(verdict.file(), rule.rule().id(), reason(rule)));
        return new JUnitXml.Suite(
                verdict.file(),
                Optional.empty(),
                verdict.judgedBy(),
                Stream.concat(Stream.of(definition(verdict, ofDefinition)), ofRules)
                        .toList(),
                "");
    }

    private static JUnitXml.Test definition(FileVerdict verdict, List<Finding> findings) {
        Optional<Finding> first = findings.stream()
                .filter(finding -> Finding.anyError(List.of(finding)))
                .findFirst();
        JUnitXml.Kind kind = verdict.kind().isJudged() ? JUnitXml.Kind.FAILURE : JUnitXml.Kind.ERROR;
        return new JUnitXml.Test(
                verdict.file(),
                "definition",
                first.map(
                        error -> new JUnitXml.Reason(kind, error.id(), error.message(), FindingText.lines(findings))));
    }

    private static Optional<JUnitXml.Reason> reason(RuleVerdict rule) {
        String id = rule.rule().id();
        return switch (rule.outcome()) {
            case PASS -> Optional.empty();
            case FAIL ->
                Optional.of(new JUnitXml.Reason(
                        JUnitXml.Kind.FAILURE,
                        id,
                        rule.rule().words(),
                        rule.breaches().stream()
                                .map(breach -> FindingText.line(breach.finding()))
                                .collect(Collectors.joining("\n"))));
            case ERROR -> Optional.of(new JUnitXml.Reason(JUnitXml.Kind.ERROR, id, rule.reason(), ""));
            case NOT_RUN, NOT_APPLICABLE ->
                Optional.of(new JUnitXml.Reason(JUnitXml.Kind.SKIPPED, "", rule.reason(), ""));
        };
    }
}
