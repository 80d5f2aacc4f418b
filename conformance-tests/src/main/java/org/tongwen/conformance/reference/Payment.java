package org.tongwen.conformance.reference;

import java.util.Optional;

/** One payment that came in or went out, and what became of it. */
final class Payment {

    private final Received transfer;
    private final String partner;
    private final Optional<Received> order;
    private Decision decision = Decision.PENDING;
    private Money returned;
    private Optional<byte[]> answer = Optional.empty();
    private boolean reportedPending;
    private boolean askedAfter;

    /**
     * Begins with the transfer.
     *
     * @param transfer the pacs.008, or the pain.001 of a wallet
     * @param partner BIC of the institution on the other side
     * @param order the customer's order, if one led to the transfer
     */
    Payment(Received transfer, String partner, Optional<Received> order) {
        this.transfer = transfer;
        this.partner = partner;
        this.order = order;
        this.returned = Money.of("0", money().currency());
    }

    Received transfer() {
        return transfer;
    }

    String partner() {
        return partner;
    }

    Optional<Received> order() {
        return order;
    }

    String uetr() {
        return original().uetr();
    }

    Original original() {
        return Original.of(transfer, path());
    }

    Money money() {
        return transfer.money(path() + "/IntrBkSttlmAmt")
                .or(() -> transfer.money(path() + "/Amt/InstdAmt"))
                .orElseThrow();
    }

    /** Whether another message asks for the very same payment; ids and times of the message itself may differ. */
    boolean isSame(Received other) {
        return transfer.from().equals(other.from()) && content(transfer, path()).equals(content(other, path()));
    }

    /** What a message asks for, beside the ids and times of the message itself. */
    static String content(Received transfer, String path) {
        StringBuilder content = new StringBuilder(transfer.text(path + "/PmtId/EndToEndId"));
        transfer.find(path).stream()
                .flatMap(node -> node.children().stream())
                .filter(part -> !part.name().equals("PmtId") && !part.name().endsWith("Tm"))
                .forEach(part -> content.append(transfer.written(path + "/" + part.name())));
        return content.toString();
    }

    private String path() {
        return transfer.id().startsWith("pacs") ? "CdtTrfTxInf" : "PmtInf/CdtTrfTxInf";
    }

    Decision decision() {
        return decision;
    }

    void decide(Decision made) {
        decision = made;
    }

    /** Notes that the partner says itself that it does not know yet. */
    void reportedPending() {
        reportedPending = true;
    }

    boolean isReportedPending() {
        return reportedPending;
    }

    /** Notes that the partner was silent for so long that it was asked. */
    void askedAfter() {
        askedAfter = true;
    }

    boolean isAskedAfter() {
        return askedAfter;
    }

    /** How much of it went back. */
    Money returned() {
        return returned;
    }

    void giveBack(Money part) {
        returned = returned.plus(part);
    }

    boolean isReturned() {
        return returned.amount().signum() > 0;
    }

    /** The message that told of the decision, as it was sent. */
    Optional<byte[]> answer() {
        return answer;
    }

    void answered(byte[] message) {
        answer = Optional.of(message);
    }
}
