package org.tongwen.conformance.reference;

import java.util.Optional;

/**
 * What is broken in this participant, if anything. The correct participant asks at each place that a variant breaks, so that all of
 * them are one program.
 */
record Faults(Optional<Defect> defect) {

    /** Whether that is broken. */
    boolean has(Defect wanted) {
        return defect.filter(wanted::equals).isPresent();
    }

    /** The reason for a refusal, which a broken participant does not see. */
    Optional<String> unless(Defect wanted, String reason) {
        return has(wanted) ? Optional.empty() : Optional.of(reason);
    }

    /** The reason for a refusal as it is told. */
    String reason(String right) {
        if (has(Defect.CONFUSES_REASONS) && right.equals("AC01")) {
            return "MS03";
        }
        return has(Defect.CONFUSES_PROXY_REASONS) && right.equals("BE23") ? "AC01" : right;
    }
}
