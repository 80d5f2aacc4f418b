package org.tongwen.routes.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is made durable about one message in one go: all of it or nothing.
 *
 * @param id the message
 * @param opening what is known of it for good, when it is new
 * @param onlyIn the states of which the message must be in one for this to be written; empty when any will do. A new message has none
 * @param onlyAfter how many steps the message must have for this to be written, so that nobody decides on what has changed in the meantime;
 *     empty when any number will do
 * @param rival a key that no other message may hold for this to be written; empty when that does not matter. A new message has its own
 * @param steps what happened, in order
 * @param contents bytes that belong to it
 * @param references names under which it can be found
 * @param dispatches what is to be delivered
 * @param settled what became of a delivery, when one was tried
 */
public record Entry(
        MessageId id,
        Optional<Opening> opening,
        Set<State> onlyIn,
        OptionalInt onlyAfter,
        Optional<Rival> rival,
        List<Step> steps,
        Map<Content, byte[]> contents,
        List<Reference> references,
        List<Dispatch> dispatches,
        Optional<Settlement> settled) {

    /**
     * What another message would be the same by.
     *
     * @param participant who sends it
     * @param key what is said of it
     */
    public record Rival(String participant, Opening.Key key) {}

    /** Copies the collections. */
    public Entry {
        onlyIn = Set.copyOf(onlyIn);
        steps = List.copyOf(steps);
        contents = contents.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(contents));
        references = List.copyOf(references);
        dispatches = List.copyOf(dispatches);
    }

    /** A new message. */
    public static Draft opening(MessageId id, Opening opening) {
        return new Draft(id, Optional.of(opening));
    }

    /** More about a message that is known. */
    public static Draft about(MessageId id) {
        return new Draft(id, Optional.empty());
    }

    /** An entry in the making; used by one thread. */
    public static final class Draft {

        private final MessageId id;
        private final Optional<Opening> opening;
        private Set<State> onlyIn = Set.of();
        private OptionalInt onlyAfter = OptionalInt.empty();
        private Optional<Rival> rival = Optional.empty();
        private final List<Step> steps = new ArrayList<>();
        private final Map<Content, byte[]> contents = new EnumMap<>(Content.class);
        private final List<Reference> references = new ArrayList<>();
        private final List<Dispatch> dispatches = new ArrayList<>();
        private Optional<Settlement> settled = Optional.empty();

        private Draft(MessageId id, Optional<Opening> opening) {
            this.id = id;
            this.opening = opening;
        }

        /** Written only while the message is in one of these states. */
        public Draft onlyIn(Set<State> states) {
            onlyIn = states;
            return this;
        }

        /** Written only while the message has that many steps. */
        public Draft onlyAfter(int count) {
            onlyAfter = OptionalInt.of(count);
            return this;
        }

        /** Written only while no other message of that participant holds the key. */
        public Draft unlessHeldByAnother(String participant, Opening.Key key) {
            rival = Optional.of(new Rival(participant, key));
            return this;
        }

        /** This happened next. */
        public Draft step(Step step) {
            steps.add(step);
            return this;
        }

        /** These bytes belong to it. */
        public Draft content(Content kind, byte[] bytes) {
            contents.put(kind, bytes);
            return this;
        }

        /** It can be found under this name. */
        public Draft reference(Reference reference) {
            references.add(reference);
            return this;
        }

        /** This is to be delivered. */
        public Draft dispatch(Dispatch dispatch) {
            dispatches.add(dispatch);
            return this;
        }

        /** This became of a delivery. */
        public Draft settled(Settlement settlement) {
            settled = Optional.of(settlement);
            return this;
        }

        /** The entry. */
        public Entry entry() {
            return new Entry(id, opening, onlyIn, onlyAfter, rival, steps, contents, references, dispatches, settled);
        }
    }
}
