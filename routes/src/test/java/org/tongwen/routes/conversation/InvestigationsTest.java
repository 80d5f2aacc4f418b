package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.conversation.Samples.PAID;
import static org.tongwen.routes.conversation.Samples.SECOND;
import static org.tongwen.routes.conversation.Samples.UETR;
import static org.tongwen.routes.conversation.Samples.one;
import static org.tongwen.routes.conversation.Samples.payment;
import static org.tongwen.routes.conversation.Samples.twice;
import static org.tongwen.routes.conversation.Samples.two;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;

/** What answers to recalls, requests to debit and other investigations say. */
class InvestigationsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
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
