package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongwen.xsd.message.Node;

/**
 * An amount of money.
 *
 * @param amount how much
 * @param currency of what
 */
record Money(BigDecimal amount, String currency) {

    /** What an element with the attribute {@code Ccy} holds. */
    static Money of(Node element) {
        return new Money(
                new BigDecimal(element.text().strip()), element.attribute("Ccy").orElse(""));
    }

    /** The two together; empty when they are of different currencies. */
    Optional<Money> plus(Money other) {
        return currency.equals(other.currency)
                ? Optional.of(new Money(amount.add(other.amount), currency))
                : Optional.empty();
    }

    /** Whether it is as much, of the same currency. */
    boolean isSameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    /** Whether it is more than the other, which is of the same currency. */
    boolean isMoreThan(Money other) {
        return amount.compareTo(other.amount) > 0;
    }
}
