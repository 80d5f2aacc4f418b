package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.routes.conversation.Family.Role;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;

/** The look for the original of one message. For one message, used once. */
final class Inquiry {

    private final Bearers bearers;
    private final Family family;
    private final Correlated first;

    /**
     * Looks for the original of a message.
     *
     * @param bearers the messages that it may be about
     * @param family the message's
     * @param first what is known of it without the journal
     */
    Inquiry(Bearers bearers, Family family, Correlated first) {
        this.bearers = bearers;
        this.family = family;
        this.first = first;
    }

    /** What the look came to. */
    sealed interface Result {

        /** This is the original. */
        record Original(Story story) implements Result {}

        /** There is none, or not one: that is what the message is. */
        record None(Outcome outcome) implements Result {}
    }

    Result result() {
        Map<MessageId, Story> originals = new LinkedHashMap<>();
        for (Pointer pointer : distinct(first.references().pointers())) {
            Found found = find(pointer);
            found.own().forEach(story -> originals.put(story.id(), story));
            if (originals.size() > 1 || found.doubtful()) {
                return new Result.None(new Outcome.Ambiguous());
            }
            if (found.own().isEmpty()) {
                return new Result.None(notFound(found.foreign()));
            }
        }
        return new Result.Original(originals.values().iterator().next());
    }

    private Outcome notFound(Optional<MessageId> foreign) {
        if (foreign.isPresent()) {
            return new Outcome.Foreign(foreign.get());
        }
        return family.role() == Role.ANSWERS ? new Outcome.Orphan() : new Outcome.Unknown();
    }

    /** Many transactions of one message often point at the same message and differ in the transaction alone: that is looked for once. */
    private static List<Pointer> distinct(List<Pointer> pointers) {
        Map<String, Pointer> by = new LinkedHashMap<>();
        for (Pointer pointer : pointers) {
            String message = pointer.find(Kind.MESSAGE_ID).orElse("");
            boolean shared = pointers.size() > 1 && !message.isEmpty();
            by.putIfAbsent(shared ? "message " + message : "transaction " + by.size(), pointer);
        }
        return List.copyOf(by.values());
    }

    /**
     * Messages that a pointer may mean.
     *
     * @param own those that the sender may speak of
     * @param foreign one that it may not speak of
     * @param doubtful whether the pointer also has a name that is not that of the message found, or one that too many messages have
     */
    private record Found(List<Story> own, Optional<MessageId> foreign, boolean doubtful) {}

    /** The messages that the first telling name gives, narrowed by the further names; where one of these gives others alone, there is doubt. */
    private Found find(Pointer pointer) {
        List<Story> own = List.of();
        Optional<MessageId> foreign = Optional.empty();
        List<Reference> strange = new ArrayList<>();
        for (Reference reference : rarestFirst(pointer)) {
            List<Story> both = called(own, reference, pointer);
            if (!both.isEmpty()) {
                own = both;
                continue;
            }
            List<Story> theirs = theirs(reference, pointer);
            boolean tooMany = bearers.isEndless(reference, families(pointer));
            if (tooMany || !own.isEmpty() && !theirs.isEmpty()) {
                return new Found(own, foreign, true);
            }
            if (theirs.isEmpty()) {
                strange.add(reference);
                boolean counts = own.isEmpty() || reference.kind() == Kind.UETR;
                foreign = counts ? foreign.or(() -> others(reference, pointer)) : foreign;
                if (foreign.isPresent() && reference.kind() == Kind.UETR) {
                    return new Found(List.of(), foreign, false);
                }
            } else {
                own = theirs;
            }
        }
        boolean doubtful = own.size() == 1 && isAnother(own.get(0), strange, pointer);
        return new Found(own, foreign, doubtful);
    }

    /** What very many messages are called says little: it is compared with what was found by the other names. */
    private List<Reference> rarestFirst(Pointer pointer) {
        return pointer.by().stream()
                .sorted(Comparator.comparing(reference -> bearers.isCommon(reference, families(pointer))))
                .toList();
    }

    /** Those of some messages that have a name, too; no other messages are read for it. */
    private List<Story> called(List<Story> own, Reference reference, Pointer pointer) {
        return own.stream()
                .filter(story -> isListed(story, reference, pointer)
                        || bearers.isEndless(reference, families(pointer))
                                && bearers.names(story)
                                        .filter(all -> all.names().contains(reference))
                                        .isPresent())
                .toList();
    }

    private boolean isListed(Story story, Reference reference, Pointer pointer) {
        return bearers.of(reference, families(pointer), summary -> summary.id().equals(story.id()))
                .findFirst()
                .isPresent();
    }

    /**
     * Whether a message that was found by some names has others in place of those that found nothing. Institutions may put what they know a
     * message by in the place of another name, and a message without a UETR may be given one.
     */
    private boolean isAnother(Story found, List<Reference> strange, Pointer pointer) {
        return strange.stream()
                .filter(name -> isTelling(name, pointer))
                .anyMatch(name -> bearers.names(found)
                        .filter(all -> all.names().stream().anyMatch(own -> own.kind() == name.kind()))
                        .filter(all -> all.names().stream()
                                .noneMatch(own -> own.value().equals(name.value())))
                        .isPresent());
    }

    /** The message identifier that an answer to an investigation has beside a payment's is the payment's. */
    private boolean isTelling(Reference name, Pointer pointer) {
        boolean ofTheOriginal = pointer.family().map(family.about()::contains).orElse(true);
        return name.kind() == Kind.UETR || name.kind() == Kind.MESSAGE_ID && ofTheOriginal;
    }

    private Set<String> families(Pointer pointer) {
        Optional<String> named = pointer.family().filter(family.about()::contains);
        return named.map(Set::of).orElse(family.about());
    }

    private List<Story> theirs(Reference reference, Pointer pointer) {
        if (bearers.isEndless(reference, families(pointer))) {
            return List.of();
        }
        return bearers.of(reference, families(pointer), this::mayBeTheirs)
                .filter(this::isParty)
                .toList();
    }

    private Optional<MessageId> others(Reference reference, Pointer pointer) {
        return bearers.of(reference, families(pointer), this::isOther)
                .map(Story::id)
                .findFirst();
    }

    private boolean isOther(Summary summary) {
        return !summary.id().equals(first.id());
    }

    private boolean mayBeTheirs(Summary summary) {
        return isOther(summary)
                && (family.role() != Role.FOLLOWS || summary.participant().equals(first.participant()));
    }

    private boolean isParty(Story story) {
        boolean sent = story.opening().participant().equals(first.participant());
        boolean got = Parties.receivers(story).contains(first.participant());
        return switch (family.role()) {
            case ANSWERS -> got;
            case FOLLOWS -> sent;
            default -> sent || got;
        };
    }
}
