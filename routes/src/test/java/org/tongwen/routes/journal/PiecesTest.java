package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.mvstore.Chunk;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pieces of H2's file are as many as what they hold needs, not as many as there were transactions. */
class PiecesTest {

    private static final int TRANSACTIONS = 3_000;

    /** Bytes of a transaction's row. */
    private static final int ROW = 2_000;

    @TempDir
    private Path folder;

    @Test
    void smallPiecesAreJoinedAndLoseNothing() throws SQLException {
        try (EmbeddedDatabase database = open();
                Connection connection = database.writing("one")) {
            fill(database, connection);

            // Those that are too young, those that wait to be joined, and one for each quarter of a megabyte.
            assertThat(value(connection, "info.CHUNK_COUNT")).isLessThan(TRANSACTIONS / 5);
            assertRows(connection);
        }
        try (EmbeddedDatabase database = open();
                Connection connection = database.writing("one")) {
            assertRows(connection);
        }
    }

    /** What has been joined is not joined over and over. */
    @Test
    void whatIsFullIsLeftAlone() throws SQLException {
        try (EmbeddedDatabase database = open();
                Connection connection = database.writing("one")) {
            fill(database, connection);
            long before = value(connection, "info.FILE_WRITE_BYTES");
            long pieces = value(connection, "info.CHUNK_COUNT");
            execute(connection, "create table other (number int)");
            for (int number = 0; number < TRANSACTIONS; number++) {
                execute(connection, "insert into other values (" + number + ")");
                database.tend();
            }

            // A transaction of a single number takes at most 20,000 bytes: its pages and those above them.
            assertThat(value(connection, "info.FILE_WRITE_BYTES") - before)
                    .isLessThan(TRANSACTIONS * (20_000L + 2 * ROW));
            assertThat(value(connection, "info.CHUNK_COUNT")).isLessThan(pieces + 400);
            assertRows(connection);
        }
    }

    /** Those who claim deliveries change and read rows while pieces are joined. */
    @Test
    @Timeout(60)
    void othersWriteAndReadMeanwhile() throws SQLException {
        AtomicBoolean enough = new AtomicBoolean();
        try (EmbeddedDatabase database = open();
                Connection connection = database.writing("one")) {
            execute(connection, "create table said (number int primary key, word varchar)");
            execute(connection, "create table other (number int primary key, word varchar)");
            List<CompletableFuture<Void>> others = Stream.of(0, 1, 2)
                    .map(first -> CompletableFuture.runAsync(() -> change(database, first, enough)))
                    .toList();
            for (int number = 0; number < TRANSACTIONS; number++) {
                insert(connection, database, number);
                if (number % 10 == 0) {
                    database.sync(connection);
                }
            }
            enough.set(true);
            others.forEach(CompletableFuture::join);
            assertRows(connection);
        }
    }

    private static void change(EmbeddedDatabase database, int first, AtomicBoolean enough) {
        try {
            for (int i = 0; !enough.get(); i++) {
                try (Connection connection = database.pool().getConnection()) {
                    connection.setAutoCommit(false);
                    int number = first * 1_000 + i % 1_000;
                    execute(connection, "merge into other values (" + number + ", rpad('" + i + "', 500))");
                    execute(connection, "select max(length(word)) from said where number > " + i);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** H2 closes its file when it cannot read while it writes, and would do so with each transaction. */
    @Test
    @Timeout(60)
    void whatCannotBeReadIsLeftAloneAndStopsNothing() throws Exception {
        long rotten;
        try (EmbeddedDatabase database = open();
                Connection connection = database.writing("one")) {
            execute(connection, "create table said (number int primary key, word varchar)");
            for (int number = 0; number < TRANSACTIONS / 3; number++) {
                execute(connection, "insert into said values (" + number + ", rpad('" + number + "', " + ROW + "))");
            }
            rotten = aLeaf(EmbeddedDatabase.store(connection));
            Files.copy(folder.resolve("journal.mv.db"), folder.resolve("rotten.mv.db"));
        }
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("rotten.mv.db").toFile(), "rw")) {
            file.seek(rotten);
            file.write(new byte[32]);
        }
        try (EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("rotten"), "file");
                Connection connection = database.writing("one")) {
            EmbeddedDatabase.store(connection).setRetentionTime(0);
            assertThatThrownBy(() -> execute(connection, "select max(length(word)) from said"))
                    .isInstanceOf(SQLException.class);
            long before = value(connection, "info.CHUNK_COUNT");
            for (int number = 0; number < TRANSACTIONS / 3; number++) {
                insert(connection, database, TRANSACTIONS + number);
            }

            // It still joins what can be read.
            assertThat(value(connection, "info.CHUNK_COUNT")).isLessThan(before);
        }
    }

    /** Where in the file the largest leaf stands of the piece of which most is needed, of those that are due to be joined. */
    @SuppressWarnings("unchecked")
    private static long aLeaf(MVStore store) throws ReflectiveOperationException {
        FileStore<?> file = store.getFileStore();
        Chunk<?> piece = ((Map<Integer, Chunk<?>>)
                        Hidden.of(FileStore.class, "getChunks").call(file))
                .values().stream()
                        .filter(one -> store.getCurrentVersion() - one.version > 200 && one.maxLenLive < 60_000)
                        .max(Comparator.comparingLong(one -> one.maxLenLive))
                        .orElseThrow();
        Field occupancy = Chunk.class.getDeclaredField("occupancy");
        occupancy.setAccessible(true);
        BitSet gone = (BitSet) occupancy.get(piece);
        long[] pages =
                (long[]) Hidden.of(FileStore.class, "getToC", Chunk.class).call(file, piece);
        long leaf = IntStream.range(0, pages.length)
                .filter(i -> (pages[i] & 1) == 0 && !gone.get(i))
                .mapToLong(i -> pages[i])
                .boxed()
                .max(Comparator.comparingLong(page -> page >>> 1 & 31))
                .orElseThrow();
        return piece.block * 4096L + (leaf >>> 6 & 0xffffffffL);
    }

    /** What is needed no more is not kept for 45 seconds, so that it is not counted. */
    private static void fill(EmbeddedDatabase database, Connection connection) throws SQLException {
        EmbeddedDatabase.store(connection).setRetentionTime(0);
        execute(connection, "create table said (number int primary key, word varchar)");
        for (int number = 0; number < TRANSACTIONS; number++) {
            insert(connection, database, number);
        }
    }

    private EmbeddedDatabase open() {
        return new EmbeddedDatabase(folder.resolve("journal"), "file");
    }

    private static void insert(Connection connection, EmbeddedDatabase database, int number) throws SQLException {
        execute(connection, "insert into said values (" + number + ", rpad('" + number + "', " + ROW + "))");
        database.tend();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    private static void assertRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), sum(number), sum(length(word)), sum(cast(trim(word) as int)) from said")) {
            row.next();
            long sum = TRANSACTIONS * (TRANSACTIONS - 1L) / 2;
            assertThat(row.getLong(1)).isEqualTo(TRANSACTIONS);
            assertThat(row.getLong(2)).isEqualTo(sum);
            assertThat(row.getLong(3)).isEqualTo((long) TRANSACTIONS * ROW);
            assertThat(row.getLong(4)).isEqualTo(sum);
        }
    }

    private static long value(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = '" + setting
                                + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
