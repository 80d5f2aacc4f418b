package org.tongwen.routes.observe;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;

/** Whether the journal can be read and written. Without it the hub takes nothing, so it is not ready; it lives, since starting it anew would not help. */
public final class JournalCheck extends AbstractHealthCheck {

    private final Journal journal;

    /** Looks at that journal. */
    public JournalCheck(Journal journal) {
        super("tongwen", "journal");
        this.journal = journal;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            journal.counts();
            builder.state(journal.isWritable() ? State.UP : State.DOWN);
        } catch (JournalException e) {
            builder.down();
        }
    }
}
