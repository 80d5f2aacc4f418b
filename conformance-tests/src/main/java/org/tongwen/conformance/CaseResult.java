package org.tongwen.conformance;

/**
 * What came of one case.
 *
 * @param name the case
 * @param outcome pass, fail or error
 * @param reason what was expected and what came; empty for a pass
 */
public record CaseResult(String name, Outcome outcome, String reason) {}
