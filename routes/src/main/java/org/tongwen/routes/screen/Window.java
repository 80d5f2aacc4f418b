package org.tongwen.routes.screen;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.tongwen.routes.config.HubConfig.Velocity;
import org.tongwen.routes.journal.Tally;
import org.tongwen.routes.journal.Tally.Total;

/** What one participant released within the time of one limit. Not safe for several threads. */
final class Window {

    private record Part(Instant at, int count, BigDecimal sum) {}

    private final Velocity limit;
    private final PriorityQueue<Part> parts = new PriorityQueue<>(Comparator.comparing(Part::at));
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;

    Window(Velocity limit) {
        this.limit = limit;
    }

    Velocity limit() {
        return limit;
    }

    void add(Tally tally) {
        for (Total total : tally.totals()) {
            if (concerns(total)) {
                parts.add(new Part(tally.at(), total.count(), total.sum()));
                count += total.count();
                sum = sum.add(total.sum());
            }
        }
    }

    /** Whether that much more, now, is too much. What lies in the future, because the clock was set back, counts. */
    boolean isExceededBy(Tally tally) {
        forget(tally.at().minus(limit.within()));
        long more = 0;
        BigDecimal added = BigDecimal.ZERO;
        for (Total total : tally.totals()) {
            if (concerns(total)) {
                more += total.count();
                added = added.add(total.sum());
            }
        }
        long all = count + more;
        BigDecimal whole = sum.add(added);
        boolean concerned = more > 0;
        return concerned
                && (limit.count().filter(most -> all > most).isPresent()
                        || limit.amount()
                                .filter(most -> whole.compareTo(most) > 0)
                                .isPresent());
    }

    private boolean concerns(Total total) {
        return limit.currency().map(total.currency()::equals).orElse(true);
    }

    private void forget(Instant until) {
        for (Part part = parts.peek(); part != null && !part.at().isAfter(until); part = parts.peek()) {
            parts.remove();
            count -= part.count();
            sum = sum.subtract(part.sum());
        }
    }
}
