package org.tongwen.conformance.report;

import java.util.stream.Collectors;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.RequirementResult;

/** Why a requirement was not tested, without the names of its cases, so that requirements of one reason can stand together. */
final class OpenReason {

    private OpenReason() {}

    static String of(RequirementResult result) {
        String ofCases = result.cases().stream()
                .filter(tried -> tried.outcome() == result.outcome())
                .map(CaseResult::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        return ofCases.isEmpty() ? result.reason() : ofCases;
    }
}
