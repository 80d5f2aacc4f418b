package org.tongwen.routes.journal;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.Chunk;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the pieces (H2's chunks) of which H2's file consists. Each transaction writes one, of which soon only the smaller part is needed, and H2 has
 * about 200 bytes in memory for each.
 *
 * <p>What is needed of small or half empty pieces is written once more, into the piece of the next transaction; then H2 forgets those that it stood
 * in. H2's own {@code compact} goes through all pieces at each call, takes the oldest even when they are full, and takes none when the first is too
 * large; so a few are looked at after each transaction, and their number follows that of the transactions. Used by one thread.
 */
final class Pieces {

    private static final Logger LOG = LoggerFactory.getLogger(Pieces.class);

    private static final Hidden ALL = Hidden.of(FileStore.class, "getChunks");
    private static final Hidden JOIN = Hidden.of(FileStore.class, "compactRewrite", Set.class);
    private static final Hidden IS_REWRITABLE = Hidden.of(Chunk.class, "isRewritable");

    /** At most so many are looked at after a transaction: a round takes a sixteenth as many transactions as there are pieces. */
    private static final int LOOKED_AT = 16;

    /** Pages of together so many bytes are written anew at once. */
    private static final int JOINED = 256 << 10;

    /** Of which so many bytes are needed is left alone, unless less than so much of it, in per cent, is needed. */
    private static final int LARGE = 128 << 10;

    private static final int FULL = 70;

    /** So many transactions later the tables' newest pages are full, and what is still needed of a piece is needed for long. */
    private static final int SETTLED = 128;

    private final MVStore store;
    private final Set<Integer> due = new HashSet<>();
    private final Set<Integer> spoilt = new HashSet<>();
    private Iterator<Chunk<?>> round = Collections.emptyIterator();
    private long bytes;

    /** Of one opened file. */
    Pieces(MVStore store) {
        this.store = store;
    }

    /**
     * Looks at a few pieces, and joins those found until now when they are enough.
     *
     * @throws MVStoreException when the file cannot be written
     */
    void tend() {
        if (!round.hasNext()) {
            round = all().values().iterator();
        }
        for (int i = 0; i < LOOKED_AT && round.hasNext(); i++) {
            look(round.next());
            if (bytes >= JOINED) {
                join();
                return;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<Integer, Chunk<?>> all() {
        return (Map<Integer, Chunk<?>>) ALL.call(store.getFileStore());
    }

    private void look(Chunk<?> piece) {
        boolean wanting = piece.maxLenLive < LARGE || piece.maxLenLive * 100 < piece.maxLen * FULL;
        if (wanting
                && store.getCurrentVersion() - piece.version > SETTLED
                && (boolean) IS_REWRITABLE.call(piece)
                && !spoilt.contains(piece.id)
                && due.add(piece.id)) {
            bytes += piece.maxLenLive;
        }
    }

    /** H2 closes its file when this throws, and would do so each time. */
    private void joinAll() {
        try {
            JOIN.call(store.getFileStore(), due);
        } catch (RuntimeException e) {
            due.forEach(this::joinAlone);
        }
    }

    private void joinAlone(int piece) {
        try {
            JOIN.call(store.getFileStore(), Set.of(piece));
        } catch (RuntimeException e) {
            if (store.isClosed()) {
                throw e;
            }
            spoilt.add(piece);
            LOG.error("A piece of the journal's file cannot be read; journal verify says which messages it held", e);
        }
    }

    private void join() {
        TxCounter reader = store.registerVersionUsage();
        try {
            store.executeFilestoreOperation(this::joinAll);
        } finally {
            store.deregisterVersionUsage(reader);
            due.clear();
            bytes = 0;
        }
    }
}
