package org.tongwen.mappings.plan;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * What must be known of a long document to translate a few of its items.
 *
 * @param totals values of formulas over the whole list, by the very formula
 * @param placing tells the elements of a message that was written at which positions of the whole message they stand
 */
record Portion(Map<Formula, String> totals, Consumer<BusinessMessage> placing) {

    /** The whole document. */
    static final Portion WHOLE = new Portion(Map.of(), message -> {});

    /** Items that stand at their positions already. */
    static Portion of(Map<Formula, String> totals) {
        return new Portion(totals, message -> {});
    }

    private static final Set<String> OF_THE_WHOLE = Set.of("iso.NbOfTxs", "iso.CtrlSum");

    /** Whether a finding of the rules means something, when they saw no more than this. */
    boolean judges(Finding finding) {
        return this == WHOLE || !OF_THE_WHOLE.contains(finding.id());
    }

    /** Whether a finding on a whole message says more than those on its portions did. */
    static boolean isOfTheWhole(Finding finding) {
        return finding.severity() == Severity.ERROR || OF_THE_WHOLE.contains(finding.id());
    }
}
