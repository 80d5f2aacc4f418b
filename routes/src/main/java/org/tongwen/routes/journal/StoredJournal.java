package org.tongwen.routes.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.tongwen.routes.config.HubConfig.Store;

/** A journal in a database: a file of H2, or PostgreSQL. */
public final class StoredJournal implements Journal {

    /** Something to be done with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** All connections may have died at once. */
    private static final int TRIES = Pools.CONNECTIONS + 1;

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final Database database;
    private final Seals seals;
    private final Keys keys;
    private final Clock clock;
    private final NewNames names;
    private final Writer writer;
    private final Waits waits;
    private final Turns turns;

    private StoredJournal(Database database, Keys keys, Clock clock, NewNames names, Writer writer) {
        this.database = database;
        this.keys = keys;
        this.names = names;
        this.seals = new Seals(keys);
        this.clock = clock;
        this.writer = writer;
        this.waits = new Waits(clock);
        this.turns = new Turns(database.locks());
    }

    /**
     * Opens a journal; makes it and its keys at the first time.
     *
     * @param store where it is
     * @param node the name of this process, which no other process that writes to the same store has
     * @param clock the time
     * @throws JournalException when the store does not answer, belongs to another process, or was made with other keys
     */
    public static StoredJournal open(Store store, String node, Clock clock) {
        return open(store, node, clock, new SimpleMeterRegistry());
    }

    /**
     * Opens a journal that is measured: {@code journal.transaction} (time until entries are durable, by outcome), {@code
     * journal.transaction.entries} and {@code journal.waiting}.
     *
     * @param meters where the measures go
     */
    public static StoredJournal open(Store store, String node, Clock clock, MeterRegistry meters) {
        return open(database(store), store, node, clock, meters);
    }

    static StoredJournal open(Database database, Store store, String node, Clock clock, MeterRegistry meters) {
        try {
            migrate(database);
            Keys keys = Founding.keys(database.pool(), store.keys(), database.place());
            int number = Founding.node(database.pool(), node, keys);
            if (!database.isShared()) {
                Claims.endAll(database.pool(), clock.instant());
            }
            NewNames names = new NewNames(database.names());
            Writer.Sessions sessions = () -> new Session(database, node, number, keys, names, clock);
            Writer writer = new Writer(sessions, sessions.open(), new JournalMeters(meters));
            return new StoredJournal(database, keys, clock, names, writer);
        } catch (SQLException | FlywayException e) {
            database.close();
            throw new JournalException("the journal " + database.place() + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The accounts of released payments in the same store. */
    public Tallies tallies() {
        return new StoredTallies(database.pool(), keys);
    }

    @Override
    public CompletableFuture<Receipt> submit(Entry entry) {
        Waiting waiting = Waiting.of(entry, seals);
        writer.submit(waiting);
        return waiting.future;
    }

    @Override
    public Receipt write(Entry entry) {
        try {
            return submit(entry).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof JournalException failure) {
                throw failure.again();
            }
            throw e;
        }
    }

    @Override
    public Optional<Story> story(MessageId id) {
        return read(connection -> new Reading(connection, seals).story(id));
    }

    @Override
    public Optional<byte[]> content(MessageId id, Content kind) {
        return read(connection -> new Reading(connection, seals).content(id, kind));
    }

    @Override
    public List<Summary> find(Search search) {
        return read(connection -> new Searching(connection, seals, names).find(search));
    }

    @Override
    public List<Summary> referring(Reference reference, Set<String> families, Optional<MessageId> after) {
        return read(connection -> new Searching(connection, seals, names).referring(reference, families, after));
    }

    @Override
    public List<Summary> unanswered(Instant before, int most) {
        return read(connection -> new Searching(connection, seals, names).unanswered(before, most));
    }

    @Override
    public Turn turn(Turn.To purpose, MessageId message) {
        return turn(purpose, message.value());
    }

    @Override
    public Turn turn(String participant, Opening.Key key) {
        return turn(Turn.To.BRING, seals.key(participant, key));
    }

    private Turn turn(Turn.To purpose, UUID of) {
        try {
            return turns.take(purpose, of);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public List<Delivery> claim(int most, Duration lease, Duration ceiling, Set<String> busy) {
        List<Delivery> claimed = read(connection -> {
            connection.setAutoCommit(false);
            List<Delivery> taken = new Claims(connection, busy).claim(most, lease, ceiling, clock.instant());
            connection.commit();
            return taken;
        });
        if (!claimed.isEmpty()) {
            awaitDurable();
        }
        return claimed;
    }

    /** What a transaction of H2 brought can be seen before it is durable and before all its names are found; until then nothing of it may go out. */
    private void awaitDurable() {
        synchronized (names) {
            // The writer holds this from the commit until then.
            return;
        }
    }

    @Override
    public void giveBack(List<Delivery> claimed) {
        read(connection -> {
            connection.setAutoCommit(false);
            new Claims(connection, Set.of()).giveBack(claimed);
            connection.commit();
            return claimed;
        });
    }

    @Override
    public Counts counts() {
        return waits.counts(() -> read(connection -> waits.read(connection)));
    }

    @Override
    public boolean isWritable() {
        return !writer.isAway();
    }

    @Override
    public Verification verify() {
        return read(connection -> {
            database.takesLong(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(database.snapshot());
            Verification verification = verifier(connection).verify();
            connection.commit();
            return verification;
        });
    }

    /** Sees names and store as they are between two transactions. */
    private Verifier verifier(Connection connection) throws SQLException {
        synchronized (names) {
            try (Statement first = connection.createStatement()) {
                first.execute("select 1 from store");
            }
            return new Verifier(connection, keys, names.all());
        }
    }

    @Override
    public void close() {
        writer.close();
        database.close();
    }

    /** A connection may have died since it was used last, which is known at once; then another is tried. */
    private <T> T read(Work<T> work) {
        long start = System.nanoTime();
        for (int left = TRIES; ; left--) {
            try (Connection connection = database.pool().getConnection()) {
                return tried(work, connection);
            } catch (SQLException e) {
                boolean late = System.nanoTime() - start > AT_ONCE.toNanos();
                if (left == 1 || late || e instanceof SQLTransientConnectionException) {
                    throw away(e);
                }
            }
        }
    }

    private static JournalException away(SQLException e) {
        return new JournalException("the journal's store does not answer: " + Failures.words(e), e);
    }

    private <T> T tried(Work<T> work, Connection connection) throws SQLException {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            database.pool().evictConnection(connection);
            throw e;
        }
    }

    private static Database database(Store store) {
        if (store instanceof Store.Embedded embedded) {
            return new EmbeddedDatabase(embedded.file(), "file");
        }
        Store.Postgres postgres = (Store.Postgres) store;
        try {
            String password =
                    postgres.password().isPresent() ? postgres.password().get().read() : "";
            return new PostgresDatabase(postgres.url(), postgres.user(), password);
        } catch (IOException e) {
            throw new JournalException("the password of the journal's database cannot be read: " + e.getMessage(), e);
        }
    }

    private static void migrate(Database database) {
        Flyway.configure()
                .dataSource(database.pool())
                .locations("classpath:org/tongwen/routes/journal")
                .load()
                .migrate();
    }
}
