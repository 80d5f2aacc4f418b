package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.conversation.Samples.payment;
import static org.tongwen.routes.conversation.Samples.returned;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Step;

/** What originals learn later: after a process ended between two entries, and when an operator lets go on what was held. */
class UnheardTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();
    private final TestHubSide hub = new TestHubSide(journal, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void pay() {
        hub.send("jinhe", "nordland", payment());
    }

    private String answered(String xml) {
        return hub.send("nordland", "jinhe", xml).outcome().word();
    }

    private static Step byAnOperator(Event event) {
        return new Step(NOW, event, "night-shift", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void holdAndRelease(Correlated message) {
        journal.write(Entry.about(message.id()).step(hub.step(Event.HELD)).entry());
        assertThat(hub.correlation().missing(message.id())).isEmpty();
        journal.write(
                Entry.about(message.id()).step(byAnOperator(Event.RELEASED)).entry());
    }

    /** What the hub does after a decision, and when a message comes again. */
    private void makeKnown(Correlated message) {
        hub.correlation().missing(message.id()).ifPresent(journal::write);
    }

    @Test
    void aQuestionThatThePaymentDoesNotKnowOfIsMadeKnownOnce() {
        answered(hub.status("ACSC"));
        Correlated question = hub.sendAndEnd("jinhe", "nordland", Iso.xml("pacs.028.001.03"));

        makeKnown(question);

        assertThat(hub.correlation().missing(question.id())).isEmpty();
        assertThat(answered(hub.status("ACSC"))).isEqualTo("answer");
        assertThat(answered(hub.status("ACSC"))).isEqualTo("repeated");
    }

    @Test
    void anAnswerIsJudgedByAQuestionThatAnEndedProcessCouldNotMakeKnown() {
        answered(hub.status("ACSC"));
        hub.sendAndEnd("jinhe", "nordland", Iso.xml("pacs.028.001.03"));

        Correlated answer = hub.correlation()
                .correlate("nordland", MessageId.next(Clock.systemUTC()), Iso.read(hub.status("ACSC")), original -> {});

        assertThat(answer.outcome().word()).isEqualTo("answer");
    }

    @Test
    void aQuestionThatWasHeldAndReleasedIsAnswered() {
        answered(hub.status("ACSC"));
        Correlated question = hub.sendAndEnd("jinhe", "nordland", Iso.xml("pacs.028.001.03"));
        holdAndRelease(question);

        makeKnown(question);

        assertThat(answered(hub.status("ACSC"))).isEqualTo("answer");
    }

    @Test
    void aRecallAsksNothing() {
        Correlated recall = hub.sendAndEnd("jinhe", "nordland", Iso.xml("camt.056.001.08"));

        assertThat(hub.correlation().missing(recall.id())).isEmpty();
    }

    @Test
    void anAnswerIsJudgedByAContradictionThatWasReleasedBeforeTheProcessEnded() {
        answered(hub.status("ACSC"));
        Correlated held = hub.send("nordland", "jinhe", hub.status("RJCT"));
        journal.write(Entry.about(held.id()).step(byAnOperator(Event.RELEASED)).entry());

        Correlated back = hub.correlation()
                .correlate(
                        "nordland",
                        MessageId.next(Clock.systemUTC()),
                        Iso.read(returned("RTR-A", "48250.75")),
                        original -> {});

        assertThat(back.outcome().word()).isEqualTo("contradicting");
    }

    @Test
    void aReturnThatIsRepeatedHeldAndReleasedCountsOnce() {
        answered(returned("RTR-A", "20000.00"));
        Correlated again = hub.send("nordland", "jinhe", returned("RTR-A", "20000.00"));
        assertThat(again.outcome().word()).isEqualTo("repeated");
        holdAndRelease(again);

        makeKnown(again);

        assertThat(answered(returned("RTR-B", "28250.75"))).isEqualTo("answer");
    }

    @Test
    void aReturnThatTwoProcessesMadeKnownCountsOnce() {
        Correlated back = hub.sendAndEnd("nordland", "jinhe", returned("RTR-A", "24125.00"));
        makeKnown(back);
        back.aboutOriginal(NOW).ifPresent(journal::write);

        assertThat(answered(returned("RTR-B", "24125.75"))).isEqualTo("answer");
    }

    @Test
    void aQuestionThatTwoProcessesMadeKnownIsAnsweredOnce() {
        answered(hub.status("ACSC"));
        Correlated question = hub.sendAndEnd("jinhe", "nordland", Iso.xml("pacs.028.001.03"));
        makeKnown(question);
        assertThat(answered(hub.status("ACSC"))).isEqualTo("answer");
        question.aboutOriginal(NOW).ifPresent(journal::write);

        assertThat(answered(hub.status("ACSC"))).isEqualTo("repeated");
    }

    @Test
    void anAnswerThatWasHeldIsHeardWhenItIsReleasedThoughAnotherCameBetween() {
        Correlated held = hub.sendAndEnd("nordland", "jinhe", hub.status("RJCT"));
        journal.write(Entry.about(held.id()).step(hub.step(Event.HELD)).entry());
        answered(hub.status("ACSC"));
        journal.write(Entry.about(held.id()).step(byAnOperator(Event.RELEASED)).entry());

        makeKnown(held);

        assertThat(answered(returned("RTR-A", "1.00"))).isEqualTo("contradicting");
    }

    @Test
    void ofSeveralAnswersThatNobodyKnowsOfEachIsJudgedByThoseBefore() {
        hub.sendAndEnd("nordland", "jinhe", returned("RTR-A", "20000.00"));
        hub.sendAndEnd("nordland", "jinhe", returned("RTR-A", "20000.00"));

        List<String> words = List.of(answerAfterTheOthers("28250.75"), answerAfterTheOthers("28250.76"));

        assertThat(words).containsExactly("answer", "contradicting");
    }

    private String answerAfterTheOthers(String amount) {
        return hub.correlation()
                .correlate(
                        "nordland",
                        MessageId.next(Clock.systemUTC()),
                        Iso.read(returned("RTR-B", amount)),
                        original -> {})
                .outcome()
                .word();
    }
}
