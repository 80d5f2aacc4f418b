package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Brings the table of names up to date after a process that kept the newest to itself has ended: they stand in the evidence of its steps. */
final class NameRepair {

    private static final int AT_ONCE = 20_000;

    /** A node that wrote earlier, and the step up to which its names are in the table. */
    private record Node(int number, long named) {}

    private final Connection connection;
    private final Statements sql;
    private final Keys keys;

    NameRepair(Connection connection, Statements sql, Keys keys) {
        this.connection = connection;
        this.sql = sql;
        this.keys = keys;
    }

    /** Writes the names that are missing, of all nodes, but does not commit. The chains of other nodes are left as they are. */
    Chain repair(Chain own) throws SQLException {
        for (Node node : nodes()) {
            repair(node);
        }
        if (own.named() == own.last()) {
            return own;
        }
        Chain repaired = own.named(own.last());
        repaired.write(own, keys, sql);
        sql.flush();
        return repaired;
    }

    private List<Node> nodes() throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select node, max(named) from chain group by node order by node");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                nodes.add(new Node(row.getInt(1), row.getLong(2)));
            }
        }
        return nodes;
    }

    private void repair(Node node) throws SQLException {
        Set<Named> found = new TreeSet<>(Named.ORDER);
        try (PreparedStatement query = connection.prepareStatement(
                "select message, evidence from step where number > ? and number < ? order by number")) {
            query.setLong(1, node.named());
            query.setLong(2, Chain.first(node.number() + 1));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID message = row.getObject(1, UUID.class);
                    evidence(row.getBytes(2))
                            .ifPresent(evidence ->
                                    evidence.references().forEach(hash -> found.add(new Named(hash, message))));
                    if (found.size() >= AT_ONCE) {
                        write(found);
                    }
                }
            }
        }
        write(found);
    }

    /** Steps that somebody changed are for the verification to tell of. */
    private static Optional<Evidence> evidence(byte[] bytes) {
        try {
            return Evidence.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void write(Set<Named> names) throws SQLException {
        Set<UUID> hashes = new HashSet<>();
        names.forEach(name -> hashes.add(name.hash()));
        Named.written(hashes, sql).forEach(names::remove);
        new NewNames.Change(List.of(), List.copyOf(names), 0, OptionalLong.empty()).write(sql);
        sql.flush();
        names.clear();
    }
}
