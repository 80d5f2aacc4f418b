package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Conversations;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.conversation.Asker.Rendered;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.StoredJournal;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageWriter;

/** Conversations in both kinds of stores. */
class StoredConversationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PAID = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    private interface Story {
        void play(Store store) throws Exception;
    }

    /** The same in a file of H2 and in PostgreSQL. */
    private void inBoth(Story story) throws Exception {
        story.play(new Store.Embedded(folder.resolve("journal"), folder.resolve("h2.json")));
        String name = "conversation" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
        story.play(new Store.Postgres(url, "postgres", Optional.empty(), folder.resolve("pg.json")));
    }

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static Clock clock(Duration later) {
        return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    }

    private static Optional<Rendered> render(String receiver, BusinessMessage question) {
        byte[] xml = MessageWriter.xml(question);
        return Optional.of(new Rendered(xml, xml, "application/xml"));
    }

    private static Asker asker(StoredJournal journal, TestHubSide hub, Duration later) {
        hub.clock(clock(later));
        return new Asker(
                journal,
                hub.correlation(),
                Iso.CATALOGUE,
                new Conversations(Duration.ofMinutes(1), 2, Duration.ofDays(1)),
                StoredConversationTest::render,
                (id, finding) -> {},
                () -> {},
                clock(later));
    }

    private static List<Event> events(StoredJournal journal, MessageId id) {
        return journal.story(id).orElseThrow().steps().stream().map(Step::event).toList();
    }

    @Test
    void anAnswerFindsItsPaymentAndOnlyTheFirstCounts() throws Exception {
        inBoth(store -> {
            try (StoredJournal journal = StoredJournal.open(store, "one", clock(Duration.ZERO))) {
                TestHubSide hub = new TestHubSide(journal, clock(Duration.ZERO));
                Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));

                List<String> words = Stream.of("PDNG", "PDNG", "ACSC", "ACSC", "RJCT", "PDNG")
                        .map(code -> hub.send("nordland", "jinhe", hub.status(code))
                                .outcome()
                                .word())
                        .toList();

                assertThat(words)
                        .containsExactly("answer", "repeated", "answer", "repeated", "contradicting", "outdated");
                assertThat(hub.correlate("stranger", hub.status("ACSC"))
                                .outcome()
                                .word())
                        .isEqualTo("foreign");
                assertThat(journal.story(payment.id()).orElseThrow().state()).isEqualTo(State.ANSWERED);
                assertThat(journal.story(payment.id()).orElseThrow().related()).hasSize(6);
                assertThat(journal.verify().findings()).isEmpty();
            }
        });
    }

    @Test
    void aPaymentWithoutAnswerIsAskedAboutOnceByTwoHubsAndUntilItIsAnswered() throws Exception {
        inBoth(store -> {
            try (StoredJournal journal = StoredJournal.open(store, "one", clock(Duration.ZERO))) {
                TestHubSide hub = new TestHubSide(journal, clock(Duration.ZERO));
                Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
                Correlated other = hub.send(
                        "jinhe",
                        "nordland",
                        Iso.xml("pacs.008.001.08").replace(PAID, "11111111-9d3b-4c77-8a21-6e4b0d9f3a52"));
                try (Asker early = asker(journal, hub, Duration.ofSeconds(59));
                        Asker asker = asker(journal, hub, Duration.ofSeconds(61))) {
                    assertThat(early.look()).isZero();
                    assertThat(asker.look()).isEqualTo(2);
                    assertThat(asker.look()).isZero();
                }
                hub.send("nordland", "jinhe", hub.status("ACSC"));
                for (int minute = 3; minute < 10; minute++) {
                    try (Asker asker = asker(journal, hub, Duration.ofMinutes(minute))) {
                        asker.look();
                    }
                }
                assertThat(events(journal, payment.id())).endsWith(Event.ASKED, Event.ANSWERED);
                assertThat(events(journal, other.id())).endsWith(Event.ASKED, Event.ASKED, Event.UNANSWERED);
                assertThat(journal.unanswered(NOW.plus(Duration.ofDays(9)), 10)).isEmpty();
                assertThat(journal.verify().findings()).isEmpty();
            }
        });
    }

    @Test
    void aDeliveryThatIsSettledAfterTheAnswerTakesNothingBack() throws Exception {
        inBoth(store -> {
            try (StoredJournal journal = StoredJournal.open(store, "one", clock(Duration.ZERO))) {
                TestHubSide hub = new TestHubSide(journal, clock(Duration.ZERO));
                Correlated payment = hub.send("jinhe", "nordland", Iso.xml("pacs.008.001.08"));
                hub.send("nordland", "jinhe", hub.status("ACSC"));

                journal.write(Entry.about(payment.id())
                        .step(hub.step(Event.DELIVERED))
                        .entry());

                assertThat(journal.story(payment.id()).orElseThrow().state()).isEqualTo(State.ANSWERED);
                assertThat(journal.unanswered(NOW.plus(Duration.ofDays(9)), 10)).isEmpty();
                assertThat(journal.verify().findings()).isEmpty();
            }
        });
    }

    @Test
    void storedMessagesAreFoundByWhatAParticipantCallsThem() throws Exception {
        inBoth(store -> {
            try (StoredJournal journal = StoredJournal.open(store, "one", clock(Duration.ZERO))) {
                TestHubSide hub = new TestHubSide(journal, clock(Duration.ZERO));
                String xml = Iso.xml("pacs.008.001.08");
                hub.send("jinhe", "nordland", xml);
                hub.send("jinhe", "nordland", xml.replace(PAID, "11111111-9d3b-4c77-8a21-6e4b0d9f3a52"));
                JournalOriginals own = new JournalOriginals(journal, "nordland");

                assertThat(own.find("pacs.008", PAID)).contains(xml.getBytes(StandardCharsets.UTF_8));
                assertThat(own.find("pacs.008.001.08", PAID)).isPresent();
                assertThat(own.find("pacs.008", Iso.message("pacs.028.001.03"))).isPresent();
                assertThat(own.find("pacs.008", "INV-2026-0815")).isEmpty();
                assertThat(own.find("pacs.008", "NOTPROVIDED")).isEmpty();
                assertThat(own.find("pacs.009", PAID)).isEmpty();
                assertThat(own.find("pacs.008")).isEmpty();
                assertThat(new JournalOriginals(journal, "jinhe").find("pacs.008", PAID))
                        .isPresent();
                assertThat(new JournalOriginals(journal, "stranger").find("pacs.008", PAID))
                        .isEmpty();
            }
        });
    }

    @Test
    void aNameThatVeryManyPaymentsOfOthersHaveHidesNone() throws Exception {
        inBoth(store -> {
            try (StoredJournal journal = StoredJournal.open(store, "one", clock(Duration.ZERO))) {
                TestHubSide hub = new TestHubSide(journal, clock(Duration.ZERO));
                Correlated first = hub.send("jinhe", "nordland", rent("SH-1", 1));
                hub.send("jinhe", "nordland", rent("SH-2", 2));
                for (int i = 3; i < 102; i++) {
                    hub.send("lakeside", "meridian", rent("SH-" + i, i));
                }
                String status = hub.status("ACSC")
                        .replaceFirst("<OrgnlUETR>.*?</OrgnlUETR>", "")
                        .replace("INV-2026-0815", "RENT")
                        .replace("SH261120-0017", "SH-1");
                String transaction = status.replaceFirst("<OrgnlGrpInf>.*?</OrgnlGrpInf>", "");
                String endToEnd = transaction.replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "");

                for (String clear : List.of(status, transaction)) {
                    Outcome outcome = hub.correlate("nordland", clear).outcome();
                    assertThat(outcome.original().map(Outcome.Original::id)).contains(first.id());
                }
                assertThat(hub.correlate("nordland", endToEnd).outcome()).isEqualTo(new Outcome.Ambiguous());
                assertThat(new JournalOriginals(journal, "nordland").find("pacs.008", "RENT"))
                        .isEmpty();
            }
        });
    }

    private static String rent(String message, int number) {
        return Iso.xml("pacs.008.001.08")
                .replace(PAID, "33333333-9d3b-4c77-8a21-%012d".formatted(number))
                .replace("INV-2026-0815", "RENT")
                .replace("SH261120-0017", message);
    }

    @Test
    void identifiersThatDoNotFitComeBackFromTheJournal() throws Exception {
        inBoth(store -> {
            try (StoredJournal journal = StoredJournal.open(store, "one", clock(Duration.ZERO))) {
                JournalShortIds made = new JournalShortIds(journal, "jinhe");
                made.keep("TWSHORT", "urn:shop:a-very-long-identifier-of-an-order");
                MessageId id = MessageId.next(clock(Duration.ZERO));
                Correlated correlated = new TestHubSide(journal, clock(Duration.ZERO))
                        .correlation()
                        .correlate("jinhe", id, Iso.message("pacs.008.001.08"));
                Opening opening = new Opening(NOW, "jinhe", "http", "", "pacs.008.001.08", id, Optional.empty());
                Entry.Draft draft = Entry.opening(id, opening)
                        .step(correlated.step(NOW, made.kept()))
                        .step(new Step(NOW, Event.RELEASED, Step.HUB, Details.NOTHING))
                        .content(Content.ORIGINAL, new byte[] {1});
                made.references().forEach(draft::reference);

                assertThat(made.longForm("TWSHORT")).isPresent();
                assertThat(new JournalShortIds(journal, "jinhe").longForm("TWSHORT"))
                        .isEmpty();
                journal.write(draft.entry());
                assertThat(new JournalShortIds(journal, "jinhe").longForm("TWSHORT"))
                        .contains("urn:shop:a-very-long-identifier-of-an-order");
                assertThat(new JournalShortIds(journal, "stranger").longForm("TWSHORT"))
                        .isEmpty();
                assertThat(new JournalShortIds(journal, "jinhe").longForm("TWOTHER"))
                        .isEmpty();
                assertThat(new JournalShortIds(journal, "jinhe").kept()).isEqualTo(Map.of());
            }
        });
    }
}
