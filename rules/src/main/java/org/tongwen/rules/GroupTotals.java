package org.tongwen.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** The number of transactions and their sum, as the group header and the payment information state them, are those that follow. */
final class GroupTotals {

    /** What the sum of a message adds up, by the message's business function. */
    private enum Kind {
        INITIATION("CdtTrfTxInf", "Amt/InstdAmt"),
        TRANSFER("CdtTrfTxInf", "IntrBkSttlmAmt");

        private final String transaction;
        private final String amount;

        Kind(String transaction, String amount) {
            this.transaction = transaction;
            this.amount = amount;
        }
    }

    private GroupTotals() {}

    static List<Finding> check(Message message) {
        Optional<Kind> kind = kind(message.definition().id());
        List<Finding> findings = new ArrayList<>();
        if (kind.isPresent()) {
            for (Node body : message.root().children()) {
                body.child("GrpHdr")
                        .ifPresent(header -> check(header, transactions(body, kind.get()), kind.get(), findings));
                body.children("PmtInf")
                        .forEach(part -> check(
                                part, part.children(kind.get().transaction).toList(), kind.get(), findings));
            }
        }
        return findings;
    }

    private static Optional<Kind> kind(String id) {
        if (id.startsWith("pain.001.001.")) {
            return Optional.of(Kind.INITIATION);
        }
        return id.startsWith("pacs.008.001.") ? Optional.of(Kind.TRANSFER) : Optional.empty();
    }

    private static List<Node> transactions(Node body, Kind kind) {
        return Stream.concat(Stream.of(body), body.children("PmtInf"))
                .flatMap(part -> part.children(kind.transaction))
                .toList();
    }

    private static void check(Node stated, List<Node> transactions, Kind kind, List<Finding> findings) {
        stated.child("NbOfTxs")
                .filter(number -> number.text().matches("[0-9]{1,15}"))
                .filter(number -> Long.parseLong(number.text()) != transactions.size())
                .ifPresent(number -> findings.add(Finding.error(
                                "iso.NbOfTxs",
                                number.place(),
                                "NbOfTxs is not the number of transactions, " + transactions.size())
                        .value(number.text())));
        Optional<BigDecimal> sum = sum(transactions, kind);
        stated.child("CtrlSum")
                .filter(total -> sum.isPresent()
                        && number(total)
                                .filter(value -> value.compareTo(sum.get()) != 0)
                                .isPresent())
                .ifPresent(total -> findings.add(Finding.error(
                                "iso.CtrlSum",
                                total.place(),
                                "CtrlSum is not the sum of the amounts, "
                                        + sum.map(BigDecimal::toPlainString).orElse(""))
                        .value(total.text())));
    }

    /** The sum irrespective of currencies; empty when an amount is missing or no number. */
    private static Optional<BigDecimal> sum(List<Node> transactions, Kind kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Node transaction : transactions) {
            Optional<BigDecimal> amount = transaction.find(kind.amount).flatMap(GroupTotals::number);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(amount.get());
        }
        return Optional.of(sum);
    }

    private static Optional<BigDecimal> number(Node node) {
        String text = Blanks.strip(node.text());
        return text.matches("[+-]?\\d{1,30}(\\.\\d{0,20})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
