package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Queries of a check, with one connection. */
final class Rows {

    /** Makes something of a row. */
    interface Maker<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** What a query finds; parameters are numbers, texts, identifiers, or collections of identifiers or
     * numbers, of which an empty one finds nothing. */
    <T> List<T> all(String sql, Maker<T> maker, Object... parameters) throws SQLException {
        List<T> all = new ArrayList<>();
        if (Arrays.stream(parameters).anyMatch(one -> one instanceof Collection<?> many && many.isEmpty())) {
            return all;
        }
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                set(query, i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    all.add(maker.of(row));
                }
            }
        }
        return all;
    }

    long count(String sql) throws SQLException {
        return all(sql, row -> row.getLong(1)).get(0);
    }

    private void set(PreparedStatement query, int at, Object value) throws SQLException {
        if (value instanceof Collection<?> many) {
            boolean ids = many.stream().anyMatch(UUID.class::isInstance);
            query.setArray(at, connection.createArrayOf(ids ? "uuid" : "bigint", many.toArray()));
        } else {
            query.setObject(at, value);
        }
    }
}
