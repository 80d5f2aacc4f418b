package org.tongwen.routes.journal;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The entries of one transaction: decides what becomes of each and writes their rows. */
final class Batch {

    private final Statements sql;
    private final Keys keys;
    private final Seals seals;
    private final Instant now;
    private final Ground ground;
    private final Chain before;
    private final NewNames names;
    private final List<Named> fresh = new ArrayList<>();
    private final List<UUID[]> freed = new ArrayList<>();
    private Chain chain;

    private Batch(Statements sql, Keys keys, NewNames names, Chain chain, Instant now, Ground ground) {
        this.sql = sql;
        this.keys = keys;
        this.seals = new Seals(keys);
        this.names = names;
        this.now = now;
        this.ground = ground;
        this.before = chain;
        this.chain = chain.on(Moments.day(now));
    }

    /** What the transaction does once it is committed: how far the chain is then, and which names are new. */
    record Staged(Chain chain, NewNames.Change names) {}

    /** Writes the rows of the entries, but does not commit. */
    static Staged write(List<Waiting> all, Statements sql, Keys keys, NewNames names, Chain chain, Instant now)
            throws SQLException {
        Batch batch = new Batch(sql, keys, names, chain, now, Ground.under(all, sql, names));
        for (Waiting one : all) {
            batch.decide(one);
        }
        return batch.finish();
    }

    private void decide(Waiting one) throws SQLException {
        if (one.opening.isPresent()) {
            open(one, one.opening.get());
            return;
        }
        Optional<Known> known = ground.message(one.entry.id());
        if (known.isEmpty()) {
            one.refuse(new JournalException("the journal has no message " + one.entry.id()));
        } else {
            go(one, known.get());
        }
    }

    private void open(Waiting one, MessageRow row) throws SQLException {
        Optional<Known> first = row.key().flatMap(ground::first);
        if (first.isPresent()) {
            again(one, row, first.get());
            return;
        }
        if (ground.message(row.id()).isPresent()) {
            one.refuse(new JournalException("the journal has a message " + row.id() + " already"));
            return;
        }
        Known fresh = new Known(row);
        fresh.holdsKey = row.key().isPresent() && (row.binding() || !isRefused(one));
        ground.add(fresh);
        write(one, fresh);
        fresh.key().ifPresent(key -> ground.take(key, row.id()));
    }

    private void again(Waiting one, MessageRow row, Known first) throws SQLException {
        if (!first.row.original().equals(row.original())) {
            one.decide(new Receipt.Conflict(first.row.id()));
            return;
        }
        byte[] detail = ("{\"message\":\"" + row.id() + "\"}").getBytes(StandardCharsets.UTF_8);
        Step step = new Step(now, Event.REPEATED, row.participant(), detail);
        link(first, step, seals.detail(first.row.id(), step), new byte[0]);
        one.decide(new Receipt.Repeat(first.row.id()));
    }

    private void go(Waiting one, Known known) throws SQLException {
        boolean fits = one.entry.onlyIn().isEmpty() || one.entry.onlyIn().contains(known.state);
        boolean seen = one.entry.onlyAfter().isEmpty() || one.entry.onlyAfter().getAsInt() == known.steps;
        if (!fits || !seen || !one.entry.settled().map(ground::settle).orElse(true)) {
            one.decide(new Receipt.Overtaken(known.state));
            return;
        }
        Optional<Known> rival = one.rival.flatMap(ground::first).filter(other -> other != known);
        if (rival.isPresent()) {
            one.decide(new Receipt.Conflict(rival.get().row.id()));
            return;
        }
        if (isRefused(one) && !known.row.binding()) {
            known.key().ifPresent(key -> free(key, known));
        }
        write(one, known);
    }

    private static boolean isRefused(Waiting one) {
        return one.entry.steps().stream().anyMatch(step -> step.event() == Event.REFUSED);
    }

    private void free(UUID key, Known known) {
        known.holdsKey = false;
        ground.giveBack(key, known.row.id());
        freed.add(new UUID[] {key, known.row.id().value()});
    }

    private void write(Waiting one, Known known) throws SQLException {
        byte[] evidence = evidence(one, known).bytes();
        List<Step> steps = one.entry.steps();
        for (int i = 0; i < steps.size(); i++) {
            link(known, steps.get(i), one.details.get(i), i == 0 ? evidence : new byte[0]);
        }
        one.decide(new Receipt.Written());
    }

    private Evidence evidence(Waiting one, Known known) throws SQLException {
        contents(one);
        Optional<Evidence.Settled> settled = one.entry.settled().map(Batch::settled);
        if (settled.isPresent()) {
            settle(one.entry.settled().get());
        }
        return new Evidence(
                one.salt,
                one.opening.map(MessageRow::digest),
                one.opening.flatMap(MessageRow::key),
                one.parts,
                references(one),
                deliveries(one, known),
                settled,
                List.of());
    }

    private void contents(Waiting one) throws SQLException {
        long step = chain.last() + 1;
        for (Map.Entry<Content, List<byte[]>> content : one.contents.entrySet()) {
            long number = contentNumber(step, content.getKey().number());
            for (byte[] part : content.getValue()) {
                long row = number++;
                sql.add("insert into content (number, sealed) values (?, ?)", statement -> {
                    statement.setLong(1, row);
                    statement.setBytes(2, part);
                });
            }
        }
    }

    /** The number of the first part of a content. */
    static long contentNumber(long step, int kind) {
        return step << Chain.CONTENT_BITS | (long) kind << Chain.PART_BITS;
    }

    private List<UUID> references(Waiting one) {
        List<UUID> added = new ArrayList<>(one.references.size());
        for (UUID hash : one.references) {
            if (ground.isNew(hash, one.entry.id())) {
                added.add(hash);
                fresh.add(new Named(hash, one.entry.id().value()));
            }
        }
        return added;
    }

    private List<Evidence.Due> deliveries(Waiting one, Known known) throws SQLException {
        List<Evidence.Due> all = new ArrayList<>(one.entry.dispatches().size());
        for (Dispatch dispatch : one.entry.dispatches()) {
            DeliveryRow row = DeliveryRow.of(
                    ground.nextDelivery(), one.entry.id(), known.row.conversation(), dispatch, Moments.number(now));
            sql.add(
                    "insert into delivery (" + DeliveryRow.COLUMNS
                            + ", status, attempts) values (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0)",
                    row::set);
            sql.add(
                    "insert into outbox (number, lane, receiver, due, claimed, attempts) values (?, ?, ?, ?, false, 0)",
                    statement -> {
                        statement.setLong(1, row.number());
                        statement.setObject(2, seals.lane(row.conversation(), row.receiver()));
                        statement.setString(3, row.receiver());
                        statement.setLong(4, row.since());
                    });
            all.add(new Evidence.Due(row.number(), row.digest()));
        }
        return all;
    }

    private static Evidence.Settled settled(Settlement settlement) {
        return new Evidence.Settled(
                settlement.delivery(),
                settlement.attempt(),
                settlement.outcome().ordinal());
    }

    private void settle(Settlement settlement) throws SQLException {
        if (settlement.outcome() == Settlement.Outcome.RETRY) {
            long due = Moments.number(settlement.again().orElse(now));
            sql.add("update outbox set due = ?, claimed = false where number = ?", statement -> {
                statement.setLong(1, due);
                statement.setLong(2, settlement.delivery());
            });
            return;
        }
        boolean done = settlement.outcome() == Settlement.Outcome.DONE;
        sql.remove("delete from outbox where number = ?", statement -> statement.setLong(1, settlement.delivery()));
        sql.add("update delivery set status = ?, attempts = ? where number = ?", statement -> {
            statement.setString(1, done ? "done" : "dead");
            statement.setInt(2, settlement.attempt());
            statement.setLong(3, settlement.delivery());
        });
        if (!done) {
            sql.add(
                    "insert into dead_delivery (number) values (?)",
                    statement -> statement.setLong(1, settlement.delivery()));
        }
    }

    private void link(Known known, Step step, byte[] detail, byte[] evidence) throws SQLException {
        int ordinal = known.steps;
        known.take(step);
        StepRow row = new StepRow(
                chain.last() + 1,
                known.row.id(),
                ordinal,
                known.last,
                chain.day(),
                Moments.number(step.at()),
                step.event().word(),
                step.actor(),
                known.word(),
                known.holdsKey,
                detail,
                evidence,
                chain.head());
        StepRow linked = row.linked(keys.link(row.form(chain.head())));
        sql.add(
                "insert into step (" + StepRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                linked::set);
        chain = chain.with(linked);
        known.last = linked.number();
    }

    private Staged finish() throws SQLException {
        for (UUID[] key : freed) {
            sql.remove("delete from repeat_key where hash = ? and message = ?", statement -> {
                statement.setObject(1, key[0]);
                statement.setObject(2, key[1]);
            });
        }
        for (Known known : ground.messages()) {
            if (known.changed) {
                MessageWriting.write(known, sql);
            }
        }
        if (chain.last() == before.last()) {
            sql.flush();
            return new Staged(before, names.none());
        }
        NewNames.Change change = names.with(fresh, before.last());
        change.write(sql);
        chain = change.on(chain);
        chain.write(before, keys, sql);
        sql.flush();
        return new Staged(chain, change);
    }
}
