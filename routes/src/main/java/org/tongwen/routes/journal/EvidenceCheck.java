package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongwen.routes.journal.Evidence.Due;
import org.tongwen.routes.journal.Evidence.Part;
import org.tongwen.routes.journal.Evidence.Settled;
import org.tongwen.routes.journal.Settlement.Outcome;

/** Checks that what entries wrote beside their steps is there and as it was; and that nothing else is. Steps must come in order of their numbers. */
final class EvidenceCheck {

    static final String MESSAGE = "hub.JournalMessage";
    static final String CONTENT = "hub.JournalContent";
    static final String REFERENCE = "hub.JournalReference";
    static final String DELIVERY = "hub.JournalDelivery";

    private static final String LISTED =
            "select count(*) from dead_delivery x join delivery d on d.number = x.number where d.status = 'dead'";

    /** What an entry wrote. */
    private record Claim(StepRow step, Evidence evidence) {}

    /** A row of a delivery. */
    private record Found(byte[] digest, String status, int attempts) {}

    private final Rows rows;
    private final Doubts doubts;
    private final Set<Named> waiting;
    private final ContentCursor contents;
    private long messages;
    private long references;
    private long deliveries;
    private long done;
    private long dead;

    EvidenceCheck(Rows rows, Doubts doubts, Set<Named> waiting) {
        this.rows = rows;
        this.waiting = waiting;
        this.doubts = doubts;
        this.contents = new ContentCursor(rows);
    }

    void check(List<StepRow> steps) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        for (StepRow step : steps) {
            try {
                Evidence.of(step.evidence()).ifPresent(evidence -> claims.add(new Claim(step, evidence)));
            } catch (IllegalArgumentException e) {
                doubts.about(
                        ChainCheck.STEP, step.message(), "what step " + step.ordinal() + " vouches for was changed");
            }
        }
        openings(claims);
        for (Claim claim : claims) {
            contents(claim);
        }
        references(claims);
        deliveries(claims);
    }

    /** All steps have been seen: nothing else may be there. */
    void finish() throws SQLException {
        spare(Long.MAX_VALUE);
        doubts.same(MESSAGE, "message", rows.count("select count(*) from message"), messages);
        doubts.same(REFERENCE, "reference", rows.count("select count(*) from reference"), references);
        doubts.same(DELIVERY, "delivery", rows.count("select count(*) from delivery"), deliveries);
        doubts.same(
                DELIVERY, "delivery, done", rows.count("select count(*) from delivery where status = 'done'"), done);
        doubts.same(
                DELIVERY, "delivery, dead", rows.count("select count(*) from delivery where status = 'dead'"), dead);
        doubts.same(DELIVERY, "dead_delivery", rows.count("select count(*) from dead_delivery"), dead);
        doubts.same(DELIVERY, "dead_delivery", rows.count(LISTED), dead);
    }

    private void openings(List<Claim> claims) throws SQLException {
        List<Claim> opened = claims.stream()
                .filter(one -> one.evidence().opening().isPresent())
                .toList();
        Map<MessageId, MessageRow> found = new HashMap<>();
        rows.all(
                        "select " + MessageRow.COLUMNS + " from message where id = any(?)",
                        MessageRow::of,
                        opened.stream().map(one -> one.step().message().value()).toList())
                .forEach(row -> found.put(row.id(), row));
        messages += opened.size();
        for (Claim claim : opened) {
            MessageId id = claim.step().message();
            MessageRow row = found.get(id);
            if (row == null) {
                doubts.about(MESSAGE, id, "its row is missing");
            } else if (!fits(row, claim.evidence())) {
                doubts.about(MESSAGE, id, "its row was changed");
            }
        }
    }

    /** The key may have been given back; the last step tells. */
    private static boolean fits(MessageRow row, Evidence evidence) {
        return Arrays.equals(row.digest(), evidence.opening().orElseThrow())
                && (row.key().isEmpty() || row.key().equals(evidence.key()));
    }

    private void contents(Claim claim) throws SQLException {
        long step = claim.step().number();
        spare(step << Chain.CONTENT_BITS);
        for (Part part : claim.evidence().contents()) {
            long first = Batch.contentNumber(step, part.kind());
            spare(first);
            List<byte[]> sealed = new ArrayList<>();
            while (contents.hasNext(first + part.rows())) {
                sealed.add(contents.next().sealed());
            }
            if (!Arrays.equals(Form.digest(sealed), part.digest())) {
                doubts.about(
                        CONTENT,
                        claim.step().message(),
                        "its content of kind " + part.kind() + " is missing or was changed");
            }
        }
    }

    /** Rows that no step vouches for. */
    private void spare(long below) throws SQLException {
        while (contents.hasNext(below)) {
            long number = contents.next().number();
            doubts.add(CONTENT, "content " + number, "no step vouches for it");
        }
    }

    private void references(List<Claim> claims) throws SQLException {
        Set<UUID> hashes = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Claim claim : claims) {
            hashes.addAll(claim.evidence().references());
            ids.add(claim.step().message().value());
        }
        Set<Named> found = new HashSet<>(rows.all(
                "select hash, message from reference where hash = any(?) and message = any(?)",
                Named::of,
                hashes,
                ids));
        for (Claim claim : claims) {
            for (UUID hash : claim.evidence().references()) {
                Named name = new Named(hash, claim.step().message().value());
                boolean written = found.contains(name);
                references += written || !waiting.contains(name) ? 1 : 0;
                if (!written && !waiting.contains(name)) {
                    doubts.about(REFERENCE, claim.step().message(), "a name by which it can be found is missing");
                }
            }
        }
    }

    private void deliveries(List<Claim> claims) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        for (Claim claim : claims) {
            claim.evidence().deliveries().forEach(due -> numbers.add(due.number()));
            claim.evidence().settled().ifPresent(settled -> numbers.add(settled.delivery()));
        }
        Map<Long, Found> found = new HashMap<>();
        rows.all(
                "select " + DeliveryRow.COLUMNS + ", status, attempts from delivery where number = any(?)",
                row -> found.put(
                        row.getLong(1), new Found(DeliveryRow.of(row).digest(), row.getString(9), row.getInt(10))),
                numbers);
        for (Claim claim : claims) {
            for (Due due : claim.evidence().deliveries()) {
                deliveries++;
                Found row = found.get(due.number());
                if (row == null || !Arrays.equals(row.digest(), due.digest())) {
                    doubts.about(DELIVERY, claim.step().message(), "a delivery of it is missing or was changed");
                }
            }
            claim.evidence().settled().ifPresent(settled -> settled(claim, settled, found));
        }
    }

    private void settled(Claim claim, Settled settled, Map<Long, Found> found) {
        if (settled.outcome() == Outcome.RETRY.ordinal()) {
            return;
        }
        boolean isDone = settled.outcome() == Outcome.DONE.ordinal();
        done += isDone ? 1 : 0;
        dead += isDone ? 0 : 1;
        Found row = found.get(settled.delivery());
        boolean fits =
                row != null && row.status().equals(isDone ? "done" : "dead") && row.attempts() == settled.attempt();
        if (!fits) {
            doubts.about(DELIVERY, claim.step().message(), "what became of a delivery of it was changed");
        }
    }
}
