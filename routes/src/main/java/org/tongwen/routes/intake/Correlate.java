package org.tongwen.routes.intake;

import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.routes.conversation.Correlated;
import org.tongwen.routes.conversation.Correlation;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.Turn;
import org.tongwen.xsd.message.BusinessMessage;

/** The step {@code correlate}: finds the message that this one is about, and with it the conversation. */
public final class Correlate implements Processor {

    /** The exchange property that holds what was found. */
    static final String CORRELATED = "TongwenCorrelated";

    private final Correlation correlation;
    private final Journal journal;
    private final Clock clock;

    /**
     * Correlates by that.
     *
     * @param journal whose turns it takes
     */
    public Correlate(Correlation correlation, Journal journal, Clock clock) {
        this.correlation = correlation;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        intake.message().ifPresent(message -> correlate(message, intake, exchange));
    }

    /** Answers to one message take turns until they are recorded: of two that come at once not both are the first. */
    private void correlate(BusinessMessage message, Intake intake, Exchange exchange) {
        Correlated found = correlation.correlate(
                intake.participant().name(),
                intake.id(),
                message,
                original -> intake.until(journal.turn(Turn.To.ANSWER, original)));
        intake.belongs(found.conversation());
        intake.references(found.names());
        intake.step(found.step(clock.instant(), intake.longForms()));
        intake.say(found.findings());
        intake.afterwards(() -> found.aboutOriginal(clock.instant()));
        exchange.setProperty(CORRELATED, found);
    }
}
