package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The writer's connection while it lasts, and how far the node's chain is. Used by one thread. */
final class Session implements AutoCloseable {

    /** A transaction that may have been committed: its answer did not come, or it could not be made durable. */
    static final class InDoubt extends SQLException {

        private static final long serialVersionUID = 1L;

        private final transient Chain after;

        InDoubt(Chain after, SQLException cause) {
            super(cause);
            this.after = after;
        }

        /** How far the chain is if the transaction was committed. */
        Chain after() {
            return after;
        }
    }

    private static final int VALID_SECONDS = 2;

    private static final List<String> TABLES = List.of("step", "content", "delivery", "outbox");

    private final Database database;
    private final Keys keys;
    private final Clock clock;
    private final Connection connection;
    private final Statements sql;
    private final NewNames names;
    private Chain chain;

    /** Connects. What the store holds from before is durable from then on. */
    Session(Database database, String name, int node, Keys keys, NewNames names, Clock clock) throws SQLException {
        this.database = database;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
        this.connection = database.writing(name);
        this.sql = new Statements(connection);
        try {
            this.chain = Chain.last(connection, node, keys);
            if (names.mayWait()) {
                chain = new NameRepair(connection, sql, keys).repair(chain);
            }
            begin();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Names are kept in memory until the table holds them for good: H2 forgets what was not durable when it opens its file anew. */
    private void begin() throws SQLException {
        synchronized (names) {
            connection.commit();
            database.sync(connection);
            names.begin(chain.last());
        }
    }

    Chain chain() {
        return chain;
    }

    /**
     * Writes entries in one transaction. It is durable when this returns; when this throws, nothing was written.
     *
     * @throws InDoubt when nobody knows
     */
    void write(List<Waiting> all) throws SQLException {
        Batch.Staged staged = stage(all);
        synchronized (names) {
            try {
                connection.commit();
                database.sync(connection);
            } catch (SQLException e) {
                throw new InDoubt(staged.chain(), e);
            }
            chain = staged.chain();
            names.took(staged.names(), chain.last());
        }
    }

    /** Writes what changes nothing, into the tables that a message needs. */
    void probe() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update node set name = name where number = " + chain.node());
            for (String table : TABLES) {
                statement.execute("delete from " + table + " where number = 0");
            }
            statement.execute("delete from message where id = '" + new UUID(0, 0) + "'");
            connection.commit();
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
        database.sync(connection);
    }

    /** Tidies up a little, when nobody waits for what was written. */
    void tend() throws SQLException {
        database.tend();
    }

    /** Writes a piece of the names that wait, for a moment in which nothing else is to be written; false when none is left. */
    boolean tidy() throws SQLException {
        NewNames.Change change = names.piece(chain.last());
        if (change.due().isEmpty()) {
            return false;
        }
        Chain after = change.on(chain);
        try {
            change.write(sql);
            after.write(chain, keys, sql);
            sql.flush();
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
        synchronized (names) {
            connection.commit();
            database.sync(connection);
            chain = after;
            names.took(change, chain.last());
        }
        tend();
        return true;
    }

    private Batch.Staged stage(List<Waiting> all) throws SQLException {
        try {
            return Batch.write(all, sql, keys, names, chain, clock.instant());
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Exception reason) {
        try {
            sql.clear();
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Whether more can be written with this connection. */
    boolean works() {
        try {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is of no use any more, and the database notices by itself.
            return;
        }
    }
}
