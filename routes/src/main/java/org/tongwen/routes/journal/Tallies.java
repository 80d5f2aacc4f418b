package org.tongwen.routes.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts of what was released, for limits over time. All hubs on one store share them. */
public interface Tallies {

    /**
     * Works on an account while nobody else does, in this process or another. What the work adds is durable not later than the next entry of
     * the journal, and undone when the work ends with an exception.
     *
     * @throws JournalException when the store cannot be used
     */
    <T> T alone(String account, Function<Account, T> work);

    /** An account; to be used only within the work that it was given to. */
    interface Account {

        /** What was counted after that number, in the order of the numbers; without the likenesses, which can only be asked for. */
        List<Numbered> after(long number);

        /** The message other than that one in which a payment of that likeness was counted since then; of several the latest. */
        Optional<MessageId> known(String likeness, Instant since, MessageId other);

        /** Counts a message; once, though it is counted again: what it was counted as before is taken back. */
        void add(Tally tally);

        /** Takes a message back; nothing happens when it was not counted. */
        void remove(MessageId message);

        /** Forgets what was counted before then. */
        void forget(Instant before);
    }

    /**
     * A tally with its number in the account, which grows.
     *
     * @param number the number, beginning with 1
     * @param tally the tally
     */
    record Numbered(long number, Tally tally) {}
}
