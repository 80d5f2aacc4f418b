package org.tongwen.routes.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.routes.conversation.Standing.Judged;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;

/**
 * What originals do not know of the messages about them: of answers and questions that went on before a process ended, and of those that an
 * operator let go on.
 */
record Unheard(Journal journal, StoredMessages stored, Clock clock) {

    /** The steps by which a message learns of others. */
    static final Set<Event> TOLD = Set.of(Event.PENDING, Event.ANSWERED, Event.ASKED);

    /** Those that went on by themselves, and, since it is held, one that an operator let go on although it contradicts. */
    private static final Set<String> ANSWERS =
            Set.of(Answering.Answer.IN_TIME, Answering.Answer.LATE, Answering.Contradicting.WORD);

    /** Of a conversation of very many messages so many of the latest are looked at for what nobody knows of. */
    private static final int LATEST = 20;

    /** Lets a message learn of what it does not know; whether there was anything. */
    boolean heal(Story story) {
        List<MessageId> related = story.related();
        Set<MessageId> known = related.isEmpty() ? Set.of() : heard(story).collect(Collectors.toSet());
        boolean found = false;
        for (MessageId other : related.subList(Math.max(0, related.size() - LATEST), related.size())) {
            // What one of them tells is judged by what those before it have told.
            Optional<Entry> entry = known.contains(other)
                    ? Optional.empty()
                    : missing(other).filter(about -> about.id().equals(story.id()));
            entry.ifPresent(journal::write);
            found |= entry.isPresent();
        }
        return found;
    }

    /** What is still to be written about the original of a message; empty when nothing is, and while the message is held or refused. */
    Optional<Entry> missing(MessageId message) {
        return journal.story(message).filter(Correlated::isSent).flatMap(this::missing);
    }

    private Optional<Entry> missing(Story story) {
        Optional<byte[]> correlated = story.steps().stream()
                .filter(step -> step.event() == Event.CORRELATED)
                .map(Step::detail)
                .reduce((earlier, later) -> later);
        String outcome = correlated.map(Details::outcome).orElse("");
        boolean answers = ANSWERS.contains(outcome);
        boolean asks = outcome.equals(Outcome.Following.WORD)
                && Family.named(story.opening().message()).asks()
                && !story.opening().participant().equals(Step.HUB);
        return correlated
                .filter(detail -> answers || asks)
                .flatMap(Details::original)
                .flatMap(journal::story)
                .filter(original -> heard(original).noneMatch(story.id()::equals))
                .flatMap(original -> answers
                        ? answer(story, original)
                        : Optional.of(tidings(story).question(original.id())));
    }

    private Optional<Entry> answer(Story story, Story original) {
        Optional<Judged> judged =
                stored.find(story.id()).flatMap(message -> new Hearing(stored).judge(message, original));
        return judged.filter(known -> !known.told().isEmpty())
                .map(known -> tidings(story).answer(original.id(), known.told(), known.settled()));
    }

    private Tidings tidings(Story story) {
        return new Tidings(story.id(), story.opening().participant(), clock.instant());
    }

    /** The messages that have told a message something. */
    private static Stream<MessageId> heard(Story story) {
        return story.steps().stream()
                .filter(step -> TOLD.contains(step.event()))
                .flatMap(step -> Details.by(step.detail()).stream());
    }
}
