package org.tongwen.routes.screen;

import java.math.BigDecimal;
import org.tongwen.xsd.message.Node;

/**
 * One payment of a message, as far as checks look at it.
 *
 * @param node the transaction
 * @param debtor the account that is to be debited, or what stands for it
 * @param creditor the account that is to be credited, or what stands for it
 * @param amount how much
 * @param currency of what
 */
record Payment(Node node, String debtor, String creditor, BigDecimal amount, String currency) {

    /** What it has in common with a payment that may be the same one. */
    String likeness() {
        return String.join("\n", debtor, creditor, amount.stripTrailingZeros().toPlainString(), currency);
    }
}
