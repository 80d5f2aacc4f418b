package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Checks the chains of a node, step by step. */
final class ChainCheck {

    static final String ID = "hub.JournalChain";
    static final String STEP = "hub.JournalStep";

    private static final int PAGE = 500;

    /** A row of the table of chains, and its code. */
    private record Link(Chain chain, byte[] mac) {}

    private final Rows rows;
    private final Keys keys;
    private final Doubts doubts;
    private final EvidenceCheck evidence;
    private final String name;
    private final List<Link> links;
    private final List<Verification.Chain> seen = new ArrayList<>();
    private Chain now;

    ChainCheck(Rows rows, Keys keys, Doubts doubts, EvidenceCheck evidence, int node, String name) throws SQLException {
        this.rows = rows;
        this.keys = keys;
        this.doubts = doubts;
        this.evidence = evidence;
        this.name = name;
        this.now = Chain.of(node);
        this.links = rows.all(
                "select " + Chain.COLUMNS + ", mac from chain where node = ? order by utc_day",
                row -> new Link(Chain.of(row), row.getBytes(8)),
                node);
    }

    /** How many chains the node has. */
    long rows() {
        return links.size();
    }

    List<Verification.Chain> check() throws SQLException {
        Iterator<Link> days = links.iterator();
        long end = Chain.first(now.node() + 1);
        long from = now.last();
        List<StepRow> page = page(from, end);
        while (!page.isEmpty()) {
            for (StepRow step : page) {
                while (step.day() != now.day() && days.hasNext()) {
                    begin(days.next());
                }
                check(step);
            }
            evidence.check(page);
            page = page(page.get(page.size() - 1).number(), end);
        }
        days.forEachRemaining(this::begin);
        end();
        return seen;
    }

    private List<StepRow> page(long from, long end) throws SQLException {
        return rows.all(
                "select " + StepRow.COLUMNS + " from step where number > ? and number < ? order by number limit "
                        + PAGE,
                StepRow::of,
                from,
                end);
    }

    private void begin(Link link) {
        end();
        now = now.on(link.chain().day());
    }

    /** The day is over: it must be as its row says. */
    private void end() {
        if (now.day() == 0) {
            if (links.isEmpty() && now.steps() > 0) {
                doubts.add(ID, "chain of " + name, "its row is missing");
            }
            return;
        }
        String where = "chain of " + name + ", " + Moments.day(now.day());
        seen.add(new Verification.Chain(
                name, Moments.day(now.day()), now.steps(), HexFormat.of().formatHex(now.head())));
        Link link = links.get(seen.size() - 1);
        int next = seen.size() < links.size() ? links.get(seen.size()).chain().day() : 0;
        if (!Arrays.equals(link.chain().mac(keys), link.mac())) {
            doubts.add(ID, where, "its row was changed");
        } else if (link.chain().next() != next) {
            doubts.add(ID, where, "the day after it is missing, or was put in");
        } else if (!link.chain().isAt(now) || link.chain().steps() != now.steps()) {
            doubts.add(ID, where, "its last steps are missing, or some were added");
        }
    }

    private void check(StepRow step) {
        if (step.number() != now.last() + 1) {
            doubts.about(STEP, step.message(), "steps before step " + step.ordinal() + " are missing");
        }
        if (step.day() != now.day() || !Arrays.equals(keys.link(step.form(now.head())), step.hash())) {
            doubts.about(
                    STEP, step.message(), "step " + step.ordinal() + " or the one before it in the chain was changed");
        }
        now = now.with(step);
    }
}
