package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Names that wait for their place in the table {@code reference}. Each stands in the evidence of a step already, so none can be lost; the table only
 * finds it. Names are spread at random, and a row in the midst of an index makes H2 write its page and those above it anew with the transaction.
 * Neighbours that come together share that, so this process keeps the newest names, on shelves by the beginning of their hashes, and writes one shelf
 * after the other, round and round.
 *
 * <p>One thread changes it; any may read. Whoever reads it looks here first and into the table then.
 */
final class NewNames {

    /**
     * What a transaction does to the names.
     *
     * @param fresh names that it makes
     * @param due names that it writes into the table: all that waited on some of the shelves
     * @param next the shelf whose turn is next
     * @param since the step up to which all names stand in the table when it is done; empty when that is not known anew
     */
    record Change(List<Named> fresh, List<Named> due, int next, OptionalLong since) {

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

    /** Where hashes begin alike, rows are neighbours. */
    private static final int SHELVES = 256;

    private static final int SHELF_SHIFT = 56;
    private static final int PIECE = 512;

    private final int most;
    private final List<List<Named>> shelves = Stream.generate(() -> (List<Named>) new ArrayList<Named>())
            .limit(SHELVES)
            .toList();
    private int count;
    private int next;
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
            return new Change(fresh, fresh, 0, OptionalLong.empty());
        }
        return count + fresh.size() > most ? piece(fresh, fresh.size(), last) : kept(fresh);
    }

    /** What a transaction may do that makes no names. */
    Change piece(long last) {
        return count == 0 ? none() : piece(List.of(), PIECE, last);
    }

    /** What a transaction does that writes no step. */
    Change none() {
        return kept(List.of());
    }

    private Change kept(List<Named> fresh) {
        return new Change(fresh, List.of(), next, OptionalLong.empty());
    }

    /** The next shelves, until there is enough. */
    private Change piece(List<Named> fresh, int enough, long last) {
        List<Named> due = new ArrayList<>();
        int shelf = next;
        while (shelf < SHELVES && due.size() < enough) {
            due.addAll(shelves.get(shelf));
            shelf++;
        }
        due.sort(Named.ORDER);
        if (shelf < SHELVES) {
            return new Change(fresh, due, shelf, OptionalLong.empty());
        }
        // What waited when the round began is written now; when nothing is left that goes for all.
        return new Change(fresh, due, 0, OptionalLong.of(due.size() == count ? last : begun));
    }

    /**
     * The transaction has been committed.
     *
     * @param last the step that was its last
     */
    void took(Change change, long last) {
        if (!mayWait()) {
            return;
        }
        clear(next, change.since().isPresent() ? SHELVES : change.next());
        for (Named name : change.fresh()) {
            List<Named> shelf = shelf(name.hash());
            synchronized (shelf) {
                shelf.add(name);
            }
        }
        count += change.fresh().size() - change.due().size();
        next = change.next();
        begun = change.since().isPresent() ? last : begun;
    }

    /** All stand in the table up to a step. */
    void begin(long last) {
        clear(0, SHELVES);
        count = 0;
        next = 0;
        begun = last;
    }

    private void clear(int from, int to) {
        for (List<Named> shelf : shelves.subList(from, to)) {
            synchronized (shelf) {
                shelf.clear();
            }
        }
    }

    /** Those that bear one of these names and that the table may not have. */
    List<Named> under(Collection<UUID> hashes) {
        List<Named> found = new ArrayList<>();
        for (UUID hash : hashes) {
            List<Named> shelf = shelf(hash);
            synchronized (shelf) {
                shelf.stream().filter(name -> name.hash().equals(hash)).forEach(found::add);
            }
        }
        return found;
    }

    /** All that wait. */
    Set<Named> all() {
        Set<Named> all = new HashSet<>();
        for (List<Named> shelf : shelves) {
            synchronized (shelf) {
                all.addAll(shelf);
            }
        }
        return all;
    }

    private List<Named> shelf(UUID hash) {
        return shelves.get((int) (hash.getMostSignificantBits() >>> SHELF_SHIFT));
    }
}
