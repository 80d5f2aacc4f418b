package org.tongwen.routes.screen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** Finds the payments of a message. Messages that order none, such as statuses and returns, have none. */
final class Payments {

    /** Interbank credit transfers and direct debits, and what customers order. */
    private static final Set<String> ORDERS =
            Set.of("pacs.003", "pacs.008", "pacs.009", "pacs.010", "pain.001", "pain.008");

    private static final Set<String> TRANSACTIONS = Set.of("CdtTrfTxInf", "DrctDbtTxInf");
    private static final List<String> AMOUNTS =
            List.of("IntrBkSttlmAmt", "Amt/InstdAmt", "Amt/EqvtAmt/Amt", "InstdAmt");

    /** Which text names an account best; a payment that names none is known by its party. */
    private static final List<String> ACCOUNT = List.of("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Prxy/Id");

    private static final List<String> PARTY = List.of("/FinInstnId/BICFI", "/Nm", "/FinInstnId/Nm", "/Pty/Nm");

    private Payments() {}

    static List<Payment> of(BusinessMessage message) {
        List<Payment> payments = new ArrayList<>();
        String id = message.document().definition().id();
        if (MessageName.family(id).filter(ORDERS::contains).isPresent()) {
            collect(message.document().root(), payments);
        }
        return payments;
    }

    private static void collect(Node node, List<Payment> payments) {
        for (Node child : node.children()) {
            if (TRANSACTIONS.contains(child.name())) {
                payment(child).ifPresent(payments::add);
            } else {
                collect(child, payments);
            }
        }
    }

    private static Optional<Payment> payment(Node transaction) {
        return first(transaction, AMOUNTS.stream())
                .map(amount -> new Payment(
                        transaction,
                        account(transaction, "Dbtr"),
                        account(transaction, "Cdtr"),
                        new BigDecimal(amount.text().strip()),
                        amount.attribute("Ccy").orElse("")));
    }

    /** In customers' orders one side stands above the transactions. */
    private static String account(Node transaction, String side) {
        return side(transaction, side)
                .or(() -> transaction.parent().flatMap(above -> side(above, side)))
                .orElse("");
    }

    private static Optional<String> side(Node node, String side) {
        Stream<String> paths = Stream.concat(ACCOUNT.stream(), PARTY.stream()).map(path -> side + path);
        return first(node, paths).map(found -> found.text().strip());
    }

    private static Optional<Node> first(Node node, Stream<String> paths) {
        return paths.flatMap(path -> node.find(path).stream()).findFirst();
    }
}
