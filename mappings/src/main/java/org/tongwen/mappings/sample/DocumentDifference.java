package org.tongwen.mappings.sample;

import org.tongwen.mappings.plan.Plan;

/** What differs in meaning between a document and what came back of it, in the unified form, with the document's own line numbers. */
public final class DocumentDifference {

    private DocumentDifference() {}

    /** Between two documents of an institution; empty when they mean the same. */
    public static String institution(Plan plan, byte[] document, byte[] back) {
        return difference(document, back, Reading.of(plan.mediaType(), plan::read));
    }

    /** Between two ISO messages; empty when they mean the same. */
    public static String iso(byte[] document, byte[] back) {
        return difference(document, back, Reading::xml);
    }

    private static String difference(byte[] document, byte[] back, Reading reading) {
        return Difference.of("the document", reading.lines(document), "what came back", reading.lines(back));
    }
}
