package org.tongwen.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Elements in the words of people who send payments. */
final class ElementWords {

    private static final Map<String, String> PARTIES = Map.ofEntries(
            Map.entry("Dbtr", "the debtor"),
            Map.entry("Cdtr", "the creditor"),
            Map.entry("UltmtDbtr", "the ultimate debtor"),
            Map.entry("UltmtCdtr", "the ultimate creditor"),
            Map.entry("InitgPty", "the initiating party"),
            Map.entry("DbtrAgt", "the debtor's bank"),
            Map.entry("CdtrAgt", "the creditor's bank"),
            Map.entry("FwdgAgt", "the forwarding bank"),
            Map.entry("InstgAgt", "the sending bank"),
            Map.entry("InstdAgt", "the receiving bank"),
            Map.entry("PrvsInstgAgt1", "the previous instructing bank"),
            Map.entry("PrvsInstgAgt2", "the second previous instructing bank"),
            Map.entry("PrvsInstgAgt3", "the third previous instructing bank"),
            Map.entry("IntrmyAgt1", "the intermediary bank"),
            Map.entry("IntrmyAgt2", "the second intermediary bank"),
            Map.entry("IntrmyAgt3", "the third intermediary bank"),
            Map.entry("InstgRmbrsmntAgt", "the sender's correspondent"),
            Map.entry("InstdRmbrsmntAgt", "the receiver's correspondent"),
            Map.entry("ThrdRmbrsmntAgt", "the third reimbursement bank"),
            Map.entry("ChrgsInf", "the bank that took charges"),
            Map.entry("Invcr", "the invoicer"),
            Map.entry("Invcee", "the invoicee"),
            Map.entry("Ownr", "the account owner"),
            Map.entry("Svcr", "the account servicer"));

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("PstlAdr", "the address"),
            Map.entry("TwnNm", "town"),
            Map.entry("Ctry", "country"),
            Map.entry("PmtId", "the identification of the payment"),
            Map.entry("CdtTrfTxInf", "the payment"),
            Map.entry("InstrId", "instruction identification"),
            Map.entry("IntrBkSttlmDt", "settlement date"),
            Map.entry("DbtrAcct", "account of the debtor"),
            Map.entry("CdtrAcct", "account of the creditor"),
            Map.entry("SplmtryData", "supplementary data"));

    private ElementWords() {}

    static boolean isParty(String element) {
        return PARTIES.containsKey(element);
    }

    /** An element in words with its name; those without words are named as the standard names them. */
    static String of(String element) {
        String words = PARTIES.getOrDefault(element, OTHERS.getOrDefault(element, ""));
        return words.isEmpty() ? element : words + " (" + element + ")";
    }

    /** Several elements. */
    static String and(List<String> elements) {
        return elements.stream().map(ElementWords::of).collect(Collectors.joining(" and "));
    }
}
