package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.routes.conversation.Family.Role;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;

/** The look for the original of one message. For one message, used once. */
final class Inquiry {

    private final Journal journal;
    private final Family family;
    private final Correlated first;
    private final Map<MessageId, Optional<Story>> stories = new LinkedHashMap<>();

    /**
     * Looks in a journal for the original of a message.
     *
     * @param family the message's
     * @param first what is known of it without the journal
     */
    Inquiry(Journal journal, Family family, Correlated first) {
        this.journal = journal;
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
        Set<MessageId> originals = new LinkedHashSet<>();
        Optional<MessageId> foreign = Optional.empty();
        boolean missing = false;
        boolean ambiguous = false;
        for (Pointer pointer : distinct(first.references().pointers())) {
            Found found = find(pointer);
            found.own().forEach(summary -> originals.add(summary.id()));
            foreign = foreign.or(found::foreign);
            missing |= found.own().isEmpty();
            ambiguous |= found.own().size() > 1 || originals.size() > 1;
            if (missing || ambiguous) {
                break;
            }
        }
        if (missing) {
            return new Result.None(notFound(foreign));
        }
        return ambiguous
                ? new Result.None(new Outcome.Ambiguous())
                : new Result.Original(story(originals.iterator().next()).orElseThrow());
    }

    private Outcome notFound(Optional<MessageId> foreign) {
        if (foreign.isPresent()) {
            return new Outcome.Foreign(foreign.get());
        }
        return family.role() == Role.ANSWERS ? new Outcome.Orphan() : new Outcome.Unknown();
    }

    /** Many transactions of one message often point at the same message and differ in the transaction alone: that is looked for once. */
    private List<Pointer> distinct(List<Pointer> pointers) {
        Map<String, Pointer> by = new LinkedHashMap<>();
        for (Pointer pointer : pointers) {
            String message = pointer.find(Reference.Kind.MESSAGE_ID).orElse("");
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
     */
    private record Found(List<Summary> own, Optional<MessageId> foreign) {}

    /** The messages that the first telling name gives, narrowed by the further names as long as one is left. */
    private Found find(Pointer pointer) {
        List<Summary> own = List.of();
        Optional<MessageId> foreign = Optional.empty();
        for (Reference reference : pointer.by()) {
            if (own.size() == 1 && reference.kind() != Reference.Kind.MESSAGE_ID) {
                continue;
            }
            List<Summary> fitting = fitting(reference, pointer);
            List<Summary> theirs = fitting.stream().filter(this::isParty).toList();
            if (theirs.isEmpty() && !fitting.isEmpty()) {
                foreign = foreign.or(() -> Optional.of(fitting.get(0).id()));
            }
            own = own.isEmpty() ? theirs : narrowed(own, theirs, reference);
        }
        return new Found(own, foreign);
    }

    /** A message identifier that names another of the sender's messages than the transaction does leaves both. */
    private List<Summary> narrowed(List<Summary> own, List<Summary> others, Reference reference) {
        List<Summary> both = own.stream()
                .filter(one -> others.stream().anyMatch(other -> other.id().equals(one.id())))
                .toList();
        if (!both.isEmpty() || others.isEmpty() || reference.kind() != Reference.Kind.MESSAGE_ID) {
            return both.isEmpty() ? own : both;
        }
        List<Summary> all = new ArrayList<>(own);
        all.addAll(others);
        return all;
    }

    private List<Summary> fitting(Reference reference, Pointer pointer) {
        Optional<String> named = pointer.family().filter(family.about()::contains);
        return journal.referring(reference, named.map(Set::of).orElse(family.about())).stream()
                .filter(summary -> !summary.id().equals(first.id()))
                .toList();
    }

    private boolean isParty(Summary summary) {
        return switch (family.role()) {
            case ANSWERS -> isReceiver(summary);
            case FOLLOWS -> summary.participant().equals(first.participant());
            default -> summary.participant().equals(first.participant()) || isReceiver(summary);
        };
    }

    private boolean isReceiver(Summary summary) {
        return story(summary.id())
                .filter(story -> Parties.receivers(story).contains(first.participant()))
                .isPresent();
    }

    private Optional<Story> story(MessageId id) {
        return stories.computeIfAbsent(id, journal::story);
    }
}
