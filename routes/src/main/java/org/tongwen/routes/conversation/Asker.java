package org.tongwen.routes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.config.HubConfig.Conversations;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Receipt;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;
import org.tongwen.routes.journal.Turn;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * Asks for payments that nobody has answered: a payment whose outcome is not known is pending, and never rejected by the hub. After some
 * questions it asks no more, and somebody has to find out. Several hubs may share a journal: each question has a key of its own, so that the
 * second to ask it finds it asked.
 */
public final class Asker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);
    private static final int AT_ONCE = 100;
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Where a payment may be asked about. */
    private static final Set<State> OPEN = Set.of(State.RELEASED, State.DELIVERING, State.DELIVERED, State.UNDELIVERED);

    /** Makes of a question what its receiver gets: it is translated, and signed where the receiver wants that. */
    @FunctionalInterface
    public interface Rendering {

        /** The bytes; empty when the receiver cannot be asked. */
        Optional<Rendered> render(String receiver, BusinessMessage question);
    }

    /**
     * What a receiver gets.
     *
     * @param iso the question as an ISO message
     * @param bytes what is delivered
     * @param mediaType what the bytes are
     */
    public record Rendered(byte[] iso, byte[] bytes, String mediaType) {}

    private final Journal journal;
    private final Correlation correlation;
    private final StoredMessages stored;
    private final StatusRequest requests;
    private final Conversations policy;
    private final Rendering rendering;
    private final BiConsumer<MessageId, Finding> alert;
    private final Runnable wake;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    /**
     * Asks about payments of a journal.
     *
     * @param alert is told of payments that nobody answers
     * @param wake is run when there is a question to deliver
     */
    public Asker(
            Journal journal,
            Correlation correlation,
            Catalogue catalogue,
            Conversations policy,
            Rendering rendering,
            BiConsumer<MessageId, Finding> alert,
            Runnable wake,
            Clock clock) {
        this.journal = journal;
        this.correlation = correlation;
        this.stored = new StoredMessages(journal, catalogue);
        this.requests = new StatusRequest(catalogue);
        this.policy = policy;
        this.rendering = rendering;
        this.alert = alert;
        this.wake = wake;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "tongwen-asker");
            made.setDaemon(true);
            return made;
        });
    }

    /** Begins to look for payments that nobody answers. */
    public void start() {
        Duration half = policy.askAfter().dividedBy(2);
        Duration pause = half.compareTo(SHORTEST) < 0 ? SHORTEST : half.compareTo(LONGEST) > 0 ? LONGEST : half;
        thread.scheduleWithFixedDelay(this::lookAgain, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong, there is a next time. */
    private void lookAgain() {
        try {
            look();
        } catch (JournalException e) {
            LOG.warn("payments without an answer cannot be looked for: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("payments without an answer cannot be looked for", e);
        }
    }

    /**
     * Asks about what is due now.
     *
     * @return how many questions were put
     * @throws JournalException when the journal is away
     */
    public int look() {
        int asked = 0;
        List<Summary> open = journal.unanswered(clock.instant().minus(policy.askAfter()), AT_ONCE);
        for (Summary payment : open) {
            asked += isAsked(payment.id()) ? 1 : 0;
        }
        if (asked > 0) {
            wake.run();
        }
        return asked;
    }

    /** A payment whose story cannot be read, because somebody changed it, keeps nobody from asking about the others. */
    private boolean isAsked(MessageId payment) {
        try {
            return latest(payment).filter(this::attend).isPresent();
        } catch (JournalException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("message {}: nobody can ask about it", payment, e);
            return false;
        }
    }

    /** A payment when no answer to it is under way; empty when it is answered, or just learned of what it did not know. */
    private Optional<Story> latest(MessageId payment) {
        Turn turn = journal.turn(Turn.To.ANSWER, payment);
        try {
            return journal.story(payment)
                    .filter(story -> OPEN.contains(story.state()))
                    .filter(story -> !correlation.heal(story));
        } finally {
            turn.close();
        }
    }

    /** Whether a question was put. */
    private boolean attend(Story story) {
        int time = asked(story) + 1;
        Optional<MessageId> question = time > policy.asks() ? Optional.empty() : ask(story, time);
        if (question.isEmpty()) {
            giveUp(story.id());
            return false;
        }
        byte[] detail = Details.asked(question.get(), time);
        journal.write(about(story.id(), new Step(clock.instant(), Event.ASKED, Step.HUB, detail)));
        return true;
    }

    private static int asked(Story story) {
        return story.steps().stream()
                .filter(step -> step.event() == Event.ASKED && step.actor().equals(Step.HUB))
                .mapToInt(step -> Details.time(step.detail()))
                .max()
                .orElse(0);
    }

    private Optional<MessageId> ask(Story story, int time) {
        Optional<String> receiver = Parties.receivers(story).stream().findFirst();
        Optional<BusinessMessage> question = stored.find(story.id()).flatMap(payment -> question(payment, story, time));
        return receiver.flatMap(to -> question.flatMap(
                message -> rendering.render(to, message).map(rendered -> put(story, time, to, message, rendered))));
    }

    private Optional<BusinessMessage> question(BusinessMessage payment, Story story, int time) {
        Standing standing = Standing.of(story);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return requests.about(payment, identifier(story.id(), time), now, standing::isOpen);
    }

    /** 35 characters hold a UUID and which time it is. */
    private static String identifier(MessageId payment, int time) {
        return "Q" + Character.toUpperCase(Character.forDigit(time % Character.MAX_RADIX, Character.MAX_RADIX))
                + payment.toString().replace("-", "");
    }

    private MessageId put(Story story, int time, String receiver, BusinessMessage question, Rendered rendered) {
        MessageId id = MessageId.next(clock);
        Instant now = clock.instant();
        Opening.Key key = new Opening.Key("question " + time + " about " + story.id(), true);
        Opening opening = new Opening(
                now,
                Step.HUB,
                Step.HUB,
                "",
                StatusRequest.MESSAGE,
                story.opening().conversation(),
                Optional.of(key));
        Outcome.Original original = new Outcome.Original(
                story.id(), story.opening().conversation(), story.opening().message(), receiver);
        References references = References.of(question);
        Correlated correlated =
                new Correlated(id, Step.HUB, references, new Outcome.Following(original), List.of(), false);
        Entry.Draft draft = Entry.opening(id, opening)
                .step(correlated.step(now))
                .step(new Step(now, Event.RELEASED, Step.HUB, Details.NOTHING))
                .content(Content.ORIGINAL, rendered.iso())
                .content(Content.ISO, rendered.iso())
                .content(Content.DELIVERY, rendered.bytes())
                .dispatch(new Dispatch(receiver, Content.DELIVERY, rendered.mediaType(), StatusRequest.MESSAGE));
        references.names().forEach(draft::reference);
        return first(journal.write(draft.entry()), id);
    }

    /** The message that asks: ours, or the one of another hub that was faster. */
    private static MessageId first(Receipt receipt, MessageId own) {
        if (receipt instanceof Receipt.Repeat repeat) {
            return repeat.first();
        }
        return receipt instanceof Receipt.Conflict conflict ? conflict.first() : own;
    }

    private void giveUp(MessageId payment) {
        Finding finding = Finding.warning(
                "hub.NoAnswer",
                Place.NOWHERE,
                "nobody says what became of the payment; it is pending until somebody finds out");
        Step step = new Step(clock.instant(), Event.UNANSWERED, Step.HUB, Details.finding(finding.id()));
        if (journal.write(about(payment, step)) instanceof Receipt.Written) {
            alert.accept(payment, finding);
        }
    }

    private static Entry about(MessageId payment, Step step) {
        return Entry.about(payment).onlyIn(OPEN).step(step).entry();
    }

    /** Ends after what is under way. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
