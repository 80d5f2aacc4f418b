package org.tongwen.routes.conversation;

import java.util.Set;
import org.tongwen.routes.conversation.News.Verdict;

/**
 * What the codes of statuses mean.
 *
 * @param family of the message that uses them
 */
record Codes(String family) {

    /** Final statuses of payments: settled, or credited to the creditor's account. */
    private static final Set<String> DONE = Set.of("ACSC", "ACCC");

    /** Final refusals: rejected, cancelled, blocked for good. */
    private static final Set<String> REFUSED = Set.of("RJCT", "CANC", "BLCK");

    /** What agrees to a request to pay or a mandate: nothing else follows. */
    private static final Set<String> AGREED = Set.of("ACCP", "ACTC", "ACWC", "ACSC", "ACCC", "ACSP", "true", "1");

    /** What does not agree, beside the refusals. */
    private static final Set<String> DISAGREED = Set.of("false", "0");

    /** Answers to an investigation that another one follows: pending, done in part, or it will be done. */
    private static final Set<String> OPEN = Set.of("PDCR", "PECR", "PACR", "UWFW", "CWFW", "MWFW", "INFO");

    /** Answers to an investigation that refuse what was asked for. */
    private static final Set<String> DENIED =
            Set.of("RJCR", "RJMO", "NINF", "NPMT", "RjctdMod", "DplctOf", "false", "0");

    /** Cases that are closed. */
    private static final Set<String> CLOSED = Set.of("CLSD", "CLOSE");

    Verdict verdict(String code) {
        return switch (family) {
            case "camt.029" -> investigated(code);
            case "camt.031" -> Verdict.REFUSED;
            case "camt.034" -> Verdict.DONE;
            case "camt.039", "camt.111" -> closed(code);
            case "camt.036", "pain.014", "pain.012", "acmt.024" -> agreed(code);
            default -> settled(code);
        };
    }

    private static Verdict settled(String code) {
        if (DONE.contains(code)) {
            return Verdict.DONE;
        }
        return REFUSED.contains(code) ? Verdict.REFUSED : Verdict.PENDING;
    }

    private static Verdict agreed(String code) {
        if (AGREED.contains(code)) {
            return Verdict.DONE;
        }
        return REFUSED.contains(code) || DISAGREED.contains(code) ? Verdict.REFUSED : Verdict.PENDING;
    }

    private static Verdict investigated(String code) {
        if (OPEN.contains(code)) {
            return Verdict.PENDING;
        }
        return DENIED.contains(code) ? Verdict.REFUSED : Verdict.DONE;
    }

    private static Verdict closed(String code) {
        if (CLOSED.contains(code)) {
            return Verdict.DONE;
        }
        return code.equals("UKNW") || REFUSED.contains(code) ? Verdict.REFUSED : Verdict.PENDING;
    }
}
