package org.tongwen.mappings.dispatch;

import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.dispatch.DispatchFile.Line;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Subject;

/**
 * A line of a dispatch, ready to be asked.
 *
 * @param line as its author wrote it
 * @param kinds the kinds of documents that it is for; none for any
 * @param condition what must hold of the document
 * @param plan the mapping that translates it; empty when it is refused
 */
record Rule(Line line, Set<String> kinds, Optional<Condition> condition, Optional<Plan> plan) {

    /** Copies the kinds. */
    Rule {
        kinds = Set.copyOf(kinds);
    }

    boolean isFor(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean fits(String kind, Subject document) {
        return isFor(kind) && condition.map(wanted -> wanted.holds(document)).orElse(true);
    }

    /** Whether nothing that another line fits is left to it, when this one stands before it. */
    boolean covers(Rule other) {
        boolean allKinds = kinds.isEmpty() || !other.kinds.isEmpty() && kinds.containsAll(other.kinds);
        return allKinds && (condition.isEmpty() || condition.equals(other.condition));
    }
}
