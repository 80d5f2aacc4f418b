package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.routes.conversation.Family.Role;
import org.tongwen.routes.conversation.Outcome.Original;
import org.tongwen.routes.conversation.Standing.Judgement;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Story;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * Finds the message that another is about, and says what the other is to it. It reads the journal only for messages that are about another one;
 * a payment costs nothing but a look at its references.
 */
public final class Correlation {

    private static final Set<Event> TOLD = Set.of(Event.PENDING, Event.ANSWERED, Event.ASKED);

    /** Of a conversation of very many messages so many of the latest are looked at for answers that nobody knows of. */
    private static final int LATEST = 20;

    private final Journal journal;
    private final StoredMessages stored;
    private final Duration lateAfter;
    private final Clock clock;

    /**
     * Correlates with what a journal holds.
     *
     * @param catalogue by which stored messages are read again
     * @param lateAfter from when on an answer is late
     */
    public Correlation(Journal journal, Catalogue catalogue, Duration lateAfter, Clock clock) {
        this.journal = journal;
        this.stored = new StoredMessages(journal, catalogue);
        this.lateAfter = lateAfter;
        this.clock = clock;
    }

    /**
     * What a message is, while no other answer is under way.
     *
     * @param participant who sent it
     * @param id its number
     * @throws org.tongwen.routes.journal.JournalException when the journal cannot be read
     */
    public Correlated correlate(String participant, MessageId id, BusinessMessage message) {
        return correlated(participant, id, message, story -> story);
    }

    /**
     * What a new message is. Its original first learns of what came before.
     *
     * @param participant who sent it
     * @param id its number
     * @param turn is told which message an answer is about, and returns when no other answer to it is under way; by whatever references the two
     *     name it, they meet here
     * @throws org.tongwen.routes.journal.JournalException when the journal cannot be used
     */
    public Correlated correlate(String participant, MessageId id, BusinessMessage message, Consumer<MessageId> turn) {
        return correlated(participant, id, message, story -> afterTheOthers(story.id(), turn));
    }

    private Correlated correlated(
            String participant, MessageId id, BusinessMessage message, UnaryOperator<Story> latest) {
        References references = References.of(message);
        Family family = Family.named(message.document().definition().id());
        Correlated first = new Correlated(id, participant, references, new Outcome.Beginning(), List.of(), false);
        if (family.role() == Role.BEGINS || references.pointers().isEmpty()) {
            return family.role() == Role.ANSWERS ? first.is(new Outcome.Orphan()) : first;
        }
        Inquiry.Result result = new Inquiry(journal, family, first).result();
        if (result instanceof Inquiry.Result.Original found) {
            return family.role() == Role.ANSWERS
                    ? answer(first, message, latest.apply(found.story()))
                    : first.is(new Outcome.Following(original(first, found.story())))
                            .asking(family.name().equals("pacs.028"));
        }
        return first.is(((Inquiry.Result.None) result).outcome());
    }

    /** What the original knows when all answers that came before have told it; what was read while they were under way is old. */
    private Story afterTheOthers(MessageId original, Consumer<MessageId> turn) {
        turn.accept(original);
        Story story = journal.story(original).orElseThrow();
        return heal(story) ? journal.story(original).orElseThrow() : story;
    }

    /**
     * Lets a message learn of answers that went on and of which it does not know, because a process ended between the two entries.
     *
     * @return whether there was one
     */
    public boolean heal(Story story) {
        List<MessageId> related = story.related();
        if (related.isEmpty()) {
            return false;
        }
        Set<MessageId> known = heard(story).collect(Collectors.toSet());
        List<Entry> unheard = related.stream()
                .skip(Math.max(0, related.size() - LATEST))
                .filter(other -> !known.contains(other))
                .flatMap(other -> missing(other).stream())
                .filter(entry -> entry.id().equals(story.id()))
                .toList();
        unheard.forEach(journal::write);
        return !unheard.isEmpty();
    }

    /** The messages that have told a message something. */
    private static Stream<MessageId> heard(Story story) {
        return story.steps().stream()
                .filter(step -> TOLD.contains(step.event()))
                .flatMap(step -> Details.by(step.detail()).stream());
    }

    private static Original original(Correlated first, Story story) {
        Set<String> receivers = Parties.receivers(story);
        Opening opening = story.opening();
        String other = receivers.contains(first.participant())
                ? opening.participant()
                : receivers.stream().findFirst().orElse("");
        return new Original(story.id(), opening.conversation(), opening.message(), other);
    }

    private Correlated answer(Correlated first, BusinessMessage message, Story story) {
        Original original = original(first, story);
        List<News> news = NewsReader.read(message);
        Standing standing = Standing.of(story);
        Optional<BigDecimal> amount = amount(news, original.id());
        Set<Judgement> judged =
                Set.copyOf(news.stream().map(one -> standing.judge(one, amount)).toList());
        if (judged.contains(Judgement.CONTRADICTING)) {
            return first.is(new Outcome.Contradicting(original));
        }
        if (judged.contains(Judgement.NEWS) || judged.isEmpty()) {
            return first.is(new Outcome.Answer(original, standing.isSettledWith(news), isLate(story)))
                    .saying(news);
        }
        return first.is(
                judged.contains(Judgement.OUTDATED) ? new Outcome.Outdated(original) : new Outcome.Repeated(original));
    }

    /** What the original moved; looked up only when money goes back. */
    private Optional<BigDecimal> amount(List<News> news, MessageId original) {
        return news.stream().allMatch(one -> one.returned().isEmpty())
                ? Optional.empty()
                : stored.find(original).flatMap(NewsReader::settled);
    }

    private boolean isLate(Story story) {
        Instant limit = story.opening().received().plus(lateAfter);
        return clock.instant().isAfter(limit);
    }

    /**
     * What is still to be written about the original of an answer whose own entry is durable: the process may have ended between the two.
     *
     * @param answer a message
     * @return the entry that is missing; empty when none is, and while the message is held or refused
     */
    public Optional<Entry> missing(MessageId answer) {
        Optional<Story> story = journal.story(answer).filter(Correlated::isSent);
        Optional<MessageId> about = story.stream()
                .flatMap(known -> known.steps().stream())
                .filter(step -> step.event() == Event.CORRELATED)
                .flatMap(step -> Details.answered(step.detail()).stream())
                .findFirst();
        return about.filter(original -> !knows(original, answer))
                .flatMap(original -> stored.find(answer))
                .flatMap(message -> again(story.orElseThrow(), message));
    }

    /**
     * What the original of an answer learns when an operator releases the answer although it was held.
     *
     * @param answer a message that was held
     * @return the entry, to be written after that of the release; empty when it answers nothing that is known, when the original has learnt of
     *     it, and while the answer is held or refused
     */
    public Optional<Entry> overruled(MessageId answer) {
        Optional<Correlated> again = journal.story(answer)
                .filter(Correlated::isSent)
                .flatMap(story -> stored.find(answer)
                        .map(message -> correlate(story.opening().participant(), answer, message)
                                .saying(NewsReader.read(message))));
        return again.flatMap(correlated -> correlated
                        .outcome()
                        .original()
                        .filter(original -> correlated.outcome().isAnswer() && !knows(original.id(), answer))
                        .flatMap(original -> journal.story(original.id())
                                .map(story -> Standing.of(story).isSettledWith(correlated.news()))
                                .map(isFinal -> correlated.is(new Outcome.Answer(original, isFinal, false)))))
                .flatMap(correlated -> correlated.aboutOriginal(clock.instant()));
    }

    private boolean knows(MessageId original, MessageId answer) {
        return journal.story(original).stream().flatMap(Correlation::heard).anyMatch(answer::equals);
    }

    private Optional<Entry> again(Story story, BusinessMessage message) {
        return correlate(story.opening().participant(), story.id(), message).aboutOriginal(clock.instant());
    }
}
