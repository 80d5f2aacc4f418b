package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is synchronised is in the file, whatever else H2 does at the time. */
class EmbeddedDatabaseTest {

    private static final int COMMITS = 600;
    private static final int LOOKED_AT = 60;

    @TempDir
    Path folder;

    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void quick() {
        FailingFiles.SLOW_MILLIS.set(0);
    }

    /** Any thread that changes something may have H2 write; while it does, H2 lets others go without having written what they committed. */
    @Test
    void whatIsCommittedWhileAnotherThreadWritesIsInTheFile() throws SQLException, IOException {
        FailingFiles.register();
        try (EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("journal"), "failing");
                Connection connection = database.writing("one");
                Connection other = database.writing("two")) {
            commit(connection, "create table said (word varchar)");
            commit(connection, "create table other (word varchar)");
            FailingFiles.SLOW_MILLIS.set(20);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeOnAndOn(other));
            for (int count = 1; count <= 20; count++) {
                commit(connection, "insert into said values ('done')");

                database.sync(connection);

                assertThat(said(copy())).isEqualTo(count);
            }
            enough.set(true);
            writing.join();
        }
    }

    /**
     * A busy file, of which the places are used again, as a process leaves it that is killed: at each moment between two of its writes, and in the
     * middle of each. A version of H2 that leaves the head of its file behind fails here, and so does one that uses a place again at once.
     */
    @Test
    void whatIsSynchronisedIsThereWheneverTheProcessIsKilled() throws SQLException, IOException {
        RecordedFiles.register();
        List<Integer> written = new ArrayList<>();
        try (EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("journal"), "recorded");
                Connection connection = database.writing("one")) {
            commit(connection, "create table said (word varchar)");
            commit(
                    connection,
                    "create table waiting (number bigint generated always as identity primary key, word varchar)");
            // So that what is free may be used at once, not after 45 seconds.
            commit(connection, "set retention_time 0");
            for (int i = 0; i < COMMITS; i++) {
                insert(connection);
                database.sync(connection);
                database.tend();
                written.add(RecordedFiles.count());
            }
        }
        RecordedFiles.Remains remains = new RecordedFiles.Remains();
        for (int durable = COMMITS - LOOKED_AT; durable < COMMITS; durable++) {
            for (int changes = written.get(durable - 1); changes < written.get(durable); changes++) {
                assertThat(said(file(remains.after(changes)))).isGreaterThanOrEqualTo(durable);
                assertThat(said(file(remains.inTheMiddleAfter(changes)))).isGreaterThanOrEqualTo(durable);
            }
        }
    }

    /** What is to be delivered comes and goes. */
    private static void insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into said values (space(2000))");
            statement.execute("insert into waiting (word) values (space(500))");
            statement.execute("delete from waiting where number <= (select max(number) - 20 from waiting)");
        }
        connection.commit();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("copy.mv.db"), bytes);
    }

    private void writeOnAndOn(Connection connection) {
        try {
            while (!enough.get()) {
                commit(connection, "insert into other values ('x')");
                EmbeddedDatabase.store(connection).tryCommit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    /** The file as it would be found if the process were killed now. */
    private Path copy() throws IOException {
        return Files.copy(
                folder.resolve("journal.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static int said(Path file) throws SQLException {
        String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from said")) {
            row.next();
            return row.getInt(1);
        }
    }
}
