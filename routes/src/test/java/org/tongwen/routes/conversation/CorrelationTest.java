package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.xsd.finding.Finding;

/** Every row of the tables in docs/conversations.md. */
class CorrelationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String UETR = "<OrgnlUETR>[^<]*</OrgnlUETR>";
    private static final String PAID = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    private final MemoryJournal journal = new MemoryJournal();
    private final TestHubSide hub = new TestHubSide(journal, Clock.fixed(NOW, ZoneOffset.UTC));

    private Correlated correlate(String participant, String xml) {
        return hub.correlate(participant, xml);
    }

    private Correlated send(String from, String to, String xml) {
        return hub.send(from, to, xml);
    }

    private String status(String code) {
        return hub.status(code);
    }

    private static String payment() {
        return Iso.xml("pacs.008.001.08");
    }

    private static String returned(String id, String amount) {
        return Iso.xml(
                "pacs.004.001.09",
                UETR,
                "<OrgnlUETR>" + PAID + "</OrgnlUETR>",
                "NY261119-4410",
                "SH261120-0017",
                "NY261119-4410",
                "SH261120-0017",
                "RTR-0031",
                id,
                "(<RtrdIntrBkSttlmAmt Ccy=\"USD\">)1250.00",
                "$1" + amount,
                "(<RtrdInstdAmt Ccy=\"USD\">)1250.00",
                "$1" + amount,
                "(<OrgnlIntrBkSttlmAmt Ccy=\"USD\">)1250.00",
                "$199999.00");
    }

    private static String resolution(String confirmation) {
        return Iso.xml(
                "camt.029.001.09",
                UETR,
                "<OrgnlUETR>" + PAID + "</OrgnlUETR>",
                "CASE-4410",
                "CASE-0071",
                "RJCR",
                confirmation);
    }

    private static List<String> findings(Correlated correlated) {
        return correlated.findings().stream().map(Finding::id).toList();
    }

    @Test
    void aPaymentBeginsAConversationWithoutALookIntoTheJournal() {
        Correlated payment = correlate("jinhe", payment());

        assertThat(payment.outcome()).isEqualTo(new Outcome.Beginning());
        assertThat(payment.conversation()).isEqualTo(payment.id());
        assertThat(payment.aboutOriginal(NOW)).isEmpty();
        assertThat(journal.reads()).isZero();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                // what was said before, what is said now, what it is, what the hub does, its finding
                Arguments.of("", "ACSC", "answer", Outcome.Way.ON, ""),
                Arguments.of("", "ACCC", "answer", Outcome.Way.ON, ""),
                Arguments.of("", "RJCT", "answer", Outcome.Way.ON, ""),
                Arguments.of("", "CANC", "answer", Outcome.Way.ON, ""),
                Arguments.of("", "PDNG", "answer", Outcome.Way.ON, ""),
                Arguments.of("", "ACSP", "answer", Outcome.Way.ON, ""),
                Arguments.of("", "ACWP", "answer", Outcome.Way.ON, ""),
                Arguments.of("PDNG", "PDNG", "repeated", Outcome.Way.KEPT, "hub.RepeatedStatus"),
                Arguments.of("PDNG", "ACSP", "answer", Outcome.Way.ON, ""),
                Arguments.of("PDNG ACSP", "PDNG", "answer", Outcome.Way.ON, ""),
                Arguments.of("PDNG", "ACSC", "answer", Outcome.Way.ON, ""),
                Arguments.of("PDNG", "RJCT", "answer", Outcome.Way.ON, ""),
                Arguments.of("ACSC", "ACSC", "repeated", Outcome.Way.KEPT, "hub.RepeatedStatus"),
                Arguments.of("ACSC", "ACCC", "answer", Outcome.Way.ON, ""),
                Arguments.of("ACSC", "PDNG", "outdated", Outcome.Way.KEPT, "hub.OutdatedStatus"),
                Arguments.of("ACSC", "ACSP", "outdated", Outcome.Way.KEPT, "hub.OutdatedStatus"),
                Arguments.of("ACSC", "RJCT", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("PDNG ACSC", "CANC", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("RJCT", "ACSC", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("RJCT", "RJCT", "repeated", Outcome.Way.KEPT, "hub.RepeatedStatus"),
                Arguments.of("RJCT", "PDNG", "outdated", Outcome.Way.KEPT, "hub.OutdatedStatus"),
                Arguments.of("", "return all", "answer", Outcome.Way.ON, ""),
                Arguments.of("ACSC", "return all", "answer", Outcome.Way.ON, ""),
                Arguments.of("RJCT", "return all", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("ACSC return-all", "return-all", "repeated", Outcome.Way.KEPT, "hub.RepeatedStatus"),
                Arguments.of(
                        "ACSC return-all", "return more", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("return-some", "return rest", "answer", Outcome.Way.ON, ""),
                Arguments.of("return-some", "return all", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("return-all", "ACSC", "outdated", Outcome.Way.KEPT, "hub.OutdatedStatus"),
                Arguments.of("return-all", "RJCT", "contradicting", Outcome.Way.HELD, "hub.ContradictingStatus"),
                Arguments.of("return-all", "PDNG", "outdated", Outcome.Way.KEPT, "hub.OutdatedStatus"));
    }

    private String said(String word) {
        return switch (word) {
            case "return all", "return-all" -> returned("RTR-ALL", "48250.75");
            case "return-some" -> returned("RTR-SOME", "250.75");
            case "return rest" -> returned("RTR-REST", "48000.00");
            case "return more" -> returned("RTR-MORE", "0.01");
            default -> status(word);
        };
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void whatAStatusIsDependsOnWhatWasSaidBefore(
            String before, String now, String word, Outcome.Way way, String finding) {
        Correlated payment = send("jinhe", "nordland", payment());
        Stream.of(before.split(" ")).filter(one -> !one.isEmpty()).forEach(one -> send("nordland", "jinhe", said(one)));

        Correlated status = correlate("nordland", said(now));

        assertThat(status.outcome().word()).isEqualTo(word);
        assertThat(status.outcome().way()).isEqualTo(way);
        assertThat(findings(status)).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
        assertThat(status.conversation()).isEqualTo(payment.id());
        assertThat(status.outcome().original().map(Outcome.Original::counterparty))
                .contains("jinhe");
    }

    @Test
    void theOriginalLearnsOfAnswersThatGoOnAndOfNoOthers() {
        Correlated payment = send("jinhe", "nordland", payment());

        for (String code : List.of("PDNG", "PDNG", "ACSC", "RJCT", "ACSC", "PDNG")) {
            send("nordland", "jinhe", status(code));
        }

        assertThat(journal.events(payment.id()))
                .containsExactly(Event.CORRELATED, Event.RELEASED, Event.DELIVERED, Event.PENDING, Event.ANSWERED);
        assertThat(journal.story(payment.id()).orElseThrow().state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void aStatusThatComesLongAfterIsLateAndGoesOn() {
        send("jinhe", "nordland", payment());
        hub.clock(Clock.fixed(NOW.plus(Duration.ofHours(25)), ZoneOffset.UTC));

        Correlated status = correlate("nordland", status("ACSC"));

        assertThat(status.outcome().way()).isEqualTo(Outcome.Way.ON);
        assertThat(findings(status)).containsExactly("hub.LateStatus");
    }

    @Test
    void aClockThatWasSetBackMakesNothingLate() {
        send("jinhe", "nordland", payment());
        hub.clock(Clock.fixed(NOW.minus(Duration.ofHours(25)), ZoneOffset.UTC));

        assertThat(findings(correlate("nordland", status("ACSC")))).isEmpty();
    }

    @Test
    void aStatusOfNothingIsAnOrphan() {
        Correlated status = correlate("nordland", status("ACSC"));

        assertThat(status.outcome()).isEqualTo(new Outcome.Orphan());
        assertThat(status.outcome().way()).isEqualTo(Outcome.Way.HELD);
        assertThat(findings(status)).containsExactly("hub.OrphanStatus");
        assertThat(status.conversation()).isEqualTo(status.id());
    }

    @Test
    void aStrangersStatusIsToldWhatAnOrphanIsTold() {
        Correlated payment = send("jinhe", "nordland", payment());

        Correlated stranger = correlate("stranger", status("ACSC"));
        Correlated sender = correlate("jinhe", status("ACSC"));

        assertThat(stranger.outcome()).isEqualTo(new Outcome.Foreign(payment.id()));
        assertThat(stranger.findings())
                .isEqualTo(correlate("nordland", Iso.xml("pacs.002.001.10")).findings());
        assertThat(stranger.conversation()).isEqualTo(stranger.id());
        assertThat(sender.outcome()).isInstanceOf(Outcome.Foreign.class);
    }

    @Test
    void aStatusOfAPaymentThatWasNeverSentOnIsAnOrphan() {
        String xml = payment();
        Correlated payment = correlate("jinhe", xml);
        Opening opening = new Opening(NOW, "jinhe", "http", "", "pacs.008.001.08", payment.id(), Optional.empty());
        Entry.Draft held = Entry.opening(payment.id(), opening).step(hub.step(Event.HELD));
        payment.names().forEach(held::reference);
        journal.write(held.entry());

        assertThat(findings(correlate("nordland", status("ACSC")))).containsExactly("hub.OrphanStatus");
    }

    @Test
    void withoutUetrTheOtherNamesTell() {
        Correlated payment = send("jinhe", "nordland", payment());
        send(
                "jinhe",
                "nordland",
                payment().replace(PAID, "11111111-9d3b-4c77-8a21-6e4b0d9f3a52").replace("SH261120-0017", "SH-OTHER"));

        Correlated both = correlate("nordland", status("ACSC").replaceFirst(UETR, ""));
        Correlated message = correlate(
                "nordland",
                status("ACSC").replaceFirst(UETR, "").replaceFirst("<OrgnlEndToEndId>.*?</OrgnlEndToEndId>", ""));

        assertThat(both.outcome().original().map(Outcome.Original::id)).contains(payment.id());
        assertThat(message.outcome().original().map(Outcome.Original::id)).contains(payment.id());
    }

    @Test
    void namesThatFitSeveralMessagesAreHeld() {
        send("jinhe", "nordland", payment());
        send(
                "jinhe",
                "nordland",
                payment().replace(PAID, "11111111-9d3b-4c77-8a21-6e4b0d9f3a52").replace("SH261120-0017", "SH-OTHER"));
        String endToEndOnly = status("ACSC")
                .replaceFirst(UETR, "")
                .replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "")
                .replace("<OrgnlMsgId>SH261120-0017<", "<OrgnlMsgId>NOTPROVIDED<");

        Correlated unclear = correlate("nordland", endToEndOnly);
        Correlated crossed =
                correlate("nordland", status("ACSC").replace("<OrgnlMsgId>SH261120-0017<", "<OrgnlMsgId>SH-OTHER<"));

        assertThat(findings(unclear)).containsExactly("hub.AmbiguousStatus");
        assertThat(findings(crossed)).containsExactly("hub.AmbiguousStatus");
        assertThat(crossed.outcome().way()).isEqualTo(Outcome.Way.HELD);
    }

    @Test
    void aStatusOfAReturnAnswersTheReturn() {
        Correlated payment = send("jinhe", "nordland", payment());
        Correlated back = send("nordland", "jinhe", returned("RTR-1", "48250.75"));
        String confirmation = status("ACSC").replace("pacs.008.001.08", "pacs.004.001.09");

        Correlated status =
                send("jinhe", "nordland", confirmation.replaceAll("<OrgnlMsgId>[^<]*", "<OrgnlMsgId>SH261120-0031"));

        assertThat(status.outcome().original().map(Outcome.Original::id)).contains(back.id());
        assertThat(status.outcome().original().map(Outcome.Original::counterparty))
                .contains("nordland");
        assertThat(status.conversation()).isEqualTo(payment.id());
        assertThat(journal.events(back.id())).contains(Event.ANSWERED);
    }

    @Test
    void aRecallFollowsItsPaymentAndIsAnswered() {
        Correlated payment = send("jinhe", "nordland", payment());
        Correlated recall = send("jinhe", "nordland", Iso.xml("camt.056.001.08"));

        assertThat(recall.outcome()).isInstanceOf(Outcome.Following.class);
        assertThat(recall.conversation()).isEqualTo(payment.id());
        assertThat(send("nordland", "jinhe", resolution("PDCR")).outcome().word())
                .isEqualTo("answer");
        assertThat(send("nordland", "jinhe", resolution("CNCL")).outcome().word())
                .isEqualTo("answer");
        assertThat(send("nordland", "jinhe", resolution("CNCL")).outcome().word())
                .isEqualTo("repeated");
        assertThat(send("nordland", "jinhe", resolution("PDCR")).outcome().word())
                .isEqualTo("outdated");
        assertThat(send("nordland", "jinhe", resolution("RJCR")).outcome().word())
                .isEqualTo("contradicting");
        assertThat(journal.events(recall.id())).contains(Event.PENDING, Event.ANSWERED);
        assertThat(journal.events(payment.id())).doesNotContain(Event.ANSWERED);
    }

    @Test
    void aRecallOfAPaymentThatWentAnotherWayGoesOnAndOfSomebodyElsesIsHeld() {
        Correlated unknown = correlate("jinhe", Iso.xml("camt.056.001.08"));
        send("jinhe", "nordland", payment());
        Correlated foreign = correlate("stranger", Iso.xml("camt.056.001.08"));

        assertThat(unknown.outcome().way()).isEqualTo(Outcome.Way.ON);
        assertThat(findings(unknown)).containsExactly("hub.UnknownOriginal");
        assertThat(findings(foreign)).containsExactly("hub.OrphanStatus");
    }

    @Test
    void whoAsksIsAnsweredEvenWithWhatWasSaidBefore() {
        Correlated payment = send("jinhe", "nordland", payment());
        send("nordland", "jinhe", status("ACSC"));

        Correlated question = send("jinhe", "nordland", Iso.xml("pacs.028.001.03"));
        Correlated answer = send("nordland", "jinhe", status("ACSC"));
        Correlated again = send("nordland", "jinhe", status("ACSC"));

        assertThat(question.outcome()).isInstanceOf(Outcome.Following.class);
        assertThat(journal.events(payment.id())).contains(Event.ASKED);
        assertThat(answer.outcome().word()).isEqualTo("answer");
        assertThat(again.outcome().word()).isEqualTo("repeated");
    }

    @Test
    void ordersRequestsAndQuestionsAboutPayeesAreAnsweredLikewise() {
        send("wallet", "bank", Iso.xml("pain.001.001.09"));
        send("shop", "wallet", Iso.xml("pain.013.001.07"));
        send("wallet", "bank", Iso.xml("acmt.023.001.03"));

        Correlated order = correlate("bank", Iso.xml("pain.002.001.10"));
        Correlated promise = correlate("wallet", Iso.xml("pain.014.001.07"));
        Correlated name = correlate("bank", Iso.xml("acmt.024.001.03", "WR261120-0022", "WR261120-0023"));

        assertThat(order.outcome().original().map(Outcome.Original::message)).contains("pain.001.001.09");
        assertThat(promise.outcome().original().map(Outcome.Original::message)).contains("pain.013.001.07");
        assertThat(name.outcome().original().map(Outcome.Original::message)).contains("acmt.023.001.03");
        assertThat(((Answering.Answer) name.outcome()).isFinal()).isTrue();
    }

    @Test
    void aMessageOfSeveralTransactionsIsAnsweredWhenAllAre() {
        String two = payment()
                .replace("<NbOfTxs>1<", "<NbOfTxs>2<")
                .replaceFirst(
                        "(?s)(<CdtTrfTxInf>.*</CdtTrfTxInf>)",
                        "$1"
                                + payment()
                                        .replaceFirst("(?s).*(<CdtTrfTxInf>.*</CdtTrfTxInf>).*", "$1")
                                        .replace(PAID, "22222222-9d3b-4c77-8a21-6e4b0d9f3a52")
                                        .replace("INV-2026-0815", "INV-2"));
        Correlated payment = send("jinhe", "nordland", two);
        String second = status("RJCT")
                .replace(PAID, "22222222-9d3b-4c77-8a21-6e4b0d9f3a52")
                .replace("INV-2026-0815", "INV-2");

        assertThat(payment.references().transactions()).isEqualTo(2);
        Correlated one = send("nordland", "jinhe", status("ACSC"));
        assertThat(((Answering.Answer) one.outcome()).isFinal()).isFalse();
        Correlated other = send("nordland", "jinhe", second);
        assertThat(((Answering.Answer) other.outcome()).isFinal()).isTrue();
        assertThat(journal.events(payment.id())).contains(Event.PENDING, Event.ANSWERED);
        assertThat(send("nordland", "jinhe", status("RJCT")).outcome().word()).isEqualTo("contradicting");
    }

    @Test
    void anAnswerWhoseOriginalDoesNotKnowOfItYetIsMadeKnownOnce() {
        Correlated payment = send("jinhe", "nordland", payment());
        Correlated status = hub.sendAndEnd("nordland", "jinhe", status("ACSC"));

        Optional<Entry> missing = hub.correlation().missing(status.id());
        missing.ifPresent(journal::write);

        assertThat(missing).isPresent();
        assertThat(journal.events(payment.id())).contains(Event.ANSWERED);
        assertThat(hub.correlation().missing(status.id())).isEmpty();
        assertThat(hub.correlation().missing(payment.id())).isEmpty();
    }

    @Test
    void theOriginalLearnsOfAHeldAnswerWhenSomebodyReleasesIt() {
        Correlated payment = send("jinhe", "nordland", payment());
        send("nordland", "jinhe", status("ACSC"));
        Correlated held = send("nordland", "jinhe", status("RJCT"));
        Correlated orphan = send("stranger", "jinhe", status("ACSC"));

        assertThat(hub.correlation().missing(held.id())).isEmpty();
        release(held);
        Optional<Entry> entry = hub.correlation().missing(held.id());

        assertThat(entry.map(Entry::id)).contains(payment.id());
        assertThat(entry.orElseThrow().steps()).extracting(Step::event).containsExactly(Event.ANSWERED);
        assertThat(Details.news(entry.orElseThrow().steps().get(0).detail())
                        .get(0)
                        .code())
                .isEqualTo("RJCT");
        release(orphan);
        assertThat(hub.correlation().missing(orphan.id())).isEmpty();
        assertThat(hub.correlation().missing(payment.id())).isEmpty();

        journal.write(entry.orElseThrow());
        assertThat(hub.correlation().missing(held.id()))
                .as("it learns once, however often the answer is delivered anew")
                .isEmpty();
    }

    private void release(Correlated held) {
        journal.write(Entry.about(held.id()).step(hub.step(Event.RELEASED)).entry());
    }

    /** For a reason of its own, such as that it has no form for its receiver. */
    @Test
    void theOriginalDoesNotLearnOfAnAnswerThatIsHeldOrRefused() {
        Correlated payment = send("jinhe", "nordland", payment());
        Correlated status = hub.sendAndEnd("nordland", "jinhe", status("ACSC"));
        for (Event event : List.of(Event.HELD, Event.REFUSED)) {
            journal.write(Entry.about(status.id()).step(hub.step(event)).entry());

            assertThat(hub.correlation().missing(status.id())).isEmpty();
            assertThat(hub.correlation().heal(journal.story(payment.id()).orElseThrow()))
                    .isFalse();
        }
        release(status);
        assertThat(hub.correlation().missing(status.id())).isPresent();
    }

    /** Or both would go on. */
    @Test
    void anAnswerIsJudgedByWhatAnEndedProcessCouldNotTellTheOriginal() {
        Correlated payment = send("jinhe", "yushan", payment());
        hub.sendAndEnd("yushan", "jinhe", status("ACSC"));

        Correlated contrary = correlation(status("RJCT"), new ArrayList<>());

        assertThat(contrary.outcome().word()).isEqualTo("contradicting");
        assertThat(journal.events(payment.id())).containsOnlyOnce(Event.ANSWERED);
    }

    @Test
    void answersThatNameAPaymentDifferentlyMeetAtThePayment() {
        Correlated payment = send("jinhe", "yushan", payment());
        List<MessageId> turns = new ArrayList<>();
        correlation(status("ACSC"), turns);
        correlation(status("RJCT").replaceAll(UETR, ""), turns);
        correlation(payment(), turns);

        assertThat(turns).containsExactly(payment.id(), payment.id());
    }

    @Test
    void whatHappensWhileAnAnswerWaitsForItsTurnCounts() {
        send("jinhe", "yushan", payment());
        Correlated answer = hub.correlation()
                .correlate(
                        "yushan",
                        MessageId.next(Clock.systemUTC()),
                        Iso.read(status("ACSC")),
                        original -> send("yushan", "jinhe", status("RJCT").replaceAll(UETR, "")));

        assertThat(answer.outcome()).isInstanceOf(Answering.Contradicting.class);
    }

    private Correlated correlation(String xml, List<MessageId> turns) {
        return hub.correlation().correlate("yushan", MessageId.next(Clock.systemUTC()), Iso.read(xml), turns::add);
    }
}
