package org.tongwen.rules;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * The number of transactions and their sum, as the group header and the payment information state them, are those that follow. The
 * transactions of one message are counted as they come, so that none has to be kept.
 */
final class GroupTotals {

    /** What the sum of a message adds up, by the message's business function. */
    private enum Kind {
        INITIATION("CdtTrfTxInf", "Amt/InstdAmt"),
        DEBIT_INITIATION("DrctDbtTxInf", "InstdAmt"),
        TRANSFER("CdtTrfTxInf", "IntrBkSttlmAmt"),
        DEBIT("DrctDbtTxInf", "IntrBkSttlmAmt"),
        RETURN("TxInf", "RtrdIntrBkSttlmAmt");

        private final String transaction;
        private final String amount;

        Kind(String transaction, String amount) {
            this.transaction = transaction;
            this.amount = amount;
        }
    }

    /** By message and business function; all versions of one have the same. */
    private static final Map<String, Kind> KINDS = Map.of(
            "pain.001.001", Kind.INITIATION,
            "pain.008.001", Kind.DEBIT_INITIATION,
            "pacs.008.001", Kind.TRANSFER,
            "pacs.009.001", Kind.TRANSFER,
            "pacs.003.001", Kind.DEBIT,
            "pacs.004.001", Kind.RETURN);

    private static final int FUNCTION = "pacs.008.001".length();
    private static final String GROUP = "PmtInf";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,20})?");

    /** Transactions so far; their sum irrespective of currencies, unless an amount is missing or no number. */
    private record Total(long count, Optional<BigDecimal> sum) {

        static final Total NOTHING = new Total(0, Optional.of(BigDecimal.ZERO));

        Total add(Total other) {
            return new Total(count + other.count, sum.flatMap(one -> other.sum.map(one::add)));
        }
    }

    private final Optional<Kind> kind;
    private final List<Finding> findings;
    private boolean broken;
    private final Map<Node, Total> open = new IdentityHashMap<>();

    GroupTotals(MessageDefinition message, List<Finding> findings) {
        this.kind = kind(message.id());
        this.findings = findings;
    }

    /** Counts a transaction, or closes a group whose transactions were all counted; what else there is means nothing. */
    void add(Node part) {
        if (broken || kind.isEmpty()) {
            return;
        }
        Kind counted = kind.get();
        if (part.name().equals(counted.transaction)) {
            Optional<BigDecimal> amount = part.find(counted.amount).flatMap(GroupTotals::number);
            count(part, new Total(1, amount));
        } else if (part.name().equals(GROUP)) {
            Total total = open.getOrDefault(part, Total.NOTHING);
            open.remove(part);
            check(part, total);
            count(part, total);
        }
    }

    /** Counts no more: the document could not be read to its end. */
    void breakOff() {
        broken = true;
    }

    /** Compares what the group header of a message says with what was counted. */
    void end(Node root) {
        if (kind.isPresent() && !broken) {
            for (Node body : root.children()) {
                body.child("GrpHdr").ifPresent(header -> check(header, open.getOrDefault(body, Total.NOTHING)));
            }
        }
    }

    private void count(Node part, Total total) {
        part.parent().ifPresent(group -> open.merge(group, total, Total::add));
    }

    private static Optional<Kind> kind(String id) {
        return Optional.ofNullable(KINDS.get(id.substring(0, Math.min(id.length(), FUNCTION))));
    }

    private void check(Node stated, Total total) {
        // The return of a whole group repeats no transaction; rules of the standard look at its number.
        boolean isReturn = kind.filter(Kind.RETURN::equals).isPresent();
        if (!isReturn) {
            checkNumber(stated, total);
        }
        if (!isReturn || total.count() > 0) {
            checkSum(stated, total);
        }
    }

    private void checkNumber(Node stated, Total total) {
        stated.child("NbOfTxs")
                .filter(number -> COUNT.matcher(number.text()).matches())
                .filter(number -> Long.parseLong(number.text()) != total.count())
                .ifPresent(number -> findings.add(Finding.error(
                                "iso.NbOfTxs",
                                number.place(),
                                "NbOfTxs is not the number of transactions, " + total.count())
                        .value(number.text())));
    }

    private void checkSum(Node stated, Total total) {
        stated.child("CtrlSum")
                .filter(given -> number(given)
                        .filter(value -> total.sum()
                                .filter(sum -> value.compareTo(sum) != 0)
                                .isPresent())
                        .isPresent())
                .ifPresent(given -> findings.add(Finding.error(
                                "iso.CtrlSum",
                                given.place(),
                                "CtrlSum is not the sum of the amounts, "
                                        + total.sum()
                                                .map(BigDecimal::toPlainString)
                                                .orElse(""))
                        .value(given.text())));
    }

    private static Optional<BigDecimal> number(Node node) {
        String text = Blanks.strip(node.text());
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
