package org.tongwen.rules.pack;

import java.util.Locale;

/** What came of a rule. Only the first and the third are green. */
public enum RuleOutcome {
    /** It was asked, and held each time. */
    PASS,
    /** It was broken. */
    FAIL,
    /** The message has nothing that it speaks of. */
    NOT_APPLICABLE,
    /** It could not be checked here, for a reason that is known beforehand. */
    NOT_RUN,
    /** It failed to run. The whole judgement counts for nothing. */
    ERROR;

    /** As reports write it: {@code not applicable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Of two that a rule has in two parts of a message, the heavier counts. */
    int weight() {
        return switch (this) {
            case NOT_APPLICABLE -> 0;
            case PASS -> 1;
            case NOT_RUN -> 2;
            case FAIL -> 3;
            case ERROR -> 4;
        };
    }
}
