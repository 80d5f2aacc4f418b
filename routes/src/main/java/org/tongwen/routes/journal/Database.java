package org.tongwen.routes.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: what differs between the embedded database and PostgreSQL. */
interface Database extends AutoCloseable {

    /** For reading and for claiming deliveries; whoever waits for a connection does not wait for ever. */
    HikariDataSource pool();

    /**
     * A connection of its own for the one who writes under a node's name, without automatic commits. No other process has one for the same name
     * while this is open.
     *
     * @throws JournalException when another process writes under that name
     */
    Connection writing(String node) throws SQLException;

    /** Makes what was committed survive a loss of power, when committing alone did not. */
    void sync(Connection connection) throws SQLException;

    /** Tidies up a little after a transaction, when those who waited for it have been answered. */
    void tend() throws SQLException;

    /** The isolation in which a transaction sees the whole store as it was at one moment. */
    int snapshot();

    /** Whether other processes use it at the same time. */
    boolean isShared();

    /** Lets a connection of the pool wait for its answers, until it is given back. */
    void takesLong(Connection connection) throws SQLException;

    /** Locks among all processes that use it. */
    Locks locks();

    /** How many names of messages this process may keep to itself for a while; 0 when other processes look for them. */
    int names();

    /** Where it is, for people. */
    String place();

    @Override
    void close();
}
