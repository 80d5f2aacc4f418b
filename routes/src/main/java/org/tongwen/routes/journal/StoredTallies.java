package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Accounts in the journal's database, in transactions of their own. These do not wait for the disk: whatever is committed later, such as the entry of
 * the message that was counted, takes them there with it.
 */
final class StoredTallies implements Tallies {

    private static final int TRIES = 5;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final DataSource pool;
    private final Keys keys;

    /** Who works on one account in this process waits here, not with a connection in hand. */
    private final Map<UUID, ReentrantLock> locks = new ConcurrentHashMap<>();

    StoredTallies(DataSource pool, Keys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    @Override
    public <T> T alone(String account, Function<Account, T> work) {
        UUID hash = keys.hash(Keys.Label.ACCOUNT, new Form().text(account));
        ReentrantLock lock = locks.computeIfAbsent(hash, key -> new ReentrantLock(true));
        enter(lock);
        try {
            for (int left = TRIES; ; left--) {
                try {
                    return attempt(hash, work);
                } catch (SQLException e) {
                    if (left == 1 || !Failures.isConflict(e)) {
                        throw away(e);
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static void enter(ReentrantLock lock) {
        try {
            if (lock.tryLock(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new JournalException("the accounts of the journal's store are not free: it does not answer in time");
    }

    static JournalException away(SQLException e) {
        return new JournalException("the accounts of the journal's store cannot be used: " + Failures.words(e), e);
    }

    private <T> T attempt(UUID account, Function<Account, T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                prepare(connection);
                StoredAccount stored = new StoredAccount(connection, keys, account, lock(connection, account));
                T result = work.apply(stored);
                stored.finish();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** H2 has no such settings and needs none: its commits do not wait, and it knows how long to wait for a lock. */
    private static void prepare(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = off");
                statement.execute("set local lock_timeout = '4s'");
            }
        }
    }

    /** Locks the account's row, which is made when it is not there; gives the last number. */
    private static long lock(Connection connection, UUID account) throws SQLException {
        OptionalLong last = last(connection, account);
        if (last.isPresent()) {
            return last.getAsLong();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into tally_account (account, last_number) values (?, 0)")) {
            insert.setObject(1, account);
            insert.executeUpdate();
        }
        return 0;
    }

    private static OptionalLong last(Connection connection, UUID account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select last_number from tally_account where account = ? for update")) {
            query.setObject(1, account);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
