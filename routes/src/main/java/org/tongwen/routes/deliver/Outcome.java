package org.tongwen.routes.deliver;

import java.time.Duration;
import org.tongwen.xsd.finding.Finding;

/** How an attempt ended. */
sealed interface Outcome {

    /** The receiver has it. */
    record Taken() implements Outcome {}

    /**
     * It has not, as far as the hub knows.
     *
     * @param why the reason
     * @param forGood whether no attempt will help
     * @param pause what the receiver wants to be left alone for; zero when it did not say
     */
    record Failed(Finding why, boolean forGood, Duration pause) implements Outcome {}

    /** Nothing was tried, because the store was away: the delivery goes back as it was. */
    record Untried() implements Outcome {}
}
