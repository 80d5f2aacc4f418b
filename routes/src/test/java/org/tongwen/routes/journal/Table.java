package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of a table, and what a stranger could do to them. */
final class Table {

    /** A change that can be made. */
    record Change(String text, Action action) {
        void make() throws SQLException {
            action.run();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What makes a change. */
    interface Action {
        void run() throws SQLException;
    }

    private final Connection connection;
    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<List<Object>> rows = new ArrayList<>();

    private Table(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    static Table of(Connection connection, String name) throws SQLException {
        Table table = new Table(connection, name);
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        try (ResultSet key =
                connection.getMetaData().getPrimaryKeys(null, null, upper ? name.toUpperCase(Locale.ROOT) : name)) {
            while (key.next()) {
                table.keys.add(key.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + name + " order by 1")) {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                table.columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= table.columns.size(); i++) {
                    values.add(row.getObject(i));
                }
                table.rows.add(values);
            }
        }
        if (table.keys.isEmpty()) {
            table.keys.addAll(table.columns);
        }
        if (table.rows.isEmpty()) {
            throw new IllegalStateException("nothing to change in " + name);
        }
        return table;
    }

    int size() {
        return rows.size();
    }

    List<String> columns() {
        return columns;
    }

    /** The columns that are not part of the key. */
    List<String> others() {
        return columns.stream().filter(column -> !keys.contains(column)).toList();
    }

    boolean differ(int one, int other, String column) {
        return !Objects.deepEquals(value(one, column), value(other, column));
    }

    Change change(int row, String column) {
        Object value = changed(value(row, column));
        return new Change("update " + name + "." + column + " in row " + row, () -> update(row, column, value));
    }

    Change swap(int one, int other, String column) {
        return new Change("swap " + name + "." + column + " of rows " + one + " and " + other, () -> {
            update(one, column, value(other, column));
            update(other, column, value(one, column));
        });
    }

    Change removal(int row) {
        return new Change("delete row " + row + " of " + name, () -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + name + where())) {
                where(delete, 1, row);
                delete.executeUpdate();
            }
        });
    }

    /** Another row like this under another key. */
    Change copy(int row) {
        return new Change("copy row " + row + " of " + name, () -> {
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into " + name + " values (" + marks + ")")) {
                for (int i = 0; i < columns.size(); i++) {
                    Object value = rows.get(row).get(i);
                    boolean unique = keys.contains(columns.get(i))
                            || columns.get(i).equals("name")
                            || columns.get(i).equals("ordinal");
                    insert.setObject(i + 1, unique ? changed(value) : value);
                }
                insert.executeUpdate();
            }
        });
    }

    private Object value(int row, String column) {
        return rows.get(row).get(columns.indexOf(column));
    }

    private void update(int row, String column, Object value) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update " + name + " set " + column + " = ?" + where())) {
            update.setObject(1, value);
            where(update, 2, row);
            update.executeUpdate();
        }
    }

    private String where() {
        return keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and ", " where ", ""));
    }

    private void where(PreparedStatement statement, int from, int row) throws SQLException {
        int at = from;
        for (String key : keys) {
            statement.setObject(at++, value(row, key));
        }
    }

    private static Object changed(Object value) {
        if (value instanceof byte[] bytes) {
            byte[] other = bytes.length == 0 ? new byte[1] : Arrays.copyOf(bytes, bytes.length);
            other[other.length / 2] ^= 1;
            return other;
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Integer number) {
            return number + 7;
        }
        if (value instanceof Long number) {
            return number + 1_000_003;
        }
        if (value == null || value instanceof UUID) {
            return UUID.randomUUID();
        }
        return value + "x";
    }
}
