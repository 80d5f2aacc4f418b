package org.tongwen.conformance.reference;

import java.util.Optional;
import java.util.UUID;

/** Writes pacs.002, the answer to a payment or a return. */
final class StatusReport {

    private static final String TRANSACTION = "TxInfAndSts";
    private static final int SHORT = 16;

    private StatusReport() {}

    /** The report, ready to be sent. */
    static byte[] of(Office office, Faults faults, Original original, String partner, Decision decision) {
        Draft report = office.document("pacs.002.001.10");
        told(original, faults).into(report, TRANSACTION);
        told(decision, faults).into(report, TRANSACTION);
        if (decision.isSettled()) {
            report.set(TRANSACTION + "/AccptncDtTm", office.now());
        }
        report.agent(TRANSACTION + "/InstgAgt", office.bic()).agent(TRANSACTION + "/InstdAgt", partner);
        return office.seal(partner, report);
    }

    private static Original told(Original right, Faults faults) {
        String endToEnd = right.endToEnd();
        boolean isCut = faults.has(Defect.CUTS_REFERENCES) && endToEnd.length() > SHORT;
        return new Original(
                faults.has(Defect.FORGETS_ORIGINAL_MESSAGE) ? "UNKNOWN" : right.message(),
                right.definition(),
                right.created(),
                right.instruction(),
                isCut ? endToEnd.substring(0, SHORT) : endToEnd,
                right.transaction(),
                faults.has(Defect.INVENTS_UETR) ? UUID.randomUUID().toString() : right.uetr());
    }

    private static Decision told(Decision right, Faults faults) {
        boolean isVague = faults.has(Defect.REJECTS_WITHOUT_REASON) && right.isRejected();
        return isVague ? new Decision(right.status(), Optional.empty()) : right;
    }
}
