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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is synchronised is in the file, whatever else H2 does at the time. */
class EmbeddedDatabaseTest {

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
