package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Credentials;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.config.HubConfig.Limits;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.StoredJournal;
import org.tongwen.routes.journal.TestStore;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.routes.observe.Meters;

/** What stands around a deliverer: a journal, receivers, the route. */
final class Bench implements AutoCloseable {

    static final DeliveryPolicy POLICY = new DeliveryPolicy(
            Duration.ofMillis(20), 2, Duration.ofMillis(200), 0.2, Duration.ofMinutes(5), Duration.ofSeconds(10), 8);

    /** The same for receivers that say nothing. */
    static final DeliveryPolicy IMPATIENT = new DeliveryPolicy(
            Duration.ofMillis(20), 2, Duration.ofMillis(200), 0.2, Duration.ofMinutes(5), Duration.ofMillis(800), 8);

    final Outage journal;
    final MovableClock clock = new MovableClock();
    final Meters meters = new Meters();
    private final Map<String, Participant> participants = new HashMap<>();
    private final List<Deliverer> deliverers = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Duration lease = Duration.ofSeconds(15);

    private final Store store;
    private final boolean shared;

    Bench(TestStore kind, Path folder) {
        store = kind.fresh(folder);
        shared = kind == TestStore.POSTGRES;
        journal = new Outage(StoredJournal.open(store, "one", clock));
    }

    /** The journal of another process, where processes may share a store; else the same. */
    Journal second() {
        if (!shared) {
            return journal;
        }
        Journal second = StoredJournal.open(store, "two", clock);
        open.add(second);
        return second;
    }

    void receiver(String name, Receives receives) {
        participants.put(
                name,
                new Participant(
                        name,
                        name,
                        false,
                        Credentials.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        false,
                        Limits.NONE,
                        Checks.NONE,
                        Optional.empty(),
                        Optional.of(receives)));
    }

    void http(String name, Receiver receiver) {
        receiver(name, receives("http", receiver.address()));
    }

    /** A receiver that answers so, under that name. */
    Receiver receiver(String name, Function<Receiver.Post, String> answers) {
        Receiver receiver = new Receiver(answers);
        closing(receiver);
        http(name, receiver);
        return receiver;
    }

    /** Closes it at the end, after all deliverers. */
    void closing(AutoCloseable last) {
        open.add(last);
    }

    /** Waits until a message is there. */
    void await(MessageId id, State state) {
        Awaitility.await().untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    static Receives receives(String channel, String to) {
        return new Receives(channel, to, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** How long claims last; longer than an attempt. */
    void lease(Duration time) {
        lease = time;
    }

    Deliverer deliverer() throws Exception {
        return deliverer(POLICY);
    }

    Deliverer deliverer(DeliveryPolicy policy) throws Exception {
        return deliverer(policy, BodySigner.NONE, ClientTls.NONE);
    }

    /** A deliverer that has begun. */
    Deliverer deliverer(DeliveryPolicy policy, BodySigner signer, ClientTls tls) throws Exception {
        return deliverer(journal, policy, signer, tls);
    }

    /** One of another process. */
    Deliverer deliverer(Journal other) throws Exception {
        return deliverer(other, POLICY, BodySigner.NONE, ClientTls.NONE);
    }

    private Deliverer deliverer(Journal from, DeliveryPolicy policy, BodySigner signer, ClientTls tls)
            throws Exception {
        Deliverer deliverer = new Deliverer(
                from, participants, policy, lease, route(policy, signer, tls), clock, meters, new MessageLog(true));
        open.add(0, deliverer);
        deliverers.add(deliverer);
        deliverer.start();
        return deliverer;
    }

    /** Steps have no state, so that one route serves all tests that want nothing special. */
    private CamelContext route(DeliveryPolicy policy, BodySigner signer, ClientTls tls) throws Exception {
        if (policy == POLICY && signer == BodySigner.NONE && tls == ClientTls.NONE) {
            return Usual.ROUTE;
        }
        CamelContext context = newRoute(policy, signer, tls);
        open.add(context);
        return context;
    }

    private static final class Usual {
        private static final CamelContext ROUTE = start();

        private static CamelContext start() {
            try {
                return newRoute(POLICY, BodySigner.NONE, ClientTls.NONE);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static CamelContext newRoute(DeliveryPolicy policy, BodySigner signer, ClientTls tls) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("deliverHttp", new HttpDelivery(policy, tls, signer, Clock.systemUTC()));
        context.getRegistry().bind("deliverFolder", new FolderDelivery());
        context.getRegistry().bind("deliverUnknown", new UnknownChannel());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:routes/deliver.camel.yaml"));
        context.start();
        return context;
    }

    /** A message that is to be delivered. */
    MessageId send(String receiver, String body) {
        MessageId id = MessageId.next(clock);
        return send(id, id, receiver, body);
    }

    /** A later message of a conversation. */
    MessageId send(MessageId id, MessageId conversation, String receiver, String body) {
        Opening opening =
                new Opening(clock.instant(), "sender", "http", "", "pacs.008.001.08", conversation, Optional.empty());
        journal.write(Entry.opening(id, opening)
                .step(step(Event.RECEIVED))
                .step(step(Event.RELEASED))
                .content(Content.ORIGINAL, body.getBytes(StandardCharsets.UTF_8))
                .content(Content.DELIVERY, body.getBytes(StandardCharsets.UTF_8))
                .dispatch(new Dispatch(receiver, Content.DELIVERY, "application/xml", "pacs.008.001.08"))
                .entry());
        deliverers.forEach(Deliverer::wake);
        return id;
    }

    Step step(Event event) {
        Instant now = clock.instant();
        return new Step(now, event, Step.HUB, "{}".getBytes(StandardCharsets.UTF_8));
    }

    State state(MessageId id) {
        return journal.story(id).orElseThrow().state();
    }

    String delivery(MessageId id) {
        return journal.story(id).orElseThrow().deliveries().get(0).word();
    }

    List<Event> events(MessageId id) {
        return journal.story(id).orElseThrow().steps().stream().map(Step::event).toList();
    }

    /** The details of all steps as one text. */
    String details(MessageId id) {
        StringBuilder text = new StringBuilder();
        journal.story(id)
                .orElseThrow()
                .steps()
                .forEach(step -> text.append(new String(step.detail(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable each : open) {
                each.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        journal.close();
        meters.close();
    }
}
