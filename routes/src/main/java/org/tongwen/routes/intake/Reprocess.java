package org.tongwen.routes.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.conversation.Correlation;
import org.tongwen.routes.desk.Reprocessing;
import org.tongwen.routes.desk.Trial;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Turn;
import org.tongwen.routes.screen.Counted;
import org.tongwen.routes.screen.Screening;
import org.tongwen.routes.screen.Subject;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.routes.step.Validator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/** Brings held messages on their way again, by the same steps as when they came. */
public final class Reprocess implements Reprocessing {

    private final Supplier<CamelContext> context;
    private final Reception reception;
    private final Map<String, Participant> participants;
    private final Validator validator;
    private final Correlation correlation;
    private final Addressee addressee;
    private final Rendering rendering;
    private final Screening screening;
    private final Journal journal;
    private final Runnable released;
    private final Clock clock;

    /**
     * By these steps.
     *
     * @param context where the route {@code direct:messages} runs
     * @param participants who takes part, by name
     * @param validator by which ISO messages are read again
     * @param released is told when something is to be delivered
     */
    public Reprocess(
            Supplier<CamelContext> context,
            Reception reception,
            Map<String, Participant> participants,
            Validator validator,
            Correlation correlation,
            Addressee addressee,
            Rendering rendering,
            Screening screening,
            Journal journal,
            Runnable released,
            Clock clock) {
        this.context = context;
        this.reception = reception;
        this.participants = participants;
        this.validator = validator;
        this.correlation = correlation;
        this.addressee = addressee;
        this.rendering = rendering;
        this.screening = screening;
        this.journal = journal;
        this.released = released;
        this.clock = clock;
    }

    @Override
    public Checked<Trial> release(Story story, byte[] iso, Entry.Draft draft) {
        Optional<Participant> sender = sender(story);
        Optional<BusinessMessage> message = validator.validate(iso).value();
        if (sender.isEmpty() || message.isEmpty()) {
            return Checked.none(gone());
        }
        Intake intake = Intake.again(story, sender.get(), iso, clock);
        intake.became(message.get(), story.opening().mapping());
        return kept(intake, () -> release(intake, message.get(), draft));
    }

    private Checked<Trial> release(Intake intake, BusinessMessage message, Entry.Draft draft) {
        try {
            address(intake, message);
        } catch (RefusedException e) {
            intake.say(e.findings());
        }
        if (intake.isToBeHeld()) {
            intake.end();
            List<Finding> all = new ArrayList<>(intake.said());
            all.addAll(intake.saidToOperators());
            return Checked.none(all);
        }
        intake.addDelivery(draft);
        Subject subject = new Subject(intake.id(), intake.participant(), message, intake.source(), clock.instant());
        Counted counted = screening.count(subject);
        return Checked.of(
                new Attempt(intake) {
                    @Override
                    public void end(boolean isWritten) {
                        if (!isWritten) {
                            counted.takeBack();
                        }
                    }
                },
                List.of());
    }

    /** What nobody will end after an exception is ended at once. */
    private static <T> T kept(Intake intake, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            intake.end();
            throw e;
        }
    }

    /** Has the turns of an intake until it is closed. */
    private abstract static class Attempt implements Trial {

        private final Intake intake;

        Attempt(Intake intake) {
            this.intake = intake;
        }

        @Override
        public void close() {
            intake.end();
        }
    }

    private void address(Intake intake, BusinessMessage message) {
        Exchange exchange = new DefaultExchange(context.get());
        intake.ride(exchange);
        exchange.setProperty(
                Correlate.CORRELATED,
                correlation.correlate(
                        intake.participant().name(),
                        intake.id(),
                        message,
                        original -> intake.until(journal.turn(Turn.To.ANSWER, original))));
        addressee.whateverItIs(exchange);
        rendering.process(exchange);
    }

    @Override
    public Trial again(Story story, byte[] source, Entry.Draft draft) {
        Optional<Participant> sender = sender(story);
        if (sender.isEmpty()) {
            draft.step(held(List.of(gone())));
            return Trial.NOTHING;
        }
        Intake intake = Intake.again(story, sender.get(), source, clock);
        return kept(intake, () -> again(intake, draft));
    }

    private Trial again(Intake intake, Entry.Draft draft) {
        run(intake);
        if (intake.content(Content.ISO).isEmpty()) {
            // What the source before became may not go out in its place.
            intake.content(Content.ISO, new byte[0]);
        }
        intake.addAll(draft);
        intake.key()
                .ifPresent(key -> draft.unlessHeldByAnother(intake.participant().name(), key));
        return new Attempt(intake) {
            @Override
            public void end(boolean isWritten) {
                intake.settle(isWritten);
            }
        };
    }

    private void run(Intake intake) {
        Exchange exchange = new DefaultExchange(context.get());
        intake.ride(exchange);
        reception.from(intake.participant(), exchange);
        context.get()
                .createFluentProducerTemplate()
                .to("direct:messages")
                .withExchange(exchange)
                .send();
        Optional.ofNullable(exchange.getException()).ifPresent(failure -> intake.step(held(why(failure))));
    }

    /** What an operator has put in wrongly is held again; a fault of the hub is not his. */
    private static List<Finding> why(Exception failure) {
        return RefusedException.in(failure)
                .map(RefusedException::findings)
                .orElseThrow(() -> new IllegalStateException("a repaired message could not be processed", failure));
    }

    private Step held(List<Finding> findings) {
        return new Step(clock.instant(), Event.HELD, Step.HUB, Details.findings(findings));
    }

    @Override
    public void decided(MessageId id) {
        correlation.missing(id).ifPresent(journal::write);
        released.run();
    }

    private Optional<Participant> sender(Story story) {
        return Optional.ofNullable(participants.get(story.opening().participant()));
    }

    private static Finding gone() {
        return Finding.error(
                "hub.UnknownSender", Place.NOWHERE, "its sender takes part no longer, or it cannot be read any more");
    }
}
