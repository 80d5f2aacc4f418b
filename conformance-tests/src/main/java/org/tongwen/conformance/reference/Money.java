package org.tongwen.conformance.reference;

import java.math.BigDecimal;

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

    boolean isMoreThan(Money other) {
        return amount.compareTo(other.amount) > 0;
    }
}
