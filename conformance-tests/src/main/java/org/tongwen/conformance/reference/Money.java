package org.tongwen.conformance.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount and its currency; the amount keeps the decimals that were written. */
record Money(BigDecimal amount, String currency) {

    static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    String text() {
        return amount.toPlainString();
    }

    Money plus(Money other) {
        return new Money(amount.add(other.amount), currency);
    }

    /** The amount without its decimals. */
    Money whole() {
        return new Money(amount.setScale(0, RoundingMode.DOWN), currency);
    }

    boolean isMoreThan(Money other) {
        return amount.compareTo(other.amount) > 0;
    }
}
