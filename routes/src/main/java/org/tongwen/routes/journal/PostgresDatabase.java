package org.tongwen.routes.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A database of PostgreSQL, which several processes may share, each under a name of its own. */
final class PostgresDatabase implements Database {

    private static final String CONNECT_SECONDS = "3";
    private static final String ANSWER_SECONDS = "10";

    private final String url;
    private final Properties properties = new Properties();
    private final HikariDataSource pool;
    private final Locks locks = new PostgresLocks(this::lasting);

    PostgresDatabase(String url, String user, String password) {
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "tongwen");
        this.pool = Pools.open(this::connect);
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public Connection writing(String node) throws SQLException {
        Connection connection = lasting();
        try {
            prepare(connection, node);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /**
     * One that holds locks. When this process is gone without a word (its machine, or a balancer between that forgot the connection), the server
     * notices within half a minute; with its usual settings it would keep the locks for hours.
     */
    private Connection lasting() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set tcp_keepalives_idle = 10");
            statement.execute("set tcp_keepalives_interval = 5");
            statement.execute("set tcp_keepalives_count = 3");
            statement.execute("set tcp_user_timeout = 25000");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void prepare(Connection connection, String node) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '4s'");
            // A commit must be on the disk when it is answered, whatever the server's own settings; stricter ones stay.
            statement.execute(
                    "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit')"
                            + " = 'off'");
        }
        // The database gives the lock back when the connection ends, however it ends: the name is bound to the one who
        // writes.
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtext('tongwen journal'), hashtext(?))")) {
            statement.setString(1, node);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new JournalException("another process writes to this journal under the node name " + node
                            + "; processes that share a store need names of their own");
                }
            }
        }
        connection.commit();
    }

    /** A commit of PostgreSQL is durable. */
    @Override
    public void sync(Connection connection) {}

    /** PostgreSQL does it by itself. */
    @Override
    public void tend() {}

    @Override
    public int snapshot() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void takesLong(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
    }

    @Override
    public Locks locks() {
        return locks;
    }

    @Override
    public int names() {
        return 0;
    }

    @Override
    public String place() {
        return url;
    }

    @Override
    public void close() {
        locks.close();
        pool.close();
    }
}
