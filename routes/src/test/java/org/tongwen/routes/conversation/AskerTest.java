package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.config.HubConfig.Conversations;
import org.tongwen.routes.conversation.Asker.Rendered;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MemoryJournal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;
import org.tongwen.routes.journal.State;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageWriter;

class AskerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Conversations POLICY = new Conversations(Duration.ofMinutes(1), 3, Duration.ofDays(1));
    private static final String PAID = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    private final MemoryJournal journal = new MemoryJournal();
    private final TestHubSide hub = new TestHubSide(journal, Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<BusinessMessage> questions = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private boolean reachable = true;
    private int woken;

    private Optional<Rendered> render(String receiver, BusinessMessage question) {
        questions.add(question);
        byte[] xml = MessageWriter.xml(question);
        return reachable ? Optional.of(new Rendered(xml, xml, "application/xml")) : Optional.empty();
    }

    private Asker asker(Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        hub.clock(clock);
        return new Asker(
                journal,
                hub.correlation(),
                Iso.CATALOGUE,
                POLICY,
                this::render,
                (id, finding) -> alerts.add(id + " " + finding.id()),
                () -> woken++,
                clock);
    }

    private int look(Duration later) {
        try (Asker asker = asker(later)) {
            return asker.look();
        }
    }

    private List<MessageId> questionsInJournal() {
        return journal.referring(new Reference(Kind.UETR, PAID), Set.of()).stream()
                .filter(summary -> summary.message().equals("pacs.028.001.03"))
                .map(summary -> summary.id())
                .toList();
    }

    @Test
    void nobodyIsAskedBeforeItIsTime() {
        hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));

        assertThat(look(Duration.ofSeconds(59))).isZero();
        assertThat(woken).isZero();
    }

    @Test
    void theReceiverOfAPaymentWithoutAnswerIsAskedInItsSendersName() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));

        assertThat(look(Duration.ofSeconds(61))).isEqualTo(1);

        MessageId question = questionsInJournal().get(0);
        assertThat(journal.story(question).orElseThrow().opening().conversation())
                .isEqualTo(payment.id());
        assertThat(Parties.receivers(journal.story(question).orElseThrow())).containsExactly("nordland");
        assertThat(journal.events(question)).containsExactly(Event.CORRELATED, Event.RELEASED);
        assertThat(journal.content(question, Content.DELIVERY)).isPresent();
        assertThat(journal.events(payment.id())).endsWith(Event.ASKED);
        assertThat(journal.story(payment.id()).orElseThrow().state()).isEqualTo(State.DELIVERED);
        assertThat(woken).isEqualTo(1);
        assertThat(new String(MessageWriter.xml(questions.get(0)), StandardCharsets.UTF_8))
                .contains("<BizMsgIdr>Q1", "<OrgnlMsgId>SH261120-0017</OrgnlMsgId>", "<OrgnlUETR>" + PAID)
                .contains("<OrgnlInstrId>SH261120-0017<", "<OrgnlEndToEndId>INV-2026-0815<", "pacs.008.001.08")
                .contains("<CreDtTm>2026-11-22T10:01:01+00:00<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pacs.008.001.08", "pacs.009.001.08", "pacs.003.001.08"})
    void aQuestionIsValidByItsDefinition(String payment) {
        hub.send("jinhe", "nordland", Iso.xml(payment));

        assertThat(look(Duration.ofSeconds(61))).isEqualTo(1);

        assertThat(MessageValidator.check(questions.get(0))).isEmpty();
        byte[] xml = MessageWriter.xml(questions.get(0));
        assertThat(new MessageValidator(Iso.CATALOGUE, Limits.DEFAULT)
                        .validate(xml)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wallet-interop", "cbpr-plus"})
    void aQuestionKeepsToTheRulesThatItsPaymentKeepsTo(String profile) {
        hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        look(Duration.ofSeconds(61));

        Checked<BusinessMessage> read =
                new MessageValidator(Iso.CATALOGUE, Limits.DEFAULT).validate(MessageWriter.xml(questions.get(0)));
        ProfileValidator.Result judged = ProfileValidator.judge(read, profile, LocalDate.of(2026, 11, 22));

        assertThat(judged.message().findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(judged.rules()).isPresent();
    }

    @Test
    void aPaymentWithoutHeaderIsAskedAboutWithout() {
        hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08", "<AppHdr.*</AppHdr>", ""));

        look(Duration.ofSeconds(61));

        assertThat(questions.get(0).header()).isEmpty();
        assertThat(MessageValidator.check(questions.get(0))).isEmpty();
    }

    @Test
    void whoSaidPendingIsAskedAndWhoSaidMoreIsNot() {
        Correlated pending = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        hub.send("nordland", "jinhe", hub.status("PDNG"));
        assertThat(look(Duration.ofSeconds(61))).isEqualTo(1);

        hub.send("nordland", "jinhe", hub.status("ACSC"));
        assertThat(look(Duration.ofHours(2))).isZero();
        assertThat(journal.events(pending.id())).contains(Event.PENDING, Event.ASKED, Event.ANSWERED);
    }

    @Test
    void onlyTransactionsWithoutFinalAnswerAreAskedAboutWhateverTheAnswersCalledTheOthers() {
        hub.send("jinhe", "nordland", Samples.two());
        hub.send("nordland", "jinhe", hub.status("ACSC").replaceAll(Samples.UETR, ""));

        assertThat(look(Duration.ofSeconds(61))).isEqualTo(1);

        assertThat(new String(MessageWriter.xml(questions.get(0)), StandardCharsets.UTF_8))
                .contains("<OrgnlUETR>" + Samples.SECOND)
                .doesNotContain(PAID);
    }

    @Test
    void afterSomeQuestionsSomebodyIsToldAndNothingIsRejected() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));

        for (int minute = 1; minute < 10; minute++) {
            look(Duration.ofMinutes(2L * minute));
        }

        assertThat(questionsInJournal()).hasSize(3);
        assertThat(alerts).containsExactly(payment.id() + " hub.NoAnswer");
        assertThat(journal.events(payment.id())).endsWith(Event.ASKED, Event.ASKED, Event.ASKED, Event.UNANSWERED);
        assertThat(journal.story(payment.id()).orElseThrow().state()).isEqualTo(State.DELIVERED);
        assertThat(hub.send("nordland", "jinhe", hub.status("ACSC")).outcome().word())
                .isEqualTo("answer");
        assertThat(journal.story(payment.id()).orElseThrow().state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void whoCannotBeAskedIsToldOfAtOnce() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        reachable = false;

        assertThat(look(Duration.ofSeconds(61))).isZero();

        assertThat(alerts).containsExactly(payment.id() + " hub.NoAnswer");
        assertThat(questionsInJournal()).isEmpty();
    }

    @Test
    void ofTwoHubsOneAsks() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        MemoryJournal shared = journal;
        // The other hub put its question between our look and our entry.
        shared.beforeNextOpening(() -> look(Duration.ofSeconds(61)));

        look(Duration.ofSeconds(61));

        assertThat(questionsInJournal()).hasSize(1);
        assertThat(look(Duration.ofSeconds(122))).isEqualTo(1);
        assertThat(questionsInJournal()).hasSize(2);
        assertThat(journal.events(payment.id())).doesNotContain(Event.UNANSWERED);
    }

    @Test
    void aHubThatEndedBetweenQuestionAndStepDoesNotAskTwice() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        journal.failAfterNextOpening();
        assertThatThrownBy(() -> look(Duration.ofSeconds(61))).isInstanceOf(JournalException.class);
        journal.away(false);
        assertThat(journal.events(payment.id())).doesNotContain(Event.ASKED);

        look(Duration.ofSeconds(62));

        assertThat(questionsInJournal()).hasSize(1);
        assertThat(journal.events(payment.id())).contains(Event.ASKED);
    }

    @Test
    void anAnswerThatThePaymentDoesNotKnowOfIsTakenInPlaceOfAsking() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        hub.sendAndEnd("nordland", "jinhe", hub.status("ACSC"));

        assertThat(look(Duration.ofSeconds(61))).isZero();

        assertThat(journal.events(payment.id())).endsWith(Event.ANSWERED);
        assertThat(questionsInJournal()).isEmpty();
    }

    @Test
    void anAnswerThatIsJustBeingWrittenIsWaitedFor() {
        Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        Correlated answer = hub.sendAndEnd("nordland", "jinhe", hub.status("ACSC"));
        journal.beforeNextTurn(() -> answer.aboutOriginal(NOW).ifPresent(journal::write));

        assertThat(look(Duration.ofSeconds(61))).isZero();

        assertThat(journal.story(payment.id()).orElseThrow().steps())
                .filteredOn(step -> step.event() == Event.ANSWERED)
                .extracting(step -> step.at())
                .containsExactly(NOW);
        assertThat(questionsInJournal()).isEmpty();
    }

    @Test
    void aJournalThatIsAwayIsLookedAtAgain() throws InterruptedException {
        hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
        journal.away(true);
        Clock clock = Clock.fixed(NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        Conversations quick = new Conversations(Duration.ofMillis(10), 3, Duration.ofDays(1));
        try (Asker asker = new Asker(
                journal,
                hub.correlation(),
                Iso.CATALOGUE,
                quick,
                this::render,
                (id, finding) -> alerts.add(finding.id()),
                () -> woken++,
                clock)) {
            asker.start();
            Thread.sleep(500);
            assertThat(questions).isEmpty();
            journal.away(false);
            for (int i = 0; i < 100 && questionsInJournal().isEmpty(); i++) {
                Thread.sleep(100);
            }
        }
        assertThat(questionsInJournal()).isNotEmpty();
    }
}
