package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.conversation.Samples.UETR;
import static org.tongwen.routes.conversation.Samples.andAnother;
import static org.tongwen.routes.conversation.Samples.ofTheSecond;
import static org.tongwen.routes.conversation.Samples.payment;
import static org.tongwen.routes.conversation.Samples.returned;
import static org.tongwen.routes.conversation.Samples.returnedWhole;
import static org.tongwen.routes.conversation.Samples.two;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;

/** How much may be given back, by returns of a transaction or of all. */
class ReturnsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String WHOLE = "48250.75";

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
    void returnsWithoutANumberAreTakenTogether() {
        sent(payment());

        assertThat(answered(returned("NOTPROVIDED", "250.75"))).isEqualTo("answer");
        assertThat(answered(returned("NOTPROVIDED", "40000.00"))).isEqualTo("answer");
        assertThat(answered(returned("NONREF", "4000.00"))).isEqualTo("answer");
        assertThat(answered(returned("NONREF", "4000.00"))).isEqualTo("answer");
        assertThat(answered(returned("NONREF", "0.01"))).isEqualTo("contradicting");
    }

    @Test
    void aReturnOfAnotherAmountUnderTheSameNumberIsNoRepeat() {
        sent(payment());

        assertThat(answered(returned("RTR-A", "250.75"))).isEqualTo("answer");
        assertThat(answered(returned("RTR-A", "250.750"))).isEqualTo("repeated");
        assertThat(answered(returned("RTR-A", "48000.00"))).isEqualTo("answer");
        assertThat(answered(returned("RTR-A", "0.01"))).isEqualTo("contradicting");
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
    void whatWasGivenBackUnderOneNameIsNotGivenBackUnderAnother() {
        sent(two());

        assertThat(answered(returned("RTR-A", WHOLE))).isEqualTo("answer");
        assertThat(answered(returned("RTR-B", WHOLE).replaceAll(UETR, ""))).isEqualTo("contradicting");
        assertThat(answered(ofTheSecond(returned("RTR-C", WHOLE)))).isEqualTo("answer");
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
}
