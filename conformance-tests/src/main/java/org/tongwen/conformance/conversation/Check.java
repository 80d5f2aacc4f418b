package org.tongwen.conformance.conversation;

import java.util.Optional;
import org.tongwen.rules.condition.Condition;

/**
 * Something that must hold for what came.
 *
 * @param condition asked of what came; a path from the root starts with the name of anything in the conversation
 * @param words what it means, in plain words; empty when the condition says it
 */
public record Check(Condition condition, Optional<String> words) {}
