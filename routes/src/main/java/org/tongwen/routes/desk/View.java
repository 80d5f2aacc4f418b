package org.tongwen.routes.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;

/**
 * A story as one viewer may see it.
 *
 * @param story the story
 * @param viewer who looks
 * @param side on which side the viewer is
 */
record View(Story story, Viewer viewer, Side side) {

    /** On which side of a message somebody is. */
    enum Side {
        /** Sees everything. */
        OPERATOR,
        /** Sees all but what others must not tell it: whom a list names, and why operators decide. */
        SENDER,
        /** Sees its own delivery. */
        RECEIVER
    }

    private static final Set<Event> DELIVERY =
            EnumSet.of(Event.DELIVERING, Event.ATTEMPTED, Event.DELIVERED, Event.UNDELIVERED);

    /** The viewer's view; empty when the viewer is on no side of the message. */
    static Optional<View> of(Story story, Viewer viewer) {
        if (viewer.operator()) {
            return Optional.of(new View(story, viewer, Side.OPERATOR));
        }
        if (story.opening().participant().equals(viewer.name())) {
            return Optional.of(new View(story, viewer, Side.SENDER));
        }
        View view = new View(story, viewer, Side.RECEIVER);
        return view.deliveries().isEmpty() ? Optional.empty() : Optional.of(view);
    }

    List<Step> steps() {
        return side == Side.RECEIVER
                ? story.steps().stream()
                        .filter(step -> DELIVERY.contains(step.event()))
                        .toList()
                : story.steps();
    }

    List<Story.DeliveryState> deliveries() {
        return side == Side.RECEIVER
                ? story.deliveries().stream()
                        .filter(each -> each.dispatch().receiver().equals(viewer.name()))
                        .toList()
                : story.deliveries();
    }

    /** Which bytes it may see. */
    Set<Content> contents() {
        return switch (side) {
            case OPERATOR -> EnumSet.allOf(Content.class);
            case SENDER -> EnumSet.of(Content.ORIGINAL, Content.ISO, Content.ANSWER, Content.RESULT);
            case RECEIVER -> EnumSet.of(Content.DELIVERY);
        };
    }

    /** Who made a step happen. What operators are called is nobody else's business. */
    String actor(Step step) {
        boolean known = side == Side.OPERATOR
                || step.actor().equals(Step.HUB)
                || step.actor().equals(viewer.name())
                || deliveries().stream()
                        .anyMatch(each -> each.dispatch().receiver().equals(step.actor()));
        return known ? step.actor() : "operator";
    }
}
