package org.tongwen.routes.conversation;

/** Payments of one and of two transactions, and what is said of them. */
final class Samples {

    /** The UETR of the payment, and of the first of two. */
    static final String PAID = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    /** The UETR of the second of two. */
    static final String SECOND = "22222222-9d3b-4c77-8a21-6e4b0d9f3a52";

    /** The UETR in an answer. */
    static final String UETR = "<OrgnlUETR>[^<]*</OrgnlUETR>";

    private Samples() {}

    static String payment() {
        return Iso.xml("pacs.008.001.08");
    }

    /** Of two transactions of the same amount. */
    static String two() {
        String second = one(payment(), "CdtTrfTxInf").replace(PAID, SECOND).replace("INV-2026-0815", "INV-2");
        return twice(payment(), "CdtTrfTxInf", second).replace("<NbOfTxs>1<", "<NbOfTxs>2<");
    }

    /** An order of two batches of one transaction each. */
    static String order() {
        String order = Iso.xml("pain.001.001.09");
        String second = one(order, "PmtInf")
                .replaceAll("<PmtInfId>[^<]*<", "<PmtInfId>BATCH-2<")
                .replaceAll("<UETR>[^<]*<", "<UETR>" + SECOND + "<")
                .replaceAll("<EndToEndId>[^<]*<", "<EndToEndId>INV-2<");
        return twice(order, "PmtInf", second);
    }

    /** What becomes of a batch of an order. */
    static String batchStatus(String batch, String code) {
        return Iso.xml(
                "pain.002.001.10",
                "<TxInfAndSts>.*</TxInfAndSts>",
                "<PmtInfSts>" + code + "</PmtInfSts>",
                "<OrgnlPmtInfId>[^<]*<",
                "<OrgnlPmtInfId>" + batch + "<");
    }

    /** A return of the payment, or of the first of two transactions. */
    static String returned(String id, String amount) {
        return Iso.xml(
                "pacs.004.001.09",
                UETR,
                "<OrgnlUETR>" + PAID + "</OrgnlUETR>",
                "NY261119-4410",
                "SH261120-0017",
                "NY261119-4410",
                "SH261120-0017",
                "ORDER-5521",
                "INV-2026-0815",
                "RTR-0031",
                id,
                "(<RtrdIntrBkSttlmAmt Ccy=\"USD\">)1250.00",
                "$1" + amount,
                "(<RtrdInstdAmt Ccy=\"USD\">)1250.00",
                "$1" + amount);
    }

    /** A return of a whole payment that lists no transactions. */
    static String returnedWhole(String id, String header) {
        return returned("none", "1.00")
                .replaceFirst("(?s)<TxInf>.*</TxInf>", original(""))
                .replace("OrgnlGrpInfAndSts", "OrgnlGrpInf")
                .replace("<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>1</NbOfTxs>" + header)
                .replace("SH261120-0031", id);
    }

    /** The payment as an answer names it as a whole, with a status. */
    static String original(String status) {
        return "<OrgnlGrpInfAndSts><OrgnlMsgId>SH261120-0017</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId>"
                + status + "</OrgnlGrpInfAndSts>";
    }

    /** A status with another one in place of its transactions. */
    static String ofTheGroup(String xml, String code) {
        return xml.replaceFirst("(?s)<TxInfAndSts>.*</TxInfAndSts>", original("<GrpSts>" + code + "</GrpSts>"));
    }

    /** The element of that name, the last one. */
    static String one(String xml, String element) {
        return xml.replaceFirst("(?s).*(<" + element + ">.*</" + element + ">).*", "$1");
    }

    /** A message with another element of that name behind the first. */
    static String twice(String xml, String element, String second) {
        return xml.replaceFirst("</" + element + ">", "</" + element + ">" + second.replace("$", "\\$"));
    }

    /** A message with the element of that name of another behind its own. */
    static String andAnother(String xml, String other, String element) {
        return twice(xml, element, one(other, element));
    }

    /** A status or return of the second transaction in place of the first. */
    static String ofTheSecond(String xml) {
        return xml.replace(PAID, SECOND).replace("INV-2026-0815", "INV-2");
    }
}
