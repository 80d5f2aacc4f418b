package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Whether a message waits for an answer, and since when: a payment that its receiver has and that nobody has answered finally. */
final class Awaited {

    private static final Set<String> PAYMENTS = Set.of("pacs.003", "pacs.008", "pacs.009", "pacs.010");

    private final boolean isPayment;
    private boolean changed;
    private Optional<Long> since = Optional.empty();

    Awaited(String message) {
        this.isPayment = MessageName.family(message).filter(PAYMENTS::contains).isPresent();
    }

    /** A step has happened, which led to that state. */
    void take(Step step, State state) {
        switch (step.event()) {
            case DELIVERED, ASKED -> waits(step, state);
            case ANSWERED, UNANSWERED, REFUSED -> set(Optional.empty());
            default -> {
                // Says nothing of answers.
            }
        }
    }

    private void waits(Step step, State state) {
        if (isPayment && state == State.DELIVERED) {
            set(Optional.of(Moments.number(step.at())));
        }
    }

    private void set(Optional<Long> moment) {
        changed |= isPayment;
        since = moment;
    }

    void write(Known known, Statements sql) throws SQLException {
        if (!changed) {
            return;
        }
        if (!known.fresh) {
            sql.remove(
                    "delete from unanswered where message = ?",
                    statement -> statement.setObject(1, known.row.id().value()));
        }
        if (since.isPresent()) {
            sql.add("insert into unanswered (message, since) values (?, ?)", statement -> {
                statement.setObject(1, known.row.id().value());
                statement.setLong(2, since.get());
            });
        }
    }
}
