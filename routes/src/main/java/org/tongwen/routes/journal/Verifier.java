package org.tongwen.routes.journal;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongwen.routes.journal.Verification.Chain;

/** Checks a whole store as it is at one moment, in constant memory, beside those who write. */
final class Verifier {

    static final String STORE = "hub.JournalStore";

    /** A node's row. */
    private record Node(int number, String name) {}

    private final Rows rows;
    private final Keys keys;
    private final Set<Named> waiting;
    private final Doubts doubts = new Doubts();

    /**
     * A check.
     *
     * @param waiting names that are not in their table yet
     */
    Verifier(Connection connection, Keys keys, Set<Named> waiting) {
        this.rows = new Rows(connection);
        this.waiting = waiting;
        this.keys = keys;
    }

    Verification verify() throws SQLException {
        List<Chain> chains = new ArrayList<>();
        EvidenceCheck evidence = new EvidenceCheck(rows, doubts, waiting);
        List<Node> nodes = nodes();
        long known = 0;
        for (Node node : nodes) {
            ChainCheck check = new ChainCheck(rows, keys, doubts, evidence, node.number(), node.name());
            chains.addAll(check.check());
            known += check.rows();
        }
        doubts.same(ChainCheck.ID, "chain", rows.count("select count(*) from chain"), known);
        evidence.finish();
        new MessageCheck(rows, doubts).check();
        new OutboxCheck(rows, new Seals(keys), doubts).check();
        return new Verification(chains, doubts.findings());
    }

    private List<Node> nodes() throws SQLException {
        List<Node> nodes = rows.all(
                "select number, name from node order by number", row -> new Node(row.getInt(1), row.getString(2)));
        List<byte[][]> store = rows.all("select keys_check, mac from store where id = 1", row ->
                new byte[][] {row.getBytes(1), row.getBytes(2)});
        if (store.isEmpty()) {
            doubts.add(STORE, "store", "the store's first row is missing");
            return nodes;
        }
        byte[] mac = Founding.mac(keys, store.get(0)[0]);
        for (Node node : nodes) {
            mac = Founding.mac(keys, mac, node.number(), node.name());
        }
        long counted = rows.count("select sum(nodes) from store");
        if (!MessageDigest.isEqual(mac, store.get(0)[1]) || counted != nodes.size()) {
            doubts.add(STORE, "node", "the nodes are not those that were written");
        }
        return nodes;
    }
}
