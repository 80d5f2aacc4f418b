package org.tongwen.routes.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A file of H2 whose disk can take its time, and whose writer's connection can break. */
final class UnluckyDatabase implements Database {

    /** Whether transactions are held between their commit and the disk. */
    final AtomicBoolean holds = new AtomicBoolean();

    /** Transactions that are held. */
    final Semaphore held = new Semaphore(0);

    /** How many of them may go on. */
    final Semaphore freed = new Semaphore(0);

    /** How often the writer's connection still says that it works. */
    final AtomicInteger works = new AtomicInteger(Integer.MAX_VALUE);

    private final EmbeddedDatabase real;

    UnluckyDatabase(Path file) {
        this.real = new EmbeddedDatabase(file, "file");
    }

    @Override
    public HikariDataSource pool() {
        return real.pool();
    }

    @Override
    public Connection writing(String node) throws SQLException {
        Connection connection = real.writing(node);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isValid") && works.getAndDecrement() <= 0) {
                        return false;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void sync(Connection connection) throws SQLException {
        if (holds.get()) {
            held.release();
            freed.acquireUninterruptibly();
        }
        real.sync(connection);
    }

    @Override
    public int snapshot() {
        return real.snapshot();
    }

    @Override
    public void tend() throws SQLException {
        real.tend();
    }

    @Override
    public boolean isShared() {
        return real.isShared();
    }

    @Override
    public void takesLong(Connection connection) throws SQLException {
        real.takesLong(connection);
    }

    @Override
    public Locks locks() {
        return real.locks();
    }

    @Override
    public int names() {
        return real.names();
    }

    @Override
    public String place() {
        return real.place();
    }

    @Override
    public void close() {
        real.close();
    }
}
