package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.journal.Journal.Counts;

/** How much waits, asked at most once a second. */
final class Waits {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Clock clock;
    private @Nullable Counts last;
    private @Nullable JournalException failure;
    private long asked;

    Waits(Clock clock) {
        this.clock = clock;
    }

    /** Those who waited while nobody was answered are told so, and do not ask one after the other. */
    synchronized Counts counts(Supplier<Counts> question) {
        if (asked == 0 || System.nanoTime() - asked > FRESH_NANOS) {
            try {
                last = question.get();
                failure = null;
            } catch (JournalException e) {
                failure = e;
            }
            asked = System.nanoTime();
        }
        if (failure != null) {
            throw failure.again();
        }
        return Objects.requireNonNull(last);
    }

    Counts read(Connection connection) throws SQLException {
        String oldest = "select d.since from delivery d where d.number = (select min(number) from outbox)";
        try (PreparedStatement query = connection.prepareStatement(
                        "select (select count(*) from attention where state = 'held'), (select count(*) from outbox),"
                                + " (select count(*) from dead_delivery), (" + oldest + ")");
                ResultSet row = query.executeQuery()) {
            row.next();
            long since = row.getLong(4);
            Duration age = row.wasNull() ? Duration.ZERO : Duration.ofNanos(Moments.number(clock.instant()) - since);
            return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), age.isNegative() ? Duration.ZERO : age);
        }
    }
}
