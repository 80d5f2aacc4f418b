package org.tongwen.rules.condition;

import java.math.BigDecimal;
import java.util.Optional;

/** How two values compare. */
public enum Relation {
    /** Both are the same. */
    EQUAL("="),
    /** They differ. */
    DIFFERENT("!="),
    /** The first is smaller. */
    LESS("<"),
    /** The first is not greater. */
    AT_MOST("<="),
    /** The first is greater. */
    GREATER(">"),
    /** The first is not smaller. */
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** As conditions write it. */
    public String sign() {
        return sign;
    }

    /** Texts by their characters, so that dates of one form are in the order of time. */
    boolean holds(String one, String other) {
        return switch (this) {
            case EQUAL -> one.equals(other);
            case DIFFERENT -> !one.equals(other);
            default -> holds(one.compareTo(other));
        };
    }

    /** What is no number differs from every number and is neither smaller nor greater. */
    boolean holds(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent() ? holds(one.get().compareTo(other.get())) : this == DIFFERENT;
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
