package org.tongwen.routes.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Receipt;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Search;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;
import org.tongwen.routes.journal.Turn;
import org.tongwen.routes.journal.Verification;

/** A journal as it is, until its store is away or cannot be read. */
final class Outage implements Journal {

    private final Journal journal;
    private final AtomicInteger claims = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean unreadable;

    Outage(Journal journal) {
        this.journal = journal;
    }

    /** From now on nothing can be read or written, or again. */
    void away(boolean isAway) {
        away = isAway;
    }

    /** From now on no content can be read, or again. */
    void unreadable(boolean isUnreadable) {
        unreadable = isUnreadable;
    }

    /** How often deliveries were claimed. */
    int claims() {
        return claims.get();
    }

    private Journal journal() {
        if (away) {
            throw new JournalException("the store is away", new IllegalStateException());
        }
        return journal;
    }

    @Override
    public List<Summary> unanswered(Instant before, int most) {
        return journal().unanswered(before, most);
    }

    @Override
    public CompletableFuture<Receipt> submit(Entry entry) {
        try {
            return journal().submit(entry);
        } catch (JournalException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Receipt write(Entry entry) {
        return journal().write(entry);
    }

    @Override
    public Optional<Story> story(MessageId id) {
        return journal().story(id);
    }

    @Override
    public Optional<byte[]> content(MessageId id, Content kind) {
        if (unreadable) {
            throw new JournalException("the message is not as it was written");
        }
        return journal().content(id, kind);
    }

    @Override
    public List<Summary> find(Search search) {
        return journal().find(search);
    }

    @Override
    public List<Summary> referring(Reference reference, Set<String> families, Optional<MessageId> after) {
        return journal().referring(reference, families, after);
    }

    @Override
    public Turn turn(Turn.To purpose, MessageId message) {
        return journal().turn(purpose, message);
    }

    @Override
    public Turn turn(String participant, Opening.Key key) {
        return journal().turn(participant, key);
    }

    @Override
    public List<Delivery> claim(int most, Duration lease, Duration ceiling, Set<String> busy) {
        claims.incrementAndGet();
        return journal().claim(most, lease, ceiling, busy);
    }

    @Override
    public void giveBack(List<Delivery> claimed) {
        journal().giveBack(claimed);
    }

    @Override
    public Counts counts() {
        return journal().counts();
    }

    @Override
    public boolean isWritable() {
        return !away;
    }

    @Override
    public Verification verify() {
        return journal().verify();
    }

    @Override
    public void close() {
        journal.close();
    }
}
