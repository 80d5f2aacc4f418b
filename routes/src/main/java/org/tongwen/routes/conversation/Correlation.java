package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
        return correlate(participant, id, message, original -> {});
    }

    /**
     * What a new message is.
     *
     * @param participant who sent it
     * @param id its number
     * @param turn is told which message an answer is about, and returns when no other answer to it is under way; by whatever references the two
     *     name it, they meet here
     * @throws org.tongwen.routes.journal.JournalException when the journal cannot be read
     */
    public Correlated correlate(String participant, MessageId id, BusinessMessage message, Consumer<MessageId> turn) {
        References references = References.of(message);
        Family family = Family.named(message.document().definition().id());
        Correlated first = new Correlated(id, participant, references, new Outcome.Beginning(), List.of(), false);
        if (family.role() == Role.BEGINS || references.pointers().isEmpty()) {
            return family.role() == Role.ANSWERS ? first.is(new Outcome.Orphan()) : first;
        }
        Inquiry.Result result = new Inquiry(journal, family, first).result();
        if (result instanceof Inquiry.Result.Original found) {
            return family.role() == Role.ANSWERS
                    ? answer(first, message, afterTheOthers(found.story().id(), turn))
                    : first.is(new Outcome.Following(original(first, found.story())))
                            .asking(family.name().equals("pacs.028"));
        }
        return first.is(((Inquiry.Result.None) result).outcome());
    }

    /** What the original knows when all answers that came before have told it; what was read while they were under way is old. */
    private Story afterTheOthers(MessageId original, Consumer<MessageId> turn) {
        turn.accept(original);
        return journal.story(original).orElseThrow();
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
     * @param answer a message that was released before
     * @return the entry that is missing; empty when none is
     */
    public Optional<Entry> missing(MessageId answer) {
        Optional<Story> story = journal.story(answer);
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
     * @param answer a message that was held, and is released now
     * @return the entry, to be written after that of the release; empty when it answers nothing that is known
     */
    public Optional<Entry> overruled(MessageId answer) {
        Optional<Correlated> again = journal.story(answer)
                .flatMap(story -> stored.find(answer)
                        .map(message -> correlate(story.opening().participant(), answer, message)
                                .saying(NewsReader.read(message))));
        return again.flatMap(correlated -> correlated
                        .outcome()
                        .original()
                        .filter(original -> correlated.outcome().isAnswer())
                        .flatMap(original -> journal.story(original.id())
                                .map(story -> Standing.of(story).isSettledWith(correlated.news()))
                                .map(isFinal -> correlated.is(new Outcome.Answer(original, isFinal, false)))))
                .flatMap(correlated -> correlated.aboutOriginal(clock.instant()));
    }

    private boolean knows(MessageId original, MessageId answer) {
        return journal.story(original).stream()
                .flatMap(story -> story.steps().stream())
                .filter(step -> step.event() == Event.PENDING || step.event() == Event.ANSWERED)
                .anyMatch(
                        step -> Details.by(step.detail()).filter(answer::equals).isPresent());
    }

    private Optional<Entry> again(Story story, BusinessMessage message) {
        return correlate(story.opening().participant(), story.id(), message).aboutOriginal(clock.instant());
    }
}
