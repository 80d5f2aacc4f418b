package org.tongwen.routes.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class DeskTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Viewer CAROL = new Viewer("carol", true);
    private static final Viewer DAVE = new Viewer("dave", true);
    private static final Viewer ACME = new Viewer("acme", false);
    private static final Viewer BETA = new Viewer("beta", false);
    private static final String WHY = "{\"reason\":\"asked the bank\"}";
    private static final String FINDINGS = """
            {"findings":[{"severity":"error","id":"screen.WatchList","message":"like a name","value":"Ivan Petrov"},
            {"severity":"error","id":"screen.Limit","message":"too much"}]}
            """;

    private final MemoryJournal journal = new MemoryJournal();
    private final Pipeline pipeline = new Pipeline();
    private final Counter counter = new Counter(
            new Desk(journal, pipeline, new MessageLog(false), Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC)));

    /** A pipeline that releases what says so, holds what says so, and refuses the rest. */
    private static final class Pipeline implements Reprocessing {

        private final List<String> takenBack = new ArrayList<>();
        private Optional<CyclicBarrier> barrier = Optional.empty();
        private Optional<Finding> obstacle = Optional.empty();

        @Override
        public void decided(MessageId id) {}

        @Override
        public Checked<Trial> release(Story story, byte[] iso, Entry.Draft draft) {
            meet();
            if (obstacle.isPresent()) {
                return Checked.none(obstacle.get());
            }
            draft.content(Content.DELIVERY, iso).dispatch(toBeta());
            return Checked.of(trial("release"), List.of());
        }

        @Override
        public Trial again(Story story, byte[] source, Entry.Draft draft) {
            meet();
            String text = new String(source, StandardCharsets.UTF_8);
            Event event = text.contains("good") ? Event.RELEASED : text.contains("hold") ? Event.HELD : Event.REFUSED;
            draft.content(Content.ISO, source).step(new Step(NOON, event, Step.HUB, new byte[0]));
            if (event == Event.RELEASED) {
                draft.content(Content.DELIVERY, source).dispatch(toBeta());
            }
            return trial("repair");
        }

        private Trial trial(String what) {
            return new Trial() {
                @Override
                public void end(boolean isWritten) {
                    if (!isWritten) {
                        taken(what);
                    }
                }

                @Override
                public void close() {}
            };
        }

        private void meet() {
            barrier.ifPresent(each -> {
                try {
                    each.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        private synchronized void taken(String what) {
            takenBack.add(what);
        }
    }

    private static Dispatch toBeta() {
        return new Dispatch("beta", Content.DELIVERY, "application/xml", "pacs.008.001.08");
    }

    private MessageId held() {
        return message(Event.HELD, true);
    }

    private MessageId message(Event last, boolean iso) {
        MessageId id = MessageId.next(Clock.systemUTC());
        Opening opening = new Opening(NOON, "acme", "http", "acme.payout", "pacs.008.001.08", id, Optional.empty());
        Entry.Draft draft = Entry.opening(id, opening)
                .step(new Step(NOON, Event.RECEIVED, "acme", new byte[0]))
                .step(new Step(NOON, Event.SCREENED, Step.HUB, FINDINGS.getBytes(StandardCharsets.UTF_8)))
                .step(new Step(NOON, last, Step.HUB, new byte[0]))
                .content(Content.ORIGINAL, "the source".getBytes(StandardCharsets.UTF_8))
                .reference(new Reference(Reference.Kind.END_TO_END_ID, "E-1"));
        if (iso) {
            draft.content(Content.ISO, "<iso/>".getBytes(StandardCharsets.UTF_8));
        }
        journal.write(draft.entry());
        return id;
    }

    private Checked<byte[]> post(MessageId id, String deed, String body, Viewer viewer) {
        return counter.answer(
                Call.of("POST", Map.of(), body.getBytes(StandardCharsets.UTF_8), "messages", id.toString(), deed),
                viewer);
    }

    private Checked<byte[]> repair(MessageId id, String source, Map<String, String> parameters, Viewer viewer) {
        return counter.answer(
                Call.of(
                        "PUT",
                        parameters,
                        source.getBytes(StandardCharsets.UTF_8),
                        "messages",
                        id.toString(),
                        "source"),
                viewer);
    }

    private Checked<byte[]> show(MessageId id, Viewer viewer) {
        return counter.answer(Call.get(Map.of("contents", "true"), "messages", id.toString()), viewer);
    }

    private static JsonNode json(Checked<byte[]> answer) {
        try {
            return new ObjectMapper().readTree(answer.value().orElseThrow(() -> new AssertionError(answer.findings())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Checked<byte[]> answer) {
        assertThat(answer.value()).isEmpty();
        return answer.findings().get(0).id();
    }

    @Test
    void anOperatorSeesTheWholeStory() {
        MessageId id = held();

        JsonNode story = json(show(id, CAROL));

        assertThat(story.get("id").asText()).isEqualTo(id.toString());
        assertThat(story.get("state").asText()).isEqualTo("held");
        assertThat(story.get("mapping").asText()).isEqualTo("acme.payout");
        assertThat(story.get("seen").asInt()).isEqualTo(3);
        assertThat(story.get("steps").findValuesAsText("event")).containsExactly("received", "screened", "held");
        assertThat(story.at("/steps/1/detail/findings/0/value").asText()).isEqualTo("Ivan Petrov");
        assertThat(story.at("/contents/original/text").asText()).isEqualTo("the source");
        assertThat(story.at("/contents/iso/text").asText()).isEqualTo("<iso/>");
    }

    @Test
    void contentsAreShownOnlyWhenAskedFor() {
        assertThat(json(counter.answer(Call.get(Map.of(), "messages", held().toString()), CAROL))
                        .has("contents"))
                .isFalse();
    }

    @Test
    void bytesThatAreNoTextAreShownInBase64() {
        MessageId id = held();
        journal.write(Entry.about(id)
                .content(Content.ORIGINAL, new byte[] {(byte) 0xff, 0})
                .entry());

        assertThat(json(show(id, CAROL)).at("/contents/original/base64").asText())
                .isEqualTo("/wA=");
    }

    @Test
    void theSenderIsNotToldWhomAListNamesNorWhoDecidedWhy() {
        MessageId id = held();
        post(id, "release", WHY, CAROL);

        JsonNode story = json(show(id, ACME));

        assertThat(story.toString())
                .doesNotContain("Ivan Petrov", "WatchList", "carol", "asked the bank")
                .contains("screen.Review", "screen.Limit", "\"actor\":\"operator\"");
        assertThat(story.at("/contents/original/text").asText()).isEqualTo("the source");
        assertThat(story.get("contents").has("delivery")).isFalse();
    }

    @Test
    void theSenderIsNotToldThatItsStatusIsAboutAMessageOfOthers() {
        MessageId id = held();
        journal.write(Entry.about(id)
                .step(new Step(
                        NOON,
                        Event.CORRELATED,
                        Step.HUB,
                        "{\"outcome\":\"foreign\",\"transactions\":1}".getBytes(StandardCharsets.UTF_8)))
                .entry());

        assertThat(json(show(id, ACME)).at("/steps/3/detail/outcome").asText()).isEqualTo("orphan");
        assertThat(json(show(id, CAROL)).at("/steps/3/detail/outcome").asText()).isEqualTo("foreign");
    }

    @Test
    void theSenderReadsWhyItsMessageWasRefused() {
        MessageId id = held();
        post(id, "refuse", WHY, CAROL);

        assertThat(json(show(id, ACME)).at("/steps/3/detail/reason").asText()).isEqualTo("asked the bank");
    }

    @Test
    void theReceiverSeesItsDeliveryAndNothingOfTheSendersSide() {
        MessageId id = held();
        assertThat(id(show(id, BETA))).isEqualTo("hub.UnknownMessageId");
        post(id, "release", WHY, CAROL);

        JsonNode story = json(show(id, BETA));

        assertThat(story.toString()).doesNotContain("acme.payout", "the source", "carol", "screen.");
        assertThat(story.get("contents").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("delivery");
        assertThat(story.at("/deliveries/0/receiver").asText()).isEqualTo("beta");
    }

    @Test
    void aStrangerSeesNothing() {
        MessageId id = held();

        assertThat(id(show(id, new Viewer("gamma", false)))).isEqualTo("hub.UnknownMessageId");
        assertThat(id(show(MessageId.next(Clock.systemUTC()), CAROL))).isEqualTo("hub.UnknownMessageId");
        assertThat(id(counter.answer(Call.get(Map.of(), "messages", "nonsense"), CAROL)))
                .isEqualTo("hub.UnknownMessageId");
    }

    @Test
    void onlyOperatorsFindAndDecide() {
        MessageId id = held();

        assertThat(id(post(id, "release", WHY, ACME))).isEqualTo("hub.Forbidden");
        assertThat(id(post(id, "refuse", WHY, ACME))).isEqualTo("hub.Forbidden");
        assertThat(id(post(id, "deliveries", WHY, ACME))).isEqualTo("hub.Forbidden");
        assertThat(id(repair(id, "good", Map.of("reason", "x"), ACME))).isEqualTo("hub.Forbidden");
        assertThat(id(counter.answer(Call.get(Map.of(), "messages"), ACME))).isEqualTo("hub.Forbidden");
        assertThat(id(counter.answer(Call.get(Map.of(), "journal", "verification"), ACME)))
                .isEqualTo("hub.Forbidden");
        assertThat(journal.story(id).orElseThrow().steps()).hasSize(3);
    }

    @Test
    void aReleaseIsJournalledWithItsReasonAndDispatched() {
        MessageId id = held();

        JsonNode story = json(post(id, "release", WHY, CAROL));

        assertThat(story.get("state").asText()).isEqualTo("released");
        assertThat(story.at("/steps/3/event").asText()).isEqualTo("released");
        assertThat(story.at("/steps/3/actor").asText()).isEqualTo("carol");
        assertThat(story.at("/steps/3/at").asText()).isEqualTo("2026-01-31T12:01:00Z");
        assertThat(story.at("/steps/3/detail/reason").asText()).isEqualTo("asked the bank");
        assertThat(story.at("/deliveries/0/state").asText()).isEqualTo("waiting");
        assertThat(pipeline.takenBack).isEmpty();
    }

    @Test
    void whatBecameNoIsoMessageCannotBeReleased() {
        assertThat(id(post(message(Event.HELD, false), "release", WHY, CAROL))).isEqualTo("hub.NothingToRelease");
    }

    @Test
    void whatHasNoReceiverCannotBeReleased() {
        pipeline.obstacle = Optional.of(Finding.error("hub.UnknownReceiver", Place.NOWHERE, "nobody"));
        MessageId id = held();

        assertThat(id(post(id, "release", WHY, CAROL))).isEqualTo("hub.UnknownReceiver");
        assertThat(journal.story(id).orElseThrow().state()).isEqualTo(State.HELD);
    }

    @ParameterizedTest
    @CsvSource({"a good one, released, 5", "hold on, held, 5", "rubbish, refused, 5"})
    void aRepairedMessageGoesTheWayOfItsNewSource(String source, String state, int steps) {
        MessageId id = held();

        JsonNode story = json(repair(id, source, Map.of("reason", "typo"), CAROL));

        assertThat(story.get("state").asText()).isEqualTo(state);
        assertThat(story.get("steps")).hasSize(steps);
        assertThat(story.at("/steps/3/event").asText()).isEqualTo("repaired");
        assertThat(story.at("/steps/3/actor").asText()).isEqualTo("carol");
        assertThat(journal.content(id, Content.ORIGINAL).orElseThrow())
                .asString()
                .isEqualTo("the source");
        assertThat(journal.content(id, Content.REPAIRED).orElseThrow())
                .asString()
                .isEqualTo(source);
    }

    @Test
    void anEmptySourceRepairsNothing() {
        MessageId id = held();

        assertThat(id(repair(id, "", Map.of("reason", "typo"), CAROL))).isEqualTo("hub.EmptyBody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "refuse"})
    void whatIsNoLongerHeldCannotBeDecidedAgain(String deed) {
        MessageId id = held();
        post(id, "refuse", WHY, CAROL);

        Checked<byte[]> second = post(id, deed, WHY, DAVE);

        assertThat(id(second)).isEqualTo("hub.Overtaken");
        assertThat(second.findings().get(0).message()).endsWith("it is refused");
    }

    @Test
    void ofTwoOperatorsAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        MessageId id = held();
        pipeline.barrier = Optional.of(new CyclicBarrier(2));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Checked<byte[]>> carol = threads.submit(() -> post(id, "release", WHY, CAROL));
        Future<Checked<byte[]>> dave = threads.submit(() -> repair(id, "hold on", Map.of("reason", "typo"), DAVE));
        List<Checked<byte[]>> answers = List.of(carol.get(), dave.get());
        threads.shutdownNow();

        assertThat(answers).filteredOn(answer -> answer.value().isPresent()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.value().isEmpty())
                .singleElement()
                .satisfies(answer -> assertThat(id(answer)).isEqualTo("hub.Overtaken"));
        assertThat(pipeline.takenBack).hasSize(1);
    }

    @Test
    void whoeverSawAnEarlierStateIsTold() {
        MessageId id = held();
        repair(id, "hold on", Map.of("reason", "typo", "seen", "3"), CAROL);

        assertThat(id(post(id, "release", "{\"reason\":\"fine\",\"seen\":3}", DAVE)))
                .isEqualTo("hub.Overtaken");
        assertThat(id(repair(id, "good", Map.of("reason", "typo", "seen", "3"), DAVE)))
                .isEqualTo("hub.Overtaken");
        assertThat(json(post(id, "release", "{\"reason\":\"fine\",\"seen\":5}", DAVE))
                        .get("state")
                        .asText())
                .isEqualTo("released");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"reason\":\"\"}",
                "{\"reason\":\"  \"}",
                "{\"reason\":7}",
                "{\"reason\":\"a\",\"who\":\"b\"}",
                "{\"reason\":\"a\"}{}",
                "{\"reason\":\"a\"",
                "[\"reason\"]",
            })
    void withoutAReasonNothingIsDone(String body) {
        MessageId id = held();

        assertThat(id(post(id, "release", body, CAROL))).isEqualTo("hub.Reason");
        assertThat(journal.story(id).orElseThrow().state()).isEqualTo(State.HELD);
    }

    @Test
    void deliveriesThatWereGivenUpAreTriedAgain() {
        MessageId id = held();
        post(id, "release", WHY, CAROL);
        journal.delivered(id, "dead");
        journal.write(Entry.about(id)
                .step(new Step(NOON, Event.UNDELIVERED, Step.HUB, new byte[0]))
                .entry());

        JsonNode story = json(post(id, "deliveries", WHY, CAROL));

        assertThat(story.get("state").asText()).isEqualTo("released");
        assertThat(story.get("deliveries").findValuesAsText("state")).containsExactly("dead", "waiting");
        assertThat(id(post(id, "deliveries", WHY, CAROL))).isEqualTo("hub.Overtaken");
    }

    @Test
    void whatWasGivenUpTwiceIsTriedOnceMoreOnly() {
        MessageId id = held();
        post(id, "release", WHY, CAROL);
        for (int time = 0; time < 2; time++) {
            journal.delivered(id, "dead");
            journal.write(Entry.about(id)
                    .step(new Step(NOON, Event.UNDELIVERED, Step.HUB, new byte[0]))
                    .entry());
            post(id, "deliveries", WHY, CAROL);
        }

        assertThat(json(show(id, CAROL)).get("deliveries").findValuesAsText("state"))
                .containsExactly("dead", "dead", "waiting");
    }

    @Test
    void messagesAreFoundByWhatIsAskedFor() {
        MessageId held = held();
        MessageId released = message(Event.RELEASED, true);

        assertThat(found(Map.of())).containsExactly(released.toString(), held.toString());
        assertThat(found(Map.of("state", "held"))).containsExactly(held.toString());
        assertThat(found(Map.of("reference", "E-1", "most", "1"))).containsExactly(released.toString());
        assertThat(found(Map.of("reference", "E-2"))).isEmpty();
        assertThat(found(Map.of("participant", "acme", "message", "pacs.008"))).hasSize(2);
        assertThat(found(Map.of("since", "2026-01-31T12:00:01Z"))).isEmpty();
        assertThat(found(Map.of("since", "2026-01-31", "until", "2026-02-01"))).hasSize(2);
    }

    private List<String> found(Map<String, String> parameters) {
        return json(counter.answer(Call.get(parameters, "messages"), CAROL))
                .get("messages")
                .findValuesAsText("id");
    }

    @ParameterizedTest
    @CsvSource({"state, gone", "since, yesterday", "since, 2026-02-30", "most, 0", "most, 1001", "name, x"})
    void aSearchThatMakesNoSenseIsAFinding(String name, String value) {
        assertThat(id(counter.answer(Call.get(Map.of(name, value), "messages"), CAROL)))
                .isEqualTo("hub.Parameter");
    }

    @Test
    void aCheckOfTheJournalTellsItsHeads() {
        JsonNode verification = json(counter.answer(Call.get(Map.of(), "journal", "verification"), CAROL));

        assertThat(verification.get("sound").asBoolean()).isTrue();
        assertThat(verification.at("/chains/0/head").asText()).isEqualTo("ab12");
    }

    @Test
    void aStoreThatIsAwayIsAFinding() {
        MessageId id = held();
        journal.away(true);

        assertThat(id(show(id, CAROL))).isEqualTo("hub.StoreAway");
        assertThat(id(post(id, "release", WHY, CAROL))).isEqualTo("hub.StoreAway");
        assertThat(id(counter.answer(Call.get(Map.of(), "messages"), CAROL))).isEqualTo("hub.StoreAway");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, messages/x/release",
        "DELETE, messages/x",
        "GET, journal",
        "POST, messages",
        "GET, ''",
        "PUT, a/b/c/d"
    })
    void whatIsNotThereIsAFinding(String method, String path) {
        Call call = Call.of(method, Map.of(), new byte[0], path.split("/"));

        assertThat(id(counter.answer(call, CAROL))).isEqualTo("hub.UnknownPath");
    }
}
