package org.tongwen.routes.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    private final Journal journal;
    private final StoredMessages stored;
    private final Map<Asked, List<Summary>> lists = new HashMap<>();
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
        return lists.computeIfAbsent(new Asked(name, families), asked -> journal.referring(name, families)).stream()
                .filter(summary -> Tidings.SENT.contains(summary.state()))
                .filter(which)
                .flatMap(summary -> story(summary.id()).stream())
                .filter(story -> !story.deliveries().isEmpty())
                .filter(story -> bears(story, name));
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
