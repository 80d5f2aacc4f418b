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

    /** What becomes of the amount in a binary number of 64 bits, written with two decimals. */
    Money inDoublePrecision() {
        return new Money(new BigDecimal(amount.doubleValue()).setScale(2, RoundingMode.HALF_EVEN), currency);
    }

    /** The same in 32 bits. */
    Money inSinglePrecision() {
        return new Money(new BigDecimal(amount.floatValue()).setScale(2, RoundingMode.HALF_EVEN), currency);
    }

    /** The sum as binary numbers of 64 bits have it. */
    Money plusInDoublePrecision(Money other) {
        return new Money(new BigDecimal(amount.doubleValue() + other.amount.doubleValue()), currency);
    }

    /** The amount with two decimals, whatever the currency has. */
    Money cents() {
        return new Money(amount.setScale(2, RoundingMode.HALF_EVEN), currency);
    }

    boolean isMoreThan(Money other) {
        return amount.compareTo(other.amount) > 0;
    }
}
