package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;

/** Goes through the rows of contents in their order. */
final class ContentCursor {

    /** A row of at most half a megabyte. */
    record Row(long number, byte[] sealed) {}

    private static final int PAGE = 64;

    private final Rows rows;
    private final Queue<Row> page = new ArrayDeque<>();
    private long last = -1;
    private boolean over;

    ContentCursor(Rows rows) {
        this.rows = rows;
    }

    /** Whether there is a row with a number below that. */
    boolean hasNext(long below) throws SQLException {
        if (page.isEmpty() && !over) {
            page.addAll(rows.all(
                    "select number, sealed from content where number > ? order by number limit " + PAGE,
                    row -> new Row(row.getLong(1), row.getBytes(2)),
                    last));
            over = page.isEmpty();
        }
        return !page.isEmpty() && page.element().number() < below;
    }

    Row next() {
        Row row = page.remove();
        last = row.number();
        return row;
    }
}
