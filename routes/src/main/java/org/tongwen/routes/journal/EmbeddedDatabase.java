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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** A file of H2, which belongs to one process. H2 closes it after an error of the disk; the next connection opens it again. */
final class EmbeddedDatabase implements Database {

    /**
     * Whoever changes something writes it, and nobody else does. With a delay H2 writes in threads of its own, one piece while the one before is
     * still on its way; a process that is killed then leaves a file that misses pieces, and tables with them.
     *
     * <p>H2 keeps each page that it has written until its cache is full. A large cache is full of pages that were written anew meanwhile, and makes
     * the collector of Java carry them about; what is read again the operating system keeps.
     */
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=4000;WRITE_DELAY=0;CACHE_SIZE=1024";

    /**
     * For so many commits nothing is written over what has become free: the head of the file may name a piece that is so many older than the last,
     * and what that consists of must be there.
     */
    private static final int KEPT = 32;

    private static final int NAMES = 131_072;

    private final Path file;
    private final String url;
    private final int names;
    private final FileChannel lock;
    private final HikariDataSource pool;
    private volatile Optional<Pieces> pieces = Optional.empty();

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
        this.pool = Pools.open(this::connect);
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    /** The file is ours alone, and so is every name in it. */
    @Override
    public Connection writing(String node) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        pieces = Optional.of(new Pieces(store(connection)));
        return connection;
    }

    /** Any connection may be the one for which H2 opens the file. */
    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try {
            store(connection).setVersionsToKeep(KEPT);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A commit is in the file, unless another thread was writing at that moment: then H2 lets it go without a word. {@code CHECKPOINT SYNC} does
     * likewise. So this has written what is there until all of it is in the file, or a version of which the writing began after the commit.
     */
    @Override
    public void sync(Connection connection) throws SQLException {
        MVStore store = store(connection);
        try {
            long before = store.getCurrentVersion();
            while (!isWritten(store, before)) {
                store.commit();
            }
            store.sync();
        } catch (MVStoreException e) {
            throw unwritable(e);
        }
    }

    private static SQLException unwritable(MVStoreException cause) {
        return new SQLException("the file of H2 cannot be written", cause);
    }

    /** Waits until nobody writes, so that what was begun is there; then whoever opens the file finds it. */
    private static boolean isWritten(MVStore store, long before) {
        AtomicBoolean written = new AtomicBoolean();
        store.executeFilestoreOperation(() -> {
            if (store.getCurrentVersion() > before || !store.hasUnsavedChanges()) {
                FileHead.write(store.getFileStore());
                written.set(true);
            }
        });
        return written.get();
    }

    /** Without a delay H2 does not tidy up by itself. What is written anew goes into the file with the next transaction. */
    @Override
    public void tend() throws SQLException {
        try {
            pieces.ifPresent(Pieces::tend);
        } catch (MVStoreException e) {
            throw unwritable(e);
        }
    }

    /** What H2 keeps its tables in. */
    static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    @Override
    public int snapshot() {
        return Constants.TRANSACTION_SNAPSHOT;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** It waits anyway. */
    @Override
    public void takesLong(Connection connection) {}

    @Override
    public Locks locks() {
        return Locks.ALONE;
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
