package org.tongwen.conformance.reference;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Writes pacs.002, the answer to a payment or a return. */
final class StatusReport {

    private static final String TRANSACTION = "TxInfAndSts";
    private static final int SHORT = 16;

    private StatusReport() {}

    /**
     * The report, ready to be sent.
     *
     * @param settlement the day for which the payment or return settles
     */
    static byte[] of(
            Office office, Faults faults, Original original, String settlement, String partner, Decision decision) {
        Draft report = office.document("pacs.002.001.10");
        told(original, faults).into(report, TRANSACTION);
        told(decision, faults).into(report, TRANSACTION);
        if (decision.isSettled()) {
            report.set(TRANSACTION + "/AccptncDtTm", accepted(office, faults))
                    .set(
                            TRANSACTION + "/FctvIntrBkSttlmDt/Dt",
                            faults.has(Defect.SETTLES_ALWAYS_TODAY) ? office.today() : settlement);
        }
        boolean isSwapped = faults.has(Defect.SWAPS_AGENTS);
        report.agent(TRANSACTION + "/InstgAgt", isSwapped ? office.receiver(partner) : office.bic())
                .agent(TRANSACTION + "/InstdAgt", isSwapped ? office.bic() : office.receiver(partner));
        return office.seal(partner, report);
    }

    private static String accepted(Office office, Faults faults) {
        if (faults.has(Defect.REPORTS_STALE_ACCEPTANCE)) {
            return office.in(Duration.ofDays(-3));
        }
        return office.in(faults.has(Defect.REPORTS_FUTURE_ACCEPTANCE) ? Duration.ofHours(1) : Duration.ZERO);
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
