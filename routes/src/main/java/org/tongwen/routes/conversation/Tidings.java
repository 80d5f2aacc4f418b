package org.tongwen.routes.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;

/**
 * What a message lets its original know.
 *
 * @param by the message
 * @param participant who sent it
 * @param at when the original learns of it
 */
record Tidings(MessageId by, String participant, Instant at) {

    /** States in which a message may be answered: all in which its receiver may have it. */
    static final Set<State> SENT =
            Set.of(State.RELEASED, State.DELIVERING, State.DELIVERED, State.UNDELIVERED, State.ANSWERED);

    /**
     * That it was answered.
     *
     * @param isFinal whether no other answer is waited for
     */
    Entry answer(MessageId original, List<News> news, boolean isFinal) {
        Event event = isFinal ? Event.ANSWERED : Event.PENDING;
        return about(original, new Step(at, event, participant, Details.news(by, news)));
    }

    /** That its sender asks about it. */
    Entry question(MessageId original) {
        return about(original, new Step(at, Event.ASKED, participant, Details.asked(by, 0)));
    }

    private static Entry about(MessageId original, Step step) {
        return Entry.about(original).onlyIn(SENT).step(step).entry();
    }
}
