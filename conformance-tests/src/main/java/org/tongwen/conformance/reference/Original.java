package org.tongwen.conformance.reference;

/**
 * How a later message refers to the transfer that it is about: what the transfer said of itself, character for character.
 *
 * @param message MsgId of the message that held it
 * @param definition identifier of that message's definition
 * @param created CreDtTm of that message
 * @param instruction InstrId
 * @param endToEnd EndToEndId
 * @param transaction TxId
 * @param uetr UETR
 */
record Original(
        String message,
        String definition,
        String created,
        String instruction,
        String endToEnd,
        String transaction,
        String uetr) {

    /** What a pacs.008, pain.001 or pain.013 says of its transfer. */
    static Original of(Received received, String transfer) {
        return new Original(
                received.text("GrpHdr/MsgId"),
                received.id(),
                received.text("GrpHdr/CreDtTm"),
                received.text(transfer + "/PmtId/InstrId"),
                received.text(transfer + "/PmtId/EndToEndId"),
                received.text(transfer + "/PmtId/TxId"),
                received.text(transfer + "/PmtId/UETR"));
    }

    /** What a pacs.028, camt.056 or pacs.004 says of the transfer that it asks about. */
    static Original named(Received received, String transaction) {
        return new Original(
                received.text(transaction + "/OrgnlGrpInf/OrgnlMsgId"),
                received.text(transaction + "/OrgnlGrpInf/OrgnlMsgNmId"),
                received.text(transaction + "/OrgnlGrpInf/OrgnlCreDtTm"),
                received.text(transaction + "/OrgnlInstrId"),
                received.text(transaction + "/OrgnlEndToEndId"),
                received.text(transaction + "/OrgnlTxId"),
                received.text(transaction + "/OrgnlUETR"));
    }

    /** The same with another UETR. */
    Original uetr(String other) {
        return new Original(message, definition, created, instruction, endToEnd, transaction, other);
    }

    /** The same in another message. */
    Original message(String other) {
        return new Original(other, definition, created, instruction, endToEnd, transaction, uetr);
    }

    /** Says it in a message between institutions. */
    Draft into(Draft draft, String path) {
        return group(draft, path + "/OrgnlGrpInf")
                .set(path + "/OrgnlInstrId", instruction)
                .set(path + "/OrgnlEndToEndId", endToEnd)
                .set(path + "/OrgnlTxId", transaction)
                .set(path + "/OrgnlUETR", uetr);
    }

    /** Says which message it was. */
    Draft group(Draft draft, String path) {
        return draft.set(path + "/OrgnlMsgId", message)
                .set(path + "/OrgnlMsgNmId", definition)
                .set(path + "/OrgnlCreDtTm", created);
    }
}
