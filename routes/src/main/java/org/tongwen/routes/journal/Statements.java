package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The prepared statements of the writer's connection, and the batches of rows that are about to be written with them. Used by one thread. */
final class Statements {

    /** Sets the parameters of a row. */
    interface Row {
        void set(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<PreparedStatement> removals = new LinkedHashSet<>();
    private final Set<PreparedStatement> filled = new LinkedHashSet<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement query(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    /** A query whose only parameter is a list of identifiers. */
    PreparedStatement query(String sql, Collection<UUID> ids) throws SQLException {
        PreparedStatement statement = query(sql);
        statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
        return statement;
    }

    /** A query whose only parameter is a list of numbers. */
    PreparedStatement queryNumbers(String sql, Collection<Long> numbers) throws SQLException {
        PreparedStatement statement = query(sql);
        statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
        return statement;
    }

    /** Adds a row to those that {@link #flush} writes. */
    void add(String sql, Row row) throws SQLException {
        PreparedStatement statement = query(sql);
        row.set(statement);
        statement.addBatch();
        filled.add(statement);
    }

    /** Adds a row to those that {@link #flush} removes, before it writes others. */
    void remove(String sql, Row row) throws SQLException {
        PreparedStatement statement = query(sql);
        row.set(statement);
        statement.addBatch();
        removals.add(statement);
    }

    /** Removes and writes the rows, statement after statement in the order in which they were first used. */
    void flush() throws SQLException {
        for (PreparedStatement statement : removals) {
            statement.executeBatch();
        }
        removals.clear();
        for (PreparedStatement statement : filled) {
            statement.executeBatch();
        }
        filled.clear();
    }

    /** Forgets the rows that were not written. */
    void clear() throws SQLException {
        filled.addAll(removals);
        for (PreparedStatement statement : filled) {
            statement.clearBatch();
        }
        removals.clear();
        filled.clear();
    }
}
