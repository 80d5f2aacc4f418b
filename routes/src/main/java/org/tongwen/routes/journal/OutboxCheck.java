package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Checks that exactly those deliveries wait that are neither done nor dead, each in its lane. */
final class OutboxCheck {

    private static final int PAGE = 500;

    /** A waiting delivery. */
    private record Row(long number, UUID lane, String receiver, DeliveryRow delivery, String status) {}

    private final Rows rows;
    private final Seals seals;
    private final Doubts doubts;

    OutboxCheck(Rows rows, Seals seals, Doubts doubts) {
        this.rows = rows;
        this.seals = seals;
        this.doubts = doubts;
    }

    void check() throws SQLException {
        long waiting = 0;
        List<Row> page = page(Long.MIN_VALUE);
        while (!page.isEmpty()) {
            page.forEach(this::check);
            waiting += page.size();
            page = page(page.get(page.size() - 1).number());
        }
        String id = EvidenceCheck.DELIVERY;
        doubts.same(id, "outbox", rows.count("select count(*) from outbox"), waiting);
        doubts.same(id, "outbox", waiting, rows.count("select count(*) from delivery where status = 'waiting'"));
    }

    private void check(Row row) {
        DeliveryRow delivery = row.delivery();
        UUID lane = seals.lane(delivery.conversation(), delivery.receiver());
        boolean fits = row.lane().equals(lane) && row.receiver().equals(delivery.receiver());
        if (!row.status().equals("waiting") || !fits) {
            doubts.about(EvidenceCheck.DELIVERY, delivery.message(), "its place among waiting deliveries was changed");
        }
    }

    private List<Row> page(long from) throws SQLException {
        return rows.all(
                "select d.number, d.message, d.conversation, d.receiver, d.content, d.media_type, d.iso_message,"
                        + " d.since, d.status, o.lane, o.receiver from outbox o join delivery d on d.number = o.number where o.number"
                        + " > ? order by o.number limit " + PAGE,
                row -> new Row(
                        row.getLong(1),
                        row.getObject(10, UUID.class),
                        row.getString(11),
                        DeliveryRow.of(row),
                        row.getString(9)),
                from);
    }
}
