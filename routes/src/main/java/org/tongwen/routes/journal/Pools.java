package org.tongwen.routes.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Pools of connections. */
final class Pools {

    /** Opens a connection. */
    interface Connections {
        Connection open() throws SQLException;
    }

    static final int CONNECTIONS = 6;
    private static final long WAIT_MILLIS = 3_000;

    private Pools() {}

    /**
     * Opens a pool.
     *
     * @param connections opens each of its connections
     * @throws JournalException when the database does not answer
     */
    static HikariDataSource open(Connections connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new Source(connections));
        config.setPoolName("tongwen-journal");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(WAIT_MILLIS - 500);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new JournalException("the journal's database does not answer: " + e.getMessage(), e);
        }
    }

    /** What the pool asks for connections; who opens them knows user and time-outs. */
    private record Source(Connections connections) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return connections.open();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        /** So long the pool waits for connections that are being opened when it closes. */
        @Override
        public int getLoginTimeout() {
            return (int) (WAIT_MILLIS / 1000);
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
