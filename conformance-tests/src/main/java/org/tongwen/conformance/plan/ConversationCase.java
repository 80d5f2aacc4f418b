package org.tongwen.conformance.plan;

import java.util.Optional;
import org.tongwen.conformance.conversation.Conversation;

/**
 * A conversation with the participant.
 *
 * @param role what the participant plays in it; empty when the requirement says it
 * @param conversation what is said
 */
public record ConversationCase(
        String name, String title, String requirement, Optional<String> role, Conversation conversation)
        implements Case {}
