package org.tongwen.routes.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.screen.Judgement;
import org.tongwen.routes.screen.Screening;
import org.tongwen.routes.screen.Subject;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;

/** The step {@code screen}: looks at lists and limits, and asks whoever else is to be asked. A hit holds the message. */
public final class Screen implements Processor {

    private final Screening screening;
    private final Clock clock;

    /** Screens by that. */
    public Screen(Screening screening, Clock clock) {
        this.screening = screening;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        intake.message().ifPresent(message -> screen(message, intake));
    }

    private void screen(BusinessMessage message, Intake intake) {
        Optional<byte[]> iso = intake.content(Content.ISO);
        Judgement judgement = screening.judge(new Subject(
                intake.id(), intake.participant(), message, iso.orElseGet(intake::source), clock.instant()));
        List<Finding> findings = judgement.findings();
        if (!findings.isEmpty()) {
            intake.step(Event.SCREENED, Step.HUB, Details.findings(findings));
        }
        intake.say(findings);
        if (judgement instanceof Judgement.Clear clear) {
            intake.unlessReleased(clear.counted()::takeBack);
        }
    }
}
