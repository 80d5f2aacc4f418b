package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Advisory locks of PostgreSQL, all on one connection. When it breaks, they are free. */
final class PostgresLocks implements Locks {

    private final Pools.Connections connections;
    private Optional<Connection> connection = Optional.empty();

    /**
     * No lock is taken yet, and nothing opened.
     *
     * @param connections opens the connection
     */
    PostgresLocks(Pools.Connections connections) {
        this.connections = connections;
    }

    @Override
    public synchronized boolean tryTake(int number) throws SQLException {
        boolean isNew = connection.isEmpty();
        if (isNew) {
            connection = Optional.of(connections.open());
        }
        try {
            return call("select pg_try_advisory_lock(hashtext('tongwen turns'), ?)", number);
        } catch (SQLException e) {
            close();
            if (isNew) {
                throw e;
            }
            // It may have been broken for long.
            return tryTake(number);
        }
    }

    @Override
    public synchronized void giveBack(int number) {
        try {
            if (connection.isPresent()) {
                call("select pg_advisory_unlock(hashtext('tongwen turns'), ?)", number);
            }
        } catch (SQLException e) {
            close();
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

    @Override
    public synchronized void close() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            // The database notices by itself.
        }
        connection = Optional.empty();
    }
}
