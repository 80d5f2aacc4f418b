package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Advisory locks of PostgreSQL, all on one connection. When it breaks, they are free. Nobody waits for it longer than a few seconds. */
final class PostgresLocks implements Locks {

    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Pools.Connections connections;
    private final ReentrantLock alone = new ReentrantLock();
    private Optional<Connection> connection = Optional.empty();
    private volatile boolean broken;
    private volatile boolean closed;

    /**
     * No lock is taken yet, and nothing opened.
     *
     * @param connections opens the connection
     */
    PostgresLocks(Pools.Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean tryTake(int number) throws SQLException {
        if (!enter()) {
            throw new SQLTransientConnectionException("the database does not answer");
        }
        try {
            if (broken) {
                drop();
            }
            return take(number);
        } finally {
            alone.unlock();
        }
    }

    private boolean take(int number) throws SQLException {
        boolean isNew = connection.isEmpty();
        if (isNew) {
            connection = Optional.of(open());
        }
        try {
            return call("select pg_try_advisory_lock(hashtext('tongwen turns'), ?)", number);
        } catch (SQLException e) {
            drop();
            if (isNew) {
                throw e;
            }
            // It may have been broken for long.
            return take(number);
        }
    }

    private Connection open() throws SQLException {
        if (closed) {
            throw new SQLTransientConnectionException("the journal is closed");
        }
        Connection opened = connections.open();
        opened.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
        return opened;
    }

    /** Who cannot say that it is free lets the next one break the connection, which frees it with all others. */
    @Override
    public void giveBack(int number) {
        if (!enter()) {
            broken = true;
            return;
        }
        try {
            if (connection.isPresent()) {
                call("select pg_advisory_unlock(hashtext('tongwen turns'), ?)", number);
            }
        } catch (SQLException e) {
            drop();
        } finally {
            alone.unlock();
        }
    }

    private boolean call(String sql, int number) throws SQLException {
        try (PreparedStatement statement = connection.orElseThrow().prepareStatement(sql)) {
            statement.setInt(1, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private boolean enter() {
        try {
            return alone.tryLock(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void drop() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            // The database notices by itself.
        }
        connection = Optional.empty();
        broken = false;
    }

    @Override
    public void close() {
        closed = true;
        alone.lock();
        try {
            drop();
        } finally {
            alone.unlock();
        }
    }
}
