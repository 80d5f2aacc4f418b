package org.tongwen.conformance.report;

import java.util.List;
import java.util.function.Consumer;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.RequirementResult;

/** Names of places in the page. */
final class Anchor {

    private static final int LONGEST = 100;

    private Anchor() {}

    /** Of what is told of a failure. */
    static String ofFailure(RequirementResult result) {
        return "failure-" + name(result);
    }

    /** Of the line in the table of all requirements. */
    static String ofLine(RequirementResult result) {
        return "requirement-" + name(result);
    }

    /** A link to the place that tells most. */
    static void link(RequirementResult result, Html page) {
        Standing standing = Standing.of(result);
        boolean told = standing == Standing.FAIL || standing == Standing.ERROR;
        page.raw("<a class=\"id\" href=\"#" + (told ? ofFailure(result) : ofLine(result)) + "\">")
                .text(result.requirement().id())
                .raw("</a>");
    }

    /** Links to many, folded up when they would fill the page. */
    static void links(List<RequirementResult> results, Consumer<RequirementResult> link, Html page) {
        boolean many = results.size() > Limits.NAMES;
        page.raw(many ? "<details><summary>" + results.size() + " requirements</summary>" : "");
        for (int i = 0; i < results.size(); i++) {
            page.raw(i == 0 ? "" : ", ");
            link.accept(results.get(i));
        }
        page.raw(many ? "</details>" : "");
    }

    private static String name(RequirementResult result) {
        String id = result.requirement().id();
        return id.substring(0, Math.min(id.length(), LONGEST)).replaceAll("[^A-Za-z0-9.-]", "_");
    }
}
