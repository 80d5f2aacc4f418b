package org.tongwen.routes.conversation;

import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.routes.journal.Story;

/** Who has to do with a message. */
final class Parties {

    private Parties() {}

    /** The participants whom it was sent to. */
    static Set<String> receivers(Story story) {
        return story.deliveries().stream()
                .map(delivery -> delivery.dispatch().receiver())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody sent it or was sent it. */
    static boolean isParty(String participant, Story story) {
        return story.opening().participant().equals(participant)
                || receivers(story).contains(participant);
    }
}
