package org.tongwen.routes.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;
import org.tongwen.routes.journal.Story;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * Stored messages for the formulas of one participant's mappings: those that it sent or got, as far as they went on. A reference that fits several of them names none,
 * because a wrong payment is worse than no payment.
 */
public final class JournalOriginals implements Originals {

    /** Kinds of references that documents use, in the order in which they are tried. */
    private static final List<Kind> KINDS = List.of(
            Kind.UETR, Kind.END_TO_END_ID, Kind.TRANSACTION_ID, Kind.INSTRUCTION_ID, Kind.MESSAGE_ID, Kind.CASE_ID);

    private final Journal journal;
    private final String participant;

    /** What a journal holds of a participant's messages. */
    public JournalOriginals(Journal journal, String participant) {
        this.journal = journal;
        this.participant = participant;
    }

    /** Nothing says which one is meant. */
    @Override
    public Optional<byte[]> find(String message) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> find(String message, String reference) {
        return References.isName(reference)
                ? first(
                        message,
                        KINDS.stream()
                                .map(kind -> new Reference(kind, reference))
                                .toList())
                : Optional.empty();
    }

    @Override
    public Optional<byte[]> find(String message, BusinessMessage referring) {
        return References.of(referring).pointers().stream()
                .flatMap(pointer -> first(message, pointer.by()).stream())
                .findFirst();
    }

    /** The one message that the first reference gives that any message has. */
    private Optional<byte[]> first(String message, List<Reference> references) {
        Bearers bearers = new Bearers(journal, new StoredMessages(journal, Catalogue.builtIn()));
        for (Reference reference : references) {
            if (bearers.isEndless(reference, family(message))) {
                return Optional.empty();
            }
            List<Story> found = bearers.of(reference, family(message), summary -> isNamed(summary.message(), message))
                    .filter(story -> Parties.isParty(participant, story))
                    .limit(2)
                    .toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? journal.content(found.get(0).id(), Content.ISO) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Set<String> family(String message) {
        return MessageName.family(message).map(Set::of).orElse(Set.of());
    }

    private static boolean isNamed(String id, String name) {
        return id.equals(name) || id.startsWith(name + ".");
    }
}
