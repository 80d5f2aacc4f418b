package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.conversation.Samples.PAID;
import static org.tongwen.routes.conversation.Samples.SECOND;
import static org.tongwen.routes.conversation.Samples.UETR;
import static org.tongwen.routes.conversation.Samples.batchStatus;
import static org.tongwen.routes.conversation.Samples.ofTheGroup;
import static org.tongwen.routes.conversation.Samples.ofTheSecond;
import static org.tongwen.routes.conversation.Samples.one;
import static org.tongwen.routes.conversation.Samples.order;
import static org.tongwen.routes.conversation.Samples.original;
import static org.tongwen.routes.conversation.Samples.payment;
import static org.tongwen.routes.conversation.Samples.returned;
import static org.tongwen.routes.conversation.Samples.returnedWhole;
import static org.tongwen.routes.conversation.Samples.twice;
import static org.tongwen.routes.conversation.Samples.two;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;
import org.tongwen.xsd.finding.Finding;

/** What answers say of the transactions of their originals, whatever they call them, and what that means. */
class TransactionsOfAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String WHOLE = "48250.75";
    private static final String TRANSACTION = "TxInfAndSts";

    private final MemoryJournal journal = new MemoryJournal();
    private final TestHubSide hub = new TestHubSide(journal, Clock.fixed(NOW, ZoneOffset.UTC));

    private Correlated sent(String xml) {
        return hub.send("jinhe", "nordland", xml);
    }

    private String answered(String xml) {
        return hub.send("nordland", "jinhe", xml).outcome().word();
    }

    private boolean isAnswered(Correlated payment) {
        return journal.events(payment.id()).contains(Event.ANSWERED);
    }

    private static String andAnother(String xml, String other, String element) {
        return twice(xml, element, one(other, element));
    }

    @Test
    void twoReturnsInOneMessageThatGiveBackMoreThanWasPaidAreHeld() {
        sent(payment());

        assertThat(answered(andAnother(returned("RTR-A", WHOLE), returned("RTR-B", WHOLE), "TxInf")))
                .isEqualTo("contradicting");
        assertThat(answered(andAnother(returned("RTR-A", WHOLE), returned("RTR-A", WHOLE), "TxInf")))
                .as("under one number it is as much")
                .isEqualTo("contradicting");
        assertThat(answered(andAnother(returned("RTR-A", "48000.00"), returned("RTR-B", "250.75"), "TxInf")))
                .isEqualTo("answer");
        assertThat(answered(returned("RTR-C", "0.01"))).isEqualTo("contradicting");
    }

    @Test
    void aReturnThatComesAgainBesideANewOneCountsOnce() {
        sent(payment());
        answered(returned("RTR-A", "20000.00"));

        answered(andAnother(returned("RTR-A", "20000.00"), returned("RTR-B", "20000.00"), "TxInf"));

        assertThat(answered(returned("RTR-C", "8250.75"))).isEqualTo("answer");
        assertThat(answered(returned("RTR-D", "0.01"))).isEqualTo("contradicting");
    }

    @Test
    void doneAndRefusedInOneMessageIsHeld() {
        Correlated payment = sent(payment());

        assertThat(answered(andAnother(hub.status("ACSC"), hub.status("RJCT"), TRANSACTION)))
                .isEqualTo("contradicting");
        assertThat(answered(andAnother(hub.status("RJCT"), hub.status("ACSC"), TRANSACTION)))
                .isEqualTo("contradicting");
        assertThat(isAnswered(payment)).isFalse();
    }

    @Test
    void aReturnWithoutTransactionsGivesBackAll() {
        Correlated payment = sent(payment());

        assertThat(answered(returnedWhole("BACK-1", "<GrpRtr>true</GrpRtr>"))).isEqualTo("answer");
        assertThat(isAnswered(payment)).isTrue();
        assertThat(answered(returnedWhole("BACK-1", "<GrpRtr>true</GrpRtr>"))).isEqualTo("repeated");
        assertThat(answered(returnedWhole("BACK-2", "<GrpRtr>true</GrpRtr>"))).isEqualTo("contradicting");
        assertThat(answered(returned("RTR-A", "1.00"))).isEqualTo("contradicting");
    }

    @Test
    void aReturnWithoutTransactionsCountsByItsTotal() {
        sent(payment());
        String total = "<GrpRtr>true</GrpRtr><TtlRtrdIntrBkSttlmAmt Ccy=\"USD\">%s</TtlRtrdIntrBkSttlmAmt>";

        assertThat(answered(returnedWhole("BACK-1", total.formatted("48250.76"))))
                .isEqualTo("contradicting");
        assertThat(answered(returnedWhole("BACK-2", total.formatted("48000.00"))))
                .isEqualTo("answer");
        assertThat(answered(returned("RTR-A", "250.75"))).isEqualTo("answer");
        assertThat(answered(returned("RTR-B", "0.01"))).isEqualTo("contradicting");
    }

    @Test
    void aReturnOfAWholeBatchIsAReturnOfEachTransaction() {
        Correlated payment = sent(two());
        String total = "<GrpRtr>true</GrpRtr><TtlRtrdIntrBkSttlmAmt Ccy=\"USD\">%s</TtlRtrdIntrBkSttlmAmt>";

        assertThat(answered(returnedWhole("BACK-1", total.formatted("96501.51"))))
                .isEqualTo("contradicting");
        assertThat(answered(returnedWhole("BACK-2", total.formatted("96501.50"))))
                .isEqualTo("answer");
        assertThat(isAnswered(payment)).isTrue();
        assertThat(answered(ofTheSecond(returned("RTR-A", "1.00")))).isEqualTo("contradicting");
    }

    @Test
    void aReturnOfAllAfterTheRefusalIsHeld() {
        sent(payment());
        answered(hub.status("RJCT"));

        assertThat(answered(returnedWhole("BACK-1", "<GrpRtr>true</GrpRtr>"))).isEqualTo("contradicting");
    }

    @Test
    void anAnswerThatSaysNothingIsHeld() {
        Correlated payment = sent(payment());
        Correlated silent = hub.send("nordland", "jinhe", hub.status("ACSC").replace("<TxSts>ACSC</TxSts>", ""));
        Correlated unclear = hub.send("nordland", "jinhe", returnedWhole("BACK-1", ""));

        for (Correlated one : List.of(silent, unclear)) {
            assertThat(one.outcome().word()).isEqualTo("silent");
            assertThat(one.outcome().way()).isEqualTo(Outcome.Way.HELD);
            assertThat(one.findings()).extracting(Finding::id).containsExactly("hub.SilentStatus");
        }
        assertThat(journal.events(payment.id())).doesNotContain(Event.PENDING, Event.ANSWERED);
    }

    @Test
    void oneTransactionHasOneHistoryUnderAllItsNames() {
        sent(two());

        assertThat(answered(hub.status("ACSC"))).isEqualTo("answer");
        assertThat(answered(hub.status("ACSC").replaceAll(UETR, ""))).isEqualTo("repeated");
        assertThat(answered(hub.status("RJCT").replaceAll(UETR, ""))).isEqualTo("contradicting");
        assertThat(answered(ofTheSecond(hub.status("RJCT")).replaceAll(UETR, "")))
                .isEqualTo("answer");
        assertThat(answered(ofTheSecond(hub.status("ACSC")))).isEqualTo("contradicting");
    }

    @Test
    void whatWasGivenBackUnderOneNameIsNotGivenBackUnderAnother() {
        sent(two());

        assertThat(answered(returned("RTR-A", WHOLE))).isEqualTo("answer");
        assertThat(answered(returned("RTR-B", WHOLE).replaceAll(UETR, ""))).isEqualTo("contradicting");
        assertThat(answered(ofTheSecond(returned("RTR-C", WHOLE)))).isEqualTo("answer");
    }

    @Test
    void twoAnswersToOneTransactionDoNotAnswerBoth() {
        Correlated payment = sent(two());
        answered(hub.status("ACSC"));
        answered(hub.status("ACCC").replaceAll(UETR, ""));

        assertThat(isAnswered(payment)).isFalse();
        answered(ofTheSecond(hub.status("ACSC")));
        assertThat(isAnswered(payment)).isTrue();
    }

    @Test
    void aTransactionThatTheOriginalDoesNotHoldIsHeld() {
        Correlated payment = sent(two());
        String stranger = hub.status("ACSC")
                .replace(PAID, "33333333-9d3b-4c77-8a21-6e4b0d9f3a52")
                .replace("INV-2026-0815", "NOWHERE");

        assertThat(answered(andAnother(hub.status("ACSC"), stranger, TRANSACTION)))
                .isEqualTo("ambiguous");
        assertThat(journal.events(payment.id())).doesNotContain(Event.PENDING, Event.ANSWERED);
    }

    @Test
    void aNameThatFitsBothTransactionsIsHeld() {
        sent(two());
        String unclear =
                hub.status("ACSC").replaceAll(UETR, "").replaceFirst("<OrgnlEndToEndId>.*?</OrgnlEndToEndId>", "");

        assertThat(unclear).contains("<OrgnlInstrId>SH261120-0017<");
        assertThat(answered(unclear)).isEqualTo("ambiguous");
    }

    @Test
    void namesOfDifferentTransactionsAreHeld() {
        sent(two());

        assertThat(answered(hub.status("ACSC").replace("INV-2026-0815", "INV-2")))
                .isEqualTo("ambiguous");
    }

    @Test
    void aSecondTransactionThatIsOfAnotherPaymentIsHeld() {
        sent(payment());
        hub.send("lakeside", "nordland", ofTheSecond(payment()).replace("SH261120-0017", "SH-OTHER"));

        assertThat(answered(andAnother(hub.status("ACSC"), ofTheSecond(hub.status("RJCT")), TRANSACTION)))
                .isEqualTo("ambiguous");
    }

    @Test
    void aRefusalOfTheGroupContradictsOneTransactionThatIsDone() {
        sent(two());
        answered(hub.status("ACSC"));

        assertThat(answered(ofTheGroup(hub.status("RJCT"), "RJCT"))).isEqualTo("contradicting");
        assertThat(answered(ofTheGroup(hub.status("RJCT"), "ACSC"))).isEqualTo("answer");
    }

    private String withGroup(String group, String transaction) {
        return hub.status(transaction)
                .replaceFirst("<TxInfAndSts>", original("<GrpSts>" + group + "</GrpSts>") + "<TxInfAndSts>")
                .replaceFirst("<OrgnlGrpInf>.*?</OrgnlGrpInf>", "");
    }

    @Test
    void aFinalStatusOfTheGroupCountsForTransactionsThatAreNotListed() {
        Correlated payment = sent(two());

        assertThat(answered(withGroup("RJCT", "RJCT"))).isEqualTo("answer");

        assertThat(isAnswered(payment)).isTrue();
        assertThat(answered(ofTheSecond(hub.status("ACSC")))).isEqualTo("contradicting");
    }

    @Test
    void aStatusOfTheGroupThatIsNotFinalSaysNothingOfTheOthers() {
        Correlated payment = sent(two());

        assertThat(answered(withGroup("PART", "RJCT"))).isEqualTo("answer");
        assertThat(answered(ofTheSecond(hub.status("ACSC")))).isEqualTo("answer");
        assertThat(isAnswered(payment)).isTrue();
        assertThat(answered(withGroup("RJCT", "ACSC"))).isEqualTo("contradicting");
    }

    @Test
    void aTransactionWithoutStatusHasThatOfItsGroup() {
        sent(payment());

        assertThat(answered(withGroup("PDNG", "X").replace("<TxSts>X</TxSts>", "")))
                .isEqualTo("answer");
        assertThat(answered(withGroup("PDNG", "X").replace("<TxSts>X</TxSts>", "")))
                .isEqualTo("repeated");
    }

    @Test
    void aSecondReturnInAnotherCurrencyIsHeld() {
        sent(payment());

        assertThat(answered(returned("RTR-A", "9000.00").replace("Ccy=\"USD\"", "Ccy=\"KWD\"")))
                .isEqualTo("answer");
        assertThat(answered(returned("RTR-B", "9000.00").replace("Ccy=\"USD\"", "Ccy=\"KWD\"")))
                .isEqualTo("contradicting");
        assertThat(answered(returned("RTR-C", "1.00"))).isEqualTo("contradicting");
    }

    @Test
    void batchesOfAnOrderAreAnsweredEachForItself() {
        Correlated order = sent(order());

        assertThat(answered(batchStatus("SH261120-0051", "ACSC"))).isEqualTo("answer");
        assertThat(isAnswered(order)).isFalse();
        assertThat(answered(batchStatus("BATCH-2", "RJCT"))).isEqualTo("answer");
        assertThat(isAnswered(order)).isTrue();
        assertThat(answered(batchStatus("SH261120-0051", "RJCT"))).isEqualTo("contradicting");
        assertThat(answered(batchStatus("BATCH-2", "RJCT"))).isEqualTo("repeated");
        assertThat(answered(batchStatus("BATCH-3", "RJCT"))).isEqualTo("ambiguous");
    }

    @Test
    void aTransactionWithoutStatusHasThatOfItsBatch() {
        sent(order());
        String xml = Iso.xml(
                "pain.002.001.10",
                "</OrgnlGrpInfAndSts>",
                "<GrpSts>PDNG</GrpSts></OrgnlGrpInfAndSts>",
                "<TxInfAndSts>",
                "<PmtInfSts>ACSC</PmtInfSts><TxInfAndSts>",
                "<TxSts>RJCT</TxSts>",
                "",
                "<StsRsnInf>.*?</StsRsnInf>",
                "");

        assertThat(answered(xml)).isEqualTo("answer");
        assertThat(answered(Iso.xml("pain.002.001.10"))).isEqualTo("contradicting");
        assertThat(answered(batchStatus("BATCH-2", "RJCT"))).isEqualTo("answer");
    }

    @Test
    void yesAndNoToOneRequestToDebit() {
        sent(payment());
        Correlated asked = sent(requestToDebit());

        assertThat(answered(debitAuthorisation("B-1", "true"))).isEqualTo("answer");
        assertThat(isAnswered(asked)).isTrue();
        assertThat(answered(debitAuthorisation("B-2", "true"))).isEqualTo("repeated");
        assertThat(answered(debitAuthorisation("B-3", "false"))).isEqualTo("contradicting");
    }

    private static final String PARTIES =
            "<Assgnr><Agt><FinInstnId><BICFI>JINHCNSHXXX</BICFI></FinInstnId></Agt></Assgnr>"
                    + "<Assgne><Agt><FinInstnId><BICFI>NORDUS33XXX</BICFI></FinInstnId></Agt></Assgne>"
                    + "<CreDtTm>2026-11-20T10:30:00+08:00</CreDtTm></Assgnmt><Case><Id>CASE-9</Id>"
                    + "<Cretr><Agt><FinInstnId><BICFI>JINHCNSHXXX</BICFI></FinInstnId></Agt></Cretr></Case>";

    private static String requestToDebit() {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.037.001.09\"><DbtAuthstnReq><Assgnmt><Id>A-1</Id>"
                + PARTIES
                + "<Undrlyg><IntrBk><OrgnlUETR>" + PAID + "</OrgnlUETR><OrgnlIntrBkSttlmAmt Ccy=\"USD\">1.00"
                + "</OrgnlIntrBkSttlmAmt><OrgnlIntrBkSttlmDt>2026-11-19</OrgnlIntrBkSttlmDt></IntrBk></Undrlyg>"
                + "<Dtl><CxlRsn><Cd>AC03</Cd></CxlRsn></Dtl></DbtAuthstnReq></Document>";
    }

    private static String debitAuthorisation(String id, String yes) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.036.001.05\"><DbtAuthstnRspn><Assgnmt><Id>" + id
                + "</Id>" + PARTIES + "<Conf><DbtAuthstn>" + yes + "</DbtAuthstn></Conf></DbtAuthstnRspn></Document>";
    }

    @Test
    void aRecallOfAWholeGroupIsDecidedWhenAllThatIsSaidOfItsTransactionsAgrees() {
        Correlated payment = sent(two());
        String whole = Iso.xml(
                "camt.056.001.08",
                "<TxInf>.*</TxInf>",
                "<OrgnlGrpInfAndCxl><Case><Id>CASE-0071</Id><Cretr><Agt><FinInstnId><BICFI>JINHCNSHXXX</BICFI>"
                        + "</FinInstnId></Agt></Cretr></Case><OrgnlMsgId>SH261120-0017</OrgnlMsgId>"
                        + "<OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId><GrpCxl>true</GrpCxl></OrgnlGrpInfAndCxl>");
        Correlated recall = sent(whole);
        assertThat(recall.conversation()).isEqualTo(payment.id());

        assertThat(answered(resolution("PECR", "ACCR", "RJCR"))).isEqualTo("answer");
        assertThat(isAnswered(recall)).isFalse();
        assertThat(answered(resolution("PECR", "RJCR", "RJCR"))).isEqualTo("answer");
        assertThat(isAnswered(recall)).isTrue();
    }

    private static String resolution(String whole, String first, String second) {
        String xml = Iso.xml(
                "camt.029.001.09",
                UETR,
                "<OrgnlUETR>" + PAID + "</OrgnlUETR><TxCxlSts>" + first + "</TxCxlSts>",
                "CASE-4410",
                "CASE-0071",
                "NY261119-4410",
                "SH261120-0017",
                "RJCR",
                whole);
        String other = one(xml, TRANSACTION).replace(PAID, SECOND).replace("<TxCxlSts>" + first, "<TxCxlSts>" + second);
        return twice(xml, TRANSACTION, other);
    }

    @Test
    void eachAccountThatIsAskedAboutHasAnAnswerOfItsOwn() {
        String question = Iso.xml("acmt.023.001.03");
        String other = one(question, "Vrfctn").replace("V-0023", "V-2");
        Correlated asked = sent(twice(question, "Vrfctn", other));
        String yes = Iso.xml("acmt.024.001.03", "WR261120-0022", "WR261120-0023", "V-0022", "V-0023");
        String no = one(yes, "Rpt").replace("V-0023", "V-2").replace("true", "false");

        assertThat(answered(yes)).isEqualTo("answer");
        assertThat(isAnswered(asked)).isFalse();
        assertThat(answered(twice(yes, "Rpt", no))).isEqualTo("answer");
        assertThat(isAnswered(asked)).isTrue();
        assertThat(answered(yes.replace(">true<", ">false<"))).isEqualTo("contradicting");
    }

    @Test
    void investigationsAreAnsweredByWhatTheirAnswersAre() {
        assertThat(new Codes("camt.031").verdict("NFND")).isEqualTo(News.Verdict.REFUSED);
        assertThat(new Codes("camt.034").verdict("camt.034")).isEqualTo(News.Verdict.DONE);
        assertThat(new Codes("camt.039").verdict("INVE")).isEqualTo(News.Verdict.PENDING);
        assertThat(new Codes("camt.111").verdict("CLSD")).isEqualTo(News.Verdict.DONE);
        assertThat(new Codes("pain.012").verdict("true false")).isEqualTo(News.Verdict.PENDING);
        assertThat(new Codes("camt.029").verdict("PACR")).isEqualTo(News.Verdict.PENDING);
    }
}
