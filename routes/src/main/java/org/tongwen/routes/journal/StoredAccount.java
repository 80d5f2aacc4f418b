package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account within the transaction that has locked it. */
final class StoredAccount implements Tallies.Account {

    /** Sets the parameters of a statement. */
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final Keys keys;
    private final UUID account;
    private final long before;
    private long last;

    StoredAccount(Connection connection, Keys keys, UUID account, long last) {
        this.connection = connection;
        this.keys = keys;
        this.account = account;
        this.before = last;
        this.last = last;
    }

    /** Keeps the last number. */
    void finish() throws SQLException {
        if (last != before) {
            execute("update tally_account set last_number = ? where account = ?", update -> {
                update.setLong(1, last);
                update.setObject(2, account);
            });
        }
    }

    @Override
    public List<Tallies.Numbered> after(long number) {
        return rows(
                "select number, message, happened, sealed from tally where account = ? and number > ? order by number",
                query -> {
                    query.setObject(1, account);
                    query.setLong(2, number);
                });
    }

    @Override
    public Optional<MessageId> known(String likeness, Instant since, MessageId other) {
        String sql = "select message from tally_likeness where hash = ? and happened > ? and message <> ?"
                + " order by happened desc fetch first 1 row only";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, hash(likeness));
            query.setLong(2, Moments.number(since));
            query.setObject(3, other.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new MessageId(row.getObject(1, UUID.class))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw StoredTallies.away(e);
        }
    }

    @Override
    public void add(Tally tally) {
        remove(tally.message());
        insert(tally);
        for (String likeness : tally.likenesses()) {
            execute("insert into tally_likeness (hash, message, account, happened) values (?, ?, ?, ?)", insert -> {
                insert.setObject(1, hash(likeness));
                insert.setObject(2, tally.message().value());
                insert.setObject(3, account);
                insert.setLong(4, Moments.number(tally.at()));
            });
        }
    }

    private void insert(Tally tally) {
        last++;
        execute("insert into tally (account, number, message, happened, sealed) values (?, ?, ?, ?, ?)", insert -> {
            insert.setObject(1, account);
            insert.setLong(2, last);
            insert.setObject(3, tally.message().value());
            insert.setLong(4, Moments.number(tally.at()));
            insert.setBytes(5, keys.seal(TallyForm.bytes(tally), about(last)));
        });
    }

    @Override
    public void remove(MessageId message) {
        List<Tallies.Numbered> counted = rows(
                "select number, message, happened, sealed from tally where account = ? and message = ? order by number",
                query -> {
                    query.setObject(1, account);
                    query.setObject(2, message.value());
                });
        // What was taken back before stands there twice: as it was, and negated.
        if (counted.size() % 2 == 0) {
            return;
        }
        insert(counted.get(counted.size() - 1).tally().negated());
        execute("delete from tally_likeness where message = ? and account = ?", delete -> {
            delete.setObject(1, message.value());
            delete.setObject(2, account);
        });
    }

    @Override
    public void forget(Instant before) {
        for (String table : List.of("tally", "tally_likeness")) {
            execute("delete from " + table + " where account = ? and happened < ?", delete -> {
                delete.setObject(1, account);
                delete.setLong(2, Moments.number(before));
            });
        }
    }

    private List<Tallies.Numbered> rows(String sql, Parameters parameters) {
        List<Tallies.Numbered> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            parameters.set(query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long number = row.getLong(1);
                    MessageId message = new MessageId(row.getObject(2, UUID.class));
                    Instant at = Moments.moment(row.getLong(3));
                    byte[] form = keys.open(row.getBytes(4), about(number));
                    rows.add(new Tallies.Numbered(number, TallyForm.tally(message, at, form)));
                }
            }
        } catch (SQLException e) {
            throw StoredTallies.away(e);
        }
        return rows;
    }

    private void execute(String sql, Parameters parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw StoredTallies.away(e);
        }
    }

    private UUID hash(String likeness) {
        return keys.hash(Keys.Label.LIKENESS, new Form().id(account).text(likeness));
    }

    private byte[] about(long number) {
        return new Form().small(2).id(account).number(number).bytes();
    }
}
