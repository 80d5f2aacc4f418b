package org.tongwen.conformance.conversation;

import java.util.List;

/** What the suite and the participant say to each other, step by step. */
public record Conversation(List<Step> steps) {

    /** Copies the steps. */
    public Conversation {
        steps = List.copyOf(steps);
    }
}
