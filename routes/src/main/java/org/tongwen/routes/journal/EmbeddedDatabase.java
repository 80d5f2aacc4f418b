package org.tongwen.routes.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/** A file of H2, which belongs to one process. H2 closes it after an error of the disk; the next connection opens it again. */
final class EmbeddedDatabase implements Database {

    /**
     * The store is synchronised by us after each transaction, so H2 need not do so by itself; what it writes between would be written again.
     */
    private static final String SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=4000;WRITE_DELAY=20000;CACHE_SIZE=131072";

    private static final int NAMES = 131_072;

    private final Path file;
    private final String url;
    private final int names;
    private final FileChannel lock;
    private final HikariDataSource pool;

    /**
     * Takes the file for this process.
     *
     * @param file the path without extension
     * @param scheme of the file system in H2's terms; {@code file} but for tests
     */
    EmbeddedDatabase(Path file, String scheme) {
        this(file, scheme, NAMES);
    }

    /**
     * Takes the file for this process.
     *
     * @param names how many names may wait for their place in the table
     */
    EmbeddedDatabase(Path file, String scheme, int names) {
        this.names = names;
        this.file = file.toAbsolutePath().normalize();
        this.url = "jdbc:h2:" + scheme + ":" + this.file.toString().replace(";", "\\;") + SETTINGS;
        this.lock = lock(this.file.resolveSibling(this.file.getFileName() + ".lock"));
        this.pool = Pools.open(url, "", "", new Properties());
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    /** The file is ours alone, and so is every name in it. */
    @Override
    public Connection writing(String node) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    /** A commit of H2 reaches the file within a while only. */
    @Override
    public void sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    @Override
    public int snapshot() {
        return Constants.TRANSACTION_SNAPSHOT;
    }

    @Override
    public int names() {
        return names;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public void close() {
        pool.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new JournalException("the lock of " + file + " cannot be closed", e);
        }
    }

    private static FileChannel lock(Path file) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new JournalException("the journal is in use by another process: " + file + " is locked");
            }
            return channel;
        } catch (IOException e) {
            throw new JournalException("the journal cannot be opened: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process has opened it.
            return null;
        }
    }
}
