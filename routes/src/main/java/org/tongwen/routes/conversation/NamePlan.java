package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Type;

/**
 * Where in the messages of one definition references stand: a tree of those elements alone that are one or have one below. It is made once, so
 * that a message is read without comparing names.
 */
final class NamePlan {

    /** Deeper than any reference of the standard stands. */
    private static final int DEEPEST = 9;

    private final ElementDeclaration element;
    private final @Nullable NameRole role;
    private final boolean transaction;
    private final @Nullable NamePlan[] below;

    private NamePlan(ElementDeclaration element, @Nullable NameRole role, boolean transaction, List<NamePlan> below) {
        this.element = element;
        this.role = role;
        this.transaction = transaction;
        int size =
                below.stream().mapToInt(plan -> plan.element.index() + 1).max().orElse(0);
        this.below = new NamePlan[size];
        below.forEach(plan -> this.below[plan.element.index()] = plan);
    }

    /** For messages of a definition. */
    static NamePlan of(MessageDefinition definition) {
        String family = MessageName.family(definition.id()).orElse("");
        return new Compiler(Family.casePoints(family))
                .plan(definition.root(), "", 0)
                .orElseGet(() -> new NamePlan(definition.root(), null, false, List.of()));
    }

    /** What is known of a child; nothing when no reference stands there. */
    @Nullable
    NamePlan below(ElementDeclaration child) {
        int index = child.index();
        NamePlan known = index >= 0 && index < below.length ? below[index] : null;
        return known != null && known.element == child ? known : null;
    }

    /** What the element's value is; nothing when it has elements below. */
    @Nullable
    NameRole role() {
        return role;
    }

    /** Whether the element is one transaction of several. */
    boolean isTransaction() {
        return transaction;
    }

    /** Looks through a definition once. */
    private record Compiler(boolean casePoints, Set<Type> around) {

        Compiler(boolean casePoints) {
            this(casePoints, new HashSet<>());
        }

        Optional<NamePlan> plan(ElementDeclaration element, String parent, int depth) {
            if (element.type() instanceof ComplexType type && !type.elements().isEmpty()) {
                return NameRole.isElsewhere(element.name()) || depth > DEEPEST || !around.add(type)
                        ? Optional.empty()
                        : inside(element, type, depth);
            }
            return NameRole.of(parent, element.name())
                    .map(this::ofFamily)
                    .map(role -> new NamePlan(element, role, false, List.of()));
        }

        private Optional<NamePlan> inside(ElementDeclaration element, ComplexType type, int depth) {
            List<NamePlan> below = new ArrayList<>();
            for (ElementDeclaration child : type.elements()) {
                plan(child, element.name(), depth + 1).ifPresent(below::add);
            }
            around.remove(type);
            boolean transaction = element.repeats() && NameRole.isTransaction(element.name());
            return below.isEmpty() ? Optional.empty() : Optional.of(new NamePlan(element, null, transaction, below));
        }

        /** In the answer to an investigation the case is that of the question. */
        private NameRole ofFamily(NameRole role) {
            return casePoints && role == NameRole.CASE ? NameRole.ORIGINAL_CASE : role;
        }
    }
}
