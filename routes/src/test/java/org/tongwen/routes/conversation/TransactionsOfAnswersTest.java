package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.tongwen.routes.conversation.Samples.PAID;
import static org.tongwen.routes.conversation.Samples.UETR;
import static org.tongwen.routes.conversation.Samples.andAnother;
import static org.tongwen.routes.conversation.Samples.batchStatus;
import static org.tongwen.routes.conversation.Samples.ofTheGroup;
import static org.tongwen.routes.conversation.Samples.ofTheSecond;
import static org.tongwen.routes.conversation.Samples.one;
import static org.tongwen.routes.conversation.Samples.order;
import static org.tongwen.routes.conversation.Samples.original;
import static org.tongwen.routes.conversation.Samples.payment;
import static org.tongwen.routes.conversation.Samples.returnedWhole;
import static org.tongwen.routes.conversation.Samples.twice;
import static org.tongwen.routes.conversation.Samples.two;

import java.time.Clock;
import java.time.Duration;
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
    void doneAndRefusedInOneMessageIsHeld() {
        Correlated payment = sent(payment());

        assertThat(answered(andAnother(hub.status("ACSC"), hub.status("RJCT"), TRANSACTION)))
                .isEqualTo("contradicting");
        assertThat(answered(andAnother(hub.status("RJCT"), hub.status("ACSC"), TRANSACTION)))
                .isEqualTo("contradicting");
        assertThat(isAnswered(payment)).isFalse();
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
    void aTransactionThatItsBatchDoesNotHoldIsHeld() {
        sent(order());
        String status = Iso.xml("pain.002.001.10");

        assertThat(answered(status.replaceFirst(UETR, "").replace("INV-2026-0815", "NOWHERE")))
                .isEqualTo("answer");
        assertThat(answered(status.replaceFirst(UETR, "")
                        .replace("INV-2026-0815", "NOWHERE")
                        .replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "")))
                .isEqualTo("ambiguous");
        assertThat(answered(status.replaceFirst("<OrgnlPmtInfId>[^<]*<", "<OrgnlPmtInfId>BATCH-2<")))
                .isEqualTo("ambiguous");
    }

    @Test
    void aReportOfVeryManyTransactionsIsResolvedInNoTimeThatCounts() {
        String payment = one(payment(), "CdtTrfTxInf");
        String status = one(hub.status("ACSC"), TRANSACTION);
        StringBuilder payments = new StringBuilder();
        StringBuilder statuses = new StringBuilder();
        for (int i = 1; i < 3_000; i++) {
            String uetr = "22222222-9d3b-4c77-8a21-%012d".formatted(i);
            payments.append(payment.replace(PAID, uetr).replace("INV-2026-0815", "INV-" + i));
            statuses.append(status.replace(PAID, uetr).replace("INV-2026-0815", "INV-" + i));
        }
        Correlated paid = sent(twice(payment(), "CdtTrfTxInf", payments.toString()));

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(answered(twice(hub.status("ACSC"), TRANSACTION, statuses.toString())))
                        .isEqualTo("answer"));
        assertThat(isAnswered(paid)).isTrue();
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
}
