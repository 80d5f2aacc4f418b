package org.tongwen.conformance.report;

import org.tongwen.conformance.run.RequirementResult;

/** Names of places in the page. */
final class Anchor {

    private Anchor() {}

    static String of(RequirementResult result) {
        return of(result.requirement().id());
    }

    static String of(String requirement) {
        return "r-" + requirement.replaceAll("[^A-Za-z0-9.-]", "_");
    }
}
