package org.tongwen.routes;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.journal.StoredJournal;

/**
 * What a hub finds around it. Tests give it a clock that goes back, a disk that is full and little memory.
 *
 * @param clock the time of day
 * @param journals how the journal is opened
 * @param memory how many bytes of memory it may use
 */
record Surroundings(Clock clock, Journals journals, long memory) {

    /** Opens the journal of a configuration. */
    interface Journals {

        /**
         * The journal.
         *
         * @throws org.tongwen.routes.journal.JournalException when it cannot be opened
         */
        StoredJournal open(HubConfig config, Clock clock, MeterRegistry registry);
    }

    /** The machine's clock and the store that the configuration names. */
    static final Surroundings USUAL = new Surroundings(
            Clock.systemUTC(),
            (config, clock, registry) -> StoredJournal.open(config.store(), config.node(), clock, registry),
            Runtime.getRuntime().maxMemory());

    /** The same with another clock. */
    Surroundings clock(Clock other) {
        return new Surroundings(other, journals, memory);
    }

    /** The same with another way to the journal. */
    Surroundings journals(Journals other) {
        return new Surroundings(clock, other, memory);
    }

    /** The same with that many bytes of memory. */
    Surroundings memory(long other) {
        return new Surroundings(clock, journals, other);
    }
}
