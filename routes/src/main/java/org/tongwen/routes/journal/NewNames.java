package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Names that wait for their place in the table {@code reference}. Each stands in the evidence of a step already, so none can be lost; the table only
 * finds it. Names are spread at random, and a row in the midst of an index makes H2 write its page and those above it anew with the transaction.
 * Neighbours that come together share that, so this process keeps the newest names and writes them in the order of their hashes, a piece with each
 * transaction, round and round.
 *
 * <p>One thread changes it; any may read. Whoever reads it looks here first and into the table then.
 */
final class NewNames {

    /**
     * What a transaction does to the names.
     *
     * @param fresh names that it makes
     * @param due names that it writes into the table
     * @param since the step up to which all names stand in the table when it is done; empty when that is not known anew
     */
    record Change(List<Named> fresh, List<Named> due, OptionalLong since) {

        static final Change NONE = new Change(List.of(), List.of(), OptionalLong.empty());

        /** Writes the rows, but does not commit. */
        void write(Statements sql) throws SQLException {
            for (Named name : due) {
                sql.add("insert into reference (hash, message) values (?, ?)", statement -> {
                    statement.setObject(1, name.hash());
                    statement.setObject(2, name.message());
                });
            }
        }

        /** The chain that knows how far the table is. */
        Chain on(Chain chain) {
            return since.isPresent() ? chain.named(since.getAsLong()) : chain;
        }
    }

    private static final int PIECE = 512;

    private final int most;
    private final NavigableSet<Named> waiting = new ConcurrentSkipListSet<>(Named.ORDER);
    private int count;
    private Named next = Named.FIRST;
    private long begun;

    /**
     * Without any.
     *
     * @param most how many may wait; 0 when all are written at once
     */
    NewNames(int most) {
        this.most = most;
    }

    /** Whether names may wait. */
    boolean mayWait() {
        return most > 0;
    }

    /**
     * What a transaction has to do.
     *
     * @param fresh the names that it makes
     * @param last the step before it
     */
    Change with(List<Named> fresh, long last) {
        if (!mayWait()) {
            return new Change(fresh, fresh, OptionalLong.empty());
        }
        return count + fresh.size() > most ? piece(fresh, fresh.size() + PIECE, last) : kept(fresh);
    }

    /** What a transaction may do that makes no names. */
    Change piece(long last) {
        return count == 0 ? Change.NONE : piece(List.of(), PIECE, last);
    }

    private static Change kept(List<Named> fresh) {
        return new Change(fresh, List.of(), OptionalLong.empty());
    }

    private Change piece(List<Named> fresh, int size, long last) {
        List<Named> due = new ArrayList<>(size);
        for (Named name : waiting.tailSet(next, true)) {
            if (due.size() == size) {
                return new Change(fresh, due, OptionalLong.empty());
            }
            due.add(name);
        }
        // What waited when the round began is written now; when nothing is left that goes for all.
        return new Change(fresh, due, OptionalLong.of(due.size() == count ? last : begun));
    }

    /**
     * The transaction has been committed.
     *
     * @param last the step that was its last
     */
    void took(Change change, long last) {
        waiting.addAll(mayWait() ? change.fresh() : List.of());
        count += mayWait() ? change.fresh().size() : 0;
        if (mayWait()) {
            change.due().forEach(waiting::remove);
            count -= change.due().size();
        }
        if (change.since().isPresent()) {
            next = Named.FIRST;
            begun = last;
        } else if (!change.due().isEmpty()) {
            next = change.due().get(change.due().size() - 1);
        }
    }

    /** All stand in the table up to a step. */
    void begin(long last) {
        waiting.clear();
        count = 0;
        next = Named.FIRST;
        begun = last;
    }

    /** Those that bear one of these names and that the table may not have. */
    List<Named> under(Collection<UUID> hashes) {
        List<Named> found = new ArrayList<>();
        for (UUID hash : hashes) {
            for (Named name : waiting.tailSet(new Named(hash, Named.FIRST.message()), true)) {
                if (!name.hash().equals(hash)) {
                    break;
                }
                found.add(name);
            }
        }
        return found;
    }

    /** All that wait. */
    Set<Named> all() {
        return new HashSet<>(waiting);
    }
}
