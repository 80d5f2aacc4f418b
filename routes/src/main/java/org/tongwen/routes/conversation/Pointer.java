package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;

/**
 * How a message names the transaction, or the message, that it is about.
 *
 * @param by the names, the most telling first: UETR, case, end-to-end, transaction, instruction, message
 * @param message the kind of message that it names, {@code OrgnlMsgNmId} as it stands; empty when it does not say
 */
public record Pointer(List<Reference> by, String message) {

    private static final List<Kind> ORDER = List.of(
            Kind.UETR,
            Kind.CASE_ID,
            Kind.END_TO_END_ID,
            Kind.TRANSACTION_ID,
            Kind.INSTRUCTION_ID,
            Kind.MESSAGE_ID,
            Kind.SHORT_ID);

    /** Copies the names and puts them into their order. */
    public Pointer {
        by = by.stream()
                .sorted(Comparator.comparingInt(reference -> ORDER.indexOf(reference.kind())))
                .toList();
    }

    /** The name of that kind. */
    public Optional<String> find(Kind kind) {
        return by.stream()
                .filter(reference -> reference.kind() == kind)
                .map(Reference::value)
                .findFirst();
    }

    /** The family of the message that it names, such as {@code pacs.008}; empty when it names none of ISO 20022. */
    Optional<String> family() {
        return MessageName.family(message);
    }

    /** A pointer in the making. */
    static final class Draft {

        private final List<Reference> by = new ArrayList<>(4);
        private String message = "";

        void add(Reference reference) {
            by.add(reference);
        }

        void message(String name) {
            message = name;
        }

        boolean isEmpty() {
            return by.isEmpty();
        }

        Pointer pointer() {
            return new Pointer(by, message);
        }

        /** With what is said for all transactions, where the transaction does not say it itself. */
        Pointer within(Draft whole) {
            List<Reference> all = new ArrayList<>(by);
            whole.by.stream()
                    .filter(shared -> by.stream().noneMatch(own -> own.kind() == shared.kind()))
                    .forEach(all::add);
            return new Pointer(all, message.isEmpty() ? whole.message : message);
        }
    }
}
