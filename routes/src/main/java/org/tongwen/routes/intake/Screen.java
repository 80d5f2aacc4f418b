package org.tongwen.routes.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.screen.Judgement;
import org.tongwen.routes.screen.Screening;
import org.tongwen.routes.screen.Subject;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;

/** The step {@code screen}: looks at lists and limits, and asks whoever else is to be asked. A hit holds the message. */
public final class Screen implements Processor {

    private final Screening screening;
    private final Journal journal;
    private final Clock clock;

    /**
     * Screens by that.
     *
     * @param journal whose turns it takes
     */
    public Screen(Screening screening, Journal journal, Clock clock) {
        this.screening = screening;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        intake.message().ifPresent(message -> screen(message, intake));
    }

    private void screen(BusinessMessage message, Intake intake) {
        Optional<byte[]> iso = intake.content(Content.ISO);
        Subject subject =
                new Subject(intake.id(), intake.participant(), message, iso.orElseGet(intake::source), clock.instant());
        Judgement judgement = screening.judge(subject, () -> awaitFirst(intake));
        List<Finding> findings = judgement.findings();
        if (!findings.isEmpty()) {
            intake.step(Event.SCREENED, Step.HUB, Details.findings(findings));
        }
        intake.say(findings);
        if (judgement instanceof Judgement.Clear clear) {
            intake.unlessReleased(clear.counted()::takeBack);
        }
    }

    /**
     * Of one payment that comes twice at once, the second is compared with others when the first is recorded: then it is a repeat, whatever is found
     * of it. Else it would be held and recorded, for being like the first, which would then be the repeat of it.
     */
    private void awaitFirst(Intake intake) {
        intake.entry()
                .opening()
                .flatMap(Opening::key)
                .ifPresent(key -> intake.until(journal.turn(intake.participant().name(), key)));
    }
}
