package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * One of the transactions that a message holds or speaks of.
 *
 * @param node where it stands
 * @param batch the names of the batch that it stands in; empty when it stands in none
 * @param names its own names
 */
record Transaction(Node node, Set<String> batch, List<Reference> names) {

    private static final Set<String> BATCHES =
            Set.of("PmtInf", "OrgnlPmtInfAndSts", "OrgnlPmtInfAndRvsl", "OrgnlPmtInfAndCxl");

    private static final Set<String> BATCH_NAMES = Set.of("PmtInfId", "OrgnlPmtInfId", "RvslPmtInfId");

    /** Those that a message holds, under all their names. */
    static List<Transaction> in(BusinessMessage message) {
        return of(message, role -> true);
    }

    /** Those that a message speaks of, as it names the originals. */
    static List<Transaction> pointedAtBy(BusinessMessage message) {
        return of(message, NameRole::points);
    }

    private static List<Transaction> of(BusinessMessage message, Predicate<NameRole> counts) {
        Walk walk = new Walk(counts, new ArrayList<>());
        walk.look(message.document().root(), References.plan(message.document().definition()), Set.of());
        return walk.found;
    }

    /** What it moves between the banks; empty when it does not say. */
    Optional<Money> settled() {
        return node.child("IntrBkSttlmAmt").map(Money::of);
    }

    /** Whether it stands in a batch of one of these names. */
    boolean isIn(Set<String> batches) {
        return batch.stream().anyMatch(batches::contains);
    }

    boolean has(Kind kind) {
        return names.stream().anyMatch(name -> name.kind() == kind);
    }

    static boolean isBatch(Node node) {
        return BATCHES.contains(node.name());
    }

    /** The names of a batch. */
    static Set<String> batch(Node node) {
        return Set.copyOf(node.children().stream()
                .filter(child -> BATCH_NAMES.contains(child.name()))
                .map(Node::text)
                .filter(References::isName)
                .toList());
    }

    private record Walk(Predicate<NameRole> counts, List<Transaction> found) {

        void look(Node node, NamePlan plan, Set<String> batch) {
            Set<String> around = isBatch(node) ? batch(node) : batch;
            for (Node child : node.children()) {
                NamePlan below = plan.below(child.declaration());
                if (below != null && below.isTransaction()) {
                    List<Reference> names = names(child, below)
                            .filter(name -> name.kind() != Kind.MESSAGE_ID)
                            .distinct()
                            .toList();
                    found.add(new Transaction(child, around, names));
                } else if (below != null) {
                    look(child, below, around);
                }
            }
        }

        private Stream<Reference> names(Node node, NamePlan plan) {
            NameRole role = plan.role();
            if (role != null) {
                return counts.test(role) && !role.isMessageName() && References.isName(node.text())
                        ? Stream.of(new Reference(role.kind(), node.text()))
                        : Stream.empty();
            }
            return node.children().stream().flatMap(child -> {
                NamePlan below = plan.below(child.declaration());
                return below == null ? Stream.empty() : names(child, below);
            });
        }
    }
}
