package org.tongwen.routes.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Search;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.StoredJournal;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.xsd.finding.Checked;

/** The desk over a journal in a file. */
class DeskOnStoreTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Dispatch TO_BETA =
            new Dispatch("beta", Content.DELIVERY, "application/xml", "pacs.008.001.08");

    @TempDir
    private Path folder;

    private StoredJournal journal;
    private Desk desk;

    /** Holds every repaired message again. */
    private static final class Pipeline implements Reprocessing {

        @Override
        public void decided(MessageId id) {}

        @Override
        public Checked<Trial> release(Story story, byte[] iso, Entry.Draft draft) {
            draft.content(Content.DELIVERY, iso).dispatch(TO_BETA);
            return Checked.of(Trial.NOTHING, List.of());
        }

        @Override
        public Trial again(Story story, byte[] source, Entry.Draft draft) {
            draft.content(Content.ISO, source).step(new Step(CLOCK.instant(), Event.HELD, Step.HUB, new byte[0]));
            return Trial.NOTHING;
        }
    }

    @BeforeEach
    void open() {
        journal = StoredJournal.open(
                new Store.Embedded(folder.resolve("journal"), folder.resolve("keys.json")), "one", CLOCK);
        desk = new Desk(journal, new Pipeline(), new MessageLog(false), CLOCK);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private MessageId held() {
        MessageId id = MessageId.next(CLOCK);
        Opening opening =
                new Opening(CLOCK.instant(), "acme", "http", "acme.payout", "pacs.008.001.08", id, Optional.empty());
        journal.write(Entry.opening(id, opening)
                .step(new Step(CLOCK.instant(), Event.RECEIVED, "acme", "{}".getBytes(StandardCharsets.UTF_8)))
                .step(new Step(CLOCK.instant(), Event.HELD, Step.HUB, new byte[0]))
                .content(Content.ORIGINAL, "source 0".getBytes(StandardCharsets.UTF_8))
                .content(Content.ISO, "<iso/>".getBytes(StandardCharsets.UTF_8))
                .reference(new Reference(Reference.Kind.END_TO_END_ID, "E-1"))
                .entry());
        return id;
    }

    private static Decision by(String operator) {
        return new Decision(operator, "because", OptionalInt.empty());
    }

    @Test
    void whatIsReleasedIsDelivered() {
        MessageId id = held();

        assertThat(desk.release(id, by("carol")).value()).isPresent();

        List<Delivery> claimed = journal.claim(10, Duration.ofSeconds(30), Duration.ofMinutes(5));
        assertThat(claimed).singleElement().satisfies(delivery -> {
            assertThat(delivery.message()).isEqualTo(id);
            assertThat(delivery.dispatch()).isEqualTo(TO_BETA);
        });
        assertThat(journal.content(id, Content.DELIVERY).orElseThrow())
                .asString()
                .isEqualTo("<iso/>");
    }

    @Test
    void eachRepairIsANewVersionAndTheJournalStaysSound() throws Exception {
        MessageId id = held();
        for (int i = 1; i <= 3; i++) {
            desk.repair(id, by("carol"), ("source " + i).getBytes(StandardCharsets.UTF_8));
            assertThat(journal.content(id, Content.REPAIRED).orElseThrow())
                    .asString()
                    .isEqualTo("source " + i);
        }
        desk.refuse(id, by("dave"));

        JsonNode story = json(desk.story(id, new Viewer("carol", true), true));
        assertThat(story.get("steps").findValuesAsText("event"))
                .containsExactly(
                        "received", "held", "repaired", "held", "repaired", "held", "repaired", "held", "refused");
        assertThat(story.at("/contents/original/text").asText()).isEqualTo("source 0");
        assertThat(story.at("/contents/repaired/text").asText()).isEqualTo("source 3");
        assertThat(json(desk.verification()).get("sound").asBoolean()).isTrue();
    }

    @Test
    void ofManyDecisionsAtOnceEveryOneIsMadeOnWhatWasSeenOrNotAtAll() throws Exception {
        MessageId id = held();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Checked<byte[]>>> decisions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Decision seen = new Decision("operator" + i, "because", OptionalInt.of(2));
            boolean repairs = i % 2 == 0;
            decisions.add(threads.submit(() -> {
                start.await();
                return repairs ? desk.repair(id, seen, new byte[] {'x'}) : desk.release(id, seen);
            }));
        }
        start.countDown();
        int made = 0;
        for (Future<Checked<byte[]>> decision : decisions) {
            made += decision.get().value().isPresent() ? 1 : 0;
        }
        threads.shutdownNow();

        assertThat(made).isEqualTo(1);
        assertThat(journal.story(id).orElseThrow().steps().size()).isBetween(3, 4);
    }

    @Test
    void messagesAreFoundByReferenceStateAndSender() throws Exception {
        MessageId first = held();
        MessageId second = held();
        desk.release(first, by("carol"));
        Counter counter = new Counter(desk);
        Viewer carol = new Viewer("carol", true);

        assertThat(ids(counter, Map.of("reference", "E-1"), carol))
                .containsExactly(second.toString(), first.toString());
        assertThat(ids(counter, Map.of("state", "held"), carol)).containsExactly(second.toString());
        assertThat(ids(counter, Map.of("participant", "beta"), carol)).isEmpty();
        assertThat(journal.story(first).orElseThrow().state()).isEqualTo(State.RELEASED);
    }

    /** The answers have the forms that the description of the interface gives them. */
    @Test
    void answersAreAsTheDescriptionSays() throws Exception {
        MessageId id = held();
        desk.release(id, by("carol"));

        conforms("Story", desk.story(id, new Viewer("carol", true), true));
        conforms("Story", desk.story(id, new Viewer("acme", false), true));
        conforms("Story", desk.story(id, new Viewer("beta", false), true));
        conforms("Messages", desk.find(Search.all(10)));
        conforms("Verification", desk.verification());
    }

    private static void conforms(String name, Checked<byte[]> answer) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode schema = mapper.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        try (InputStream file = Counter.class.getResourceAsStream("/org/tongwen/routes/http/openapi.yaml")) {
            JsonNode openapi =
                    mapper.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(file));
            schema.set("components", openapi.get("components"));
        }
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json(answer)))
                .isEmpty();
    }

    private static List<String> ids(Counter counter, Map<String, String> parameters, Viewer viewer) throws Exception {
        return json(counter.answer(Call.get(parameters, "messages"), viewer))
                .get("messages")
                .findValuesAsText("id");
    }

    private static JsonNode json(Checked<byte[]> answer) throws Exception {
        return new ObjectMapper().readTree(answer.value().orElseThrow());
    }
}
