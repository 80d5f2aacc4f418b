package org.tongwen.routes.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The hub's memory. Its methods may be called from any thread; all but {@link #submit} wait for the store and throw {@link JournalException}. */
public interface Journal extends AutoCloseable {

    /**
     * Writes an entry together with others that wait. The future ends when it is durable, or exceptionally with a {@link JournalException}:
     * then it was not written, or nobody knows, and it can be sent again under its key. What follows the future runs in the thread that writes:
     * keep it short, or give it to an executor.
     *
     * @throws IllegalArgumentException when the entry has no step, or the steps of a new message do not say in which state it is
     */
    CompletableFuture<Receipt> submit(Entry entry);

    /** Writes an entry; it is durable when this returns. */
    Receipt write(Entry entry);

    /** What is known of a message. */
    Optional<Story> story(MessageId id);

    /** Bytes that belong to a message; the latest of the kind. */
    Optional<byte[]> content(MessageId id, Content kind);

    /** Messages that fit, the newest first. */
    List<Summary> find(Search search);

    /** How many messages {@link #referring} gives at once. */
    int MOST_REFERRING = 100;

    /**
     * Messages that carry the reference, the newest first, at most {@link #MOST_REFERRING}.
     *
     * @param families which ISO messages they may be, such as {@code pacs.008}, without variant and version; empty for all
     */
    default List<Summary> referring(Reference reference, Set<String> families) {
        return referring(reference, families, Optional.empty());
    }

    /**
     * The same, from some message on.
     *
     * @param after the last one that is known; empty to begin with the newest
     */
    List<Summary> referring(Reference reference, Set<String> families, Optional<MessageId> after);

    /**
     * Payments that their receiver has and that nobody has answered finally: those that were delivered, or last asked about, before that time;
     * the longest waiting first. One that is {@link Event#UNANSWERED} is not waited for any longer.
     *
     * @param before when the wait began at the latest
     * @param most how many at most
     */
    List<Summary> unanswered(Instant before, int most);

    /**
     * Waits until nobody else has the turn to do that about a message, in this process or another on the same store. Whoever judges an answer to
     * a message by what the message knows has it from before until what the message learns is written, so that of two answers that contradict
     * each other only the first goes on. Nobody waits longer than half a minute; what is lost then is only the order.
     */
    Turn turn(Turn.To purpose, MessageId message);

    /**
     * Waits until nobody else has the turn to bring a message under that key. Whoever counts a message before it is written has it from before
     * until then, so that a repeat that comes at once is counted when the journal knows of the first.
     *
     * @param participant who sends the message
     */
    Turn turn(String participant, Opening.Key key);

    /**
     * Takes deliveries that are due, for this process alone, until the lease is over. Of one conversation and receiver only the first that is
     * not done or dead is given, so that order is kept; one that was given up does not stop those after it, or a conversation would stand still.
     *
     * @param most how many at most
     * @param lease how long; whoever has not settled by then may lose them to another process
     * @param ceiling the longest pause between attempts: what seems to be due more than a minute later than that was planned
     *     before the clock was set back, and is due
     * @param busy the receivers whose deliveries are left alone, because they have as many under way as they may
     */
    List<Delivery> claim(int most, Duration lease, Duration ceiling, Set<String> busy);

    /** The same, with no receiver busy. */
    default List<Delivery> claim(int most, Duration lease, Duration ceiling) {
        return claim(most, lease, ceiling, Set.of());
    }

    /** Gives back deliveries that were claimed and not tried: they are due as before, and the claim does not count as an attempt. */
    void giveBack(List<Delivery> claimed);

    /** How much waits. */
    Counts counts();

    /** Whether entries can be written, by what became of the last ones; after one that could not, the journal tries by itself. */
    boolean isWritable();

    /** Checks all chains of hashes, and that contents are those that came. */
    Verification verify();

    @Override
    void close();

    /**
     * How much waits.
     *
     * @param held messages that are held
     * @param waiting deliveries that are due or planned
     * @param dead deliveries that were given up
     * @param oldest how long the oldest waiting delivery has been due; zero when none waits
     */
    record Counts(long held, long waiting, long dead, Duration oldest) {}
}
