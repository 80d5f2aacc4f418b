package org.tongwen.routes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tongwen.routes.conversation.Family.Role;
import org.tongwen.routes.conversation.Outcome.Original;
import org.tongwen.routes.conversation.Standing.Judged;
import org.tongwen.routes.journal.Entry;
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
        Inquiry.Result result = new Inquiry(new Bearers(journal, stored), family, first).result();
        if (result instanceof Inquiry.Result.Original found) {
            return family.role() == Role.ANSWERS
                    ? answer(first, message, latest.apply(found.story()))
                    : first.is(new Outcome.Following(original(first, found.story())))
                            .asking(family.asks());
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
     * Lets a message learn of answers and questions that went on and of which it does not know, because a process ended between the two entries.
     *
     * @return whether there was one
     */
    public boolean heal(Story story) {
        return unheard().heal(story);
    }

    /**
     * What is still to be written about the original of an answer or a question whose own entry is durable: the process may have ended between
     * the two, or an operator has let go on what was held.
     *
     * @param message an answer or a question
     * @return the entry that is missing; empty when none is, and while the message is held or refused
     */
    public Optional<Entry> missing(MessageId message) {
        return unheard().missing(message);
    }

    private Unheard unheard() {
        return new Unheard(journal, stored, clock);
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
        return new Hearing(stored)
                .judge(message, story)
                .map(judged -> judged(first, judged, story))
                .orElseGet(() -> first.is(new Outcome.Ambiguous()));
    }

    private Correlated judged(Correlated first, Judged judged, Story story) {
        Original original = original(first, story);
        return switch (judged.judgement()) {
            case NEWS ->
                first.is(new Answering.Answer(original, judged.settled(), isLate(story)))
                        .saying(judged.told());
            case CONTRADICTING -> first.is(new Answering.Contradicting(original));
            case OUTDATED -> first.is(new Answering.Outdated(original));
            case REPEATED -> first.is(new Answering.Repeated(original));
            case SILENT -> first.is(new Answering.Silent(original));
        };
    }

    private boolean isLate(Story story) {
        Instant limit = story.opening().received().plus(lateAfter);
        return clock.instant().isAfter(limit);
    }
}
