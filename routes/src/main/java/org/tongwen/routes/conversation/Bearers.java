package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;

/**
 * Messages of a journal by a name that they bear. Only those count that went on to somebody: what is held, refused or a mere translation is
 * nothing that another message could be about. For one message, used once.
 */
final class Bearers {

    /** Of a name that more messages bear than these hold nobody knows which are all. */
    private static final int MOST_PAGES = 5;

    private final Journal journal;
    private final StoredMessages stored;
    private final Map<Asked, List<List<Summary>>> lists = new HashMap<>();
    private final Map<MessageId, Optional<Story>> stories = new HashMap<>();
    private final Map<MessageId, Optional<References>> names = new HashMap<>();

    /** A question to the journal. */
    private record Asked(Reference name, Set<String> families) {}

    Bearers(Journal journal, StoredMessages stored) {
        this.journal = journal;
        this.stored = stored;
    }

    /**
     * Those that bear a name, the newest first; each is read only when the stream comes to it.
     *
     * @param families which ISO messages they may be
     * @param which those that count, by what the list of the journal says
     */
    Stream<Story> of(Reference name, Set<String> families, Predicate<Summary> which) {
        Asked asked = new Asked(name, families);
        return IntStream.range(0, MOST_PAGES)
                .mapToObj(number -> page(asked, number))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .filter(summary -> Tidings.SENT.contains(summary.state()))
                .filter(which)
                .flatMap(summary -> story(summary.id()).stream())
                .filter(story -> !story.deliveries().isEmpty())
                .filter(story -> bears(story, name));
    }

    /** Whether so many messages bear a name that other names should be tried first. */
    boolean isCommon(Reference name, Set<String> families) {
        return isFull(page(new Asked(name, families), 0));
    }

    /** Whether so many messages bear a name that {@link #of} may not give all of them. */
    boolean isEndless(Reference name, Set<String> families) {
        return isFull(page(new Asked(name, families), MOST_PAGES - 1));
    }

    private static boolean isFull(List<Summary> page) {
        return page.size() == Journal.MOST_REFERRING;
    }

    /** Empty when the list ends before. */
    private List<Summary> page(Asked asked, int number) {
        List<List<Summary>> pages = lists.computeIfAbsent(asked, key -> new ArrayList<>());
        while (pages.size() <= number) {
            List<Summary> before = pages.isEmpty() ? List.of() : pages.get(pages.size() - 1);
            if (!pages.isEmpty() && !isFull(before)) {
                return List.of();
            }
            Optional<MessageId> last = before.stream().map(Summary::id).reduce((one, two) -> two);
            pages.add(journal.referring(asked.name(), asked.families(), last));
        }
        return pages.get(number);
    }

    private Optional<Story> story(MessageId id) {
        return stories.computeIfAbsent(id, journal::story);
    }

    /** A repaired message is still listed under the names that it had before; what cannot be read bears none for sure. */
    private boolean bears(Story story, Reference name) {
        boolean repaired = story.steps().stream().anyMatch(step -> step.event() == Event.REPAIRED);
        return !repaired || names(story).map(all -> all.names().contains(name)).orElse(false);
    }

    /** All that a message is called; empty when it cannot be read. */
    Optional<References> names(Story story) {
        return names.computeIfAbsent(story.id(), id -> stored.find(id).map(References::of));
    }
}
