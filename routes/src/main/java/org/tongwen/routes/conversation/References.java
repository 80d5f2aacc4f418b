package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tongwen.routes.journal.Reference;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * The references of an ISO message.
 *
 * @param names all under which it is found again, those of the message that it is about included
 * @param pointers what it is about: one for each transaction that it names, or a single one when it speaks of a message as a whole; empty when
 *     it is about no other message
 * @param transactions how many transactions it holds itself; at least one
 */
public record References(List<Reference> names, List<Pointer> pointers, int transactions) {

    private static final Map<MessageDefinition, NamePlan> PLANS = new ConcurrentHashMap<>();

    /** Words that stand where there is no reference. */
    private static final Set<String> NONE = Set.of("NOTPROVIDED", "NONREF", "");

    /** Copies the lists. */
    public References {
        names = List.copyOf(names);
        pointers = List.copyOf(pointers);
    }

    /** Reads a message. Values may be anything; what is no message of payments has the name of its header at most. */
    public static References of(BusinessMessage message) {
        Walk walk = new Walk();
        message.header().ifPresent(walk::message);
        walk.message(message.document());
        return walk.references();
    }

    /** Whether a text names something. */
    static boolean isName(String value) {
        return !NONE.contains(value);
    }

    static NamePlan plan(MessageDefinition definition) {
        return PLANS.computeIfAbsent(definition, NamePlan::of);
    }

    /** One pass through a message. */
    private static final class Walk {

        private final Set<Reference> names = new LinkedHashSet<>();
        private final List<Pointer.Draft> pointers = new ArrayList<>();
        private final Pointer.Draft whole = new Pointer.Draft();
        private Pointer.Draft current = whole;
        private int transactions;

        void message(Message message) {
            inside(message.root(), plan(message.definition()));
        }

        private void inside(Node node, NamePlan plan) {
            List<Node> children = node.children();
            for (int i = 0; i < children.size(); i++) {
                Node child = children.get(i);
                NamePlan below = plan.below(child.declaration());
                if (below != null) {
                    visit(child, below);
                }
            }
        }

        private void visit(Node node, NamePlan plan) {
            NameRole role = plan.role();
            if (role == null) {
                within(node, plan);
            } else if (role.isMessageName()) {
                current.message(node.text());
            } else if (isName(node.text())) {
                Reference reference = new Reference(role.kind(), node.text());
                names.add(reference);
                if (role.points()) {
                    current.add(reference);
                }
            }
        }

        private void within(Node node, NamePlan plan) {
            if (!plan.isTransaction()) {
                inside(node, plan);
                return;
            }
            Pointer.Draft around = current;
            transactions++;
            current = new Pointer.Draft();
            inside(node, plan);
            if (!current.isEmpty()) {
                pointers.add(current);
            }
            current = around;
        }

        References references() {
            List<Pointer> found = new ArrayList<>();
            for (Pointer.Draft pointer : pointers) {
                found.add(pointer.within(whole));
            }
            if (found.isEmpty() && !whole.isEmpty()) {
                found.add(whole.pointer());
            }
            return new References(List.copyOf(names), found, Math.max(1, transactions));
        }
    }
}
