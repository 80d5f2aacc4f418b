package org.tongwen.routes.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Receipt;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/**
 * The last step before an answer, {@code record}: makes durable what came of a message. What comes a second time gets the first answer; what
 * comes with other content under a key that was used is refused.
 */
public final class Recording {

    /** Which message of the hub an answer speaks of. */
    public static final String ID = "Tongwen-Message-Id";

    /** Whether an answer is one that was given before. */
    public static final String REPEAT = "Tongwen-Repeat";

    /** The exchange property that says that a file was recorded before. */
    public static final String KNOWN = "TongwenKnown";

    private final Journal journal;
    private final Function<MessageId, Optional<Entry>> missing;
    private final Runnable released;
    private final MessageLog log;

    /**
     * Records in that journal.
     *
     * @param missing what the journal lacks about the original of an answer that it has
     * @param released is told when something is to be delivered
     * @param log gets a line for each message
     */
    public Recording(Journal journal, Function<MessageId, Optional<Entry>> missing, Runnable released, MessageLog log) {
        this.log = log;
        this.journal = journal;
        this.missing = missing;
        this.released = released;
    }

    /**
     * Looks whether the file that the exchange carries was recorded before, and its receipt could not be written then: then the first answer becomes
     * the message, and the exchange has the property {@link #KNOWN}. A file that was refused as it came is not looked for: nothing came of it.
     */
    public void recognise(Exchange exchange) {
        Reception.file(exchange).flatMap(this::earlier).ifPresent(first -> {
            repeat(first, exchange.getMessage());
            exchange.setProperty(KNOWN, "true");
        });
    }

    private Optional<MessageId> earlier(Reference file) {
        return journal.referring(file, Set.of()).stream()
                .map(Summary::id)
                .filter(id -> journal.story(id).filter(Recording::wasTaken).isPresent())
                .findFirst();
    }

    /** What an operator has refused later was taken. */
    private static boolean wasTaken(Story story) {
        return story.steps().stream()
                .map(Step::event)
                .filter(event -> event.state().isPresent())
                .findFirst()
                .filter(event -> event != Event.REFUSED)
                .isPresent();
    }

    /** Records the exchange's intake with the answer that its message holds by now. */
    public void record(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        exchange.getMessage().setHeader(ID, intake.id().toString());
        if (intake.isKeyed() || Reception.file(exchange).isPresent()) {
            intake.content(Content.ANSWER, Answer.of(exchange.getMessage()).bytes());
        }
        write(intake, exchange.getMessage());
    }

    /** Records that an intake was refused, when the exchange has one that is not recorded; for whatever reason but a fault of the hub. */
    public void refuse(Exchange exchange) {
        Optional<Intake> open = Intake.find(exchange).filter(intake -> !intake.isRecorded());
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Optional<RefusedException> refused = RefusedException.in(cause);
        if (open.isPresent() && refused.isPresent()) {
            open.get().say(refused.get().findings());
            open.get().step(Event.REFUSED, Step.HUB, refusal(refused.get().findings()));
            record(exchange);
        }
    }

    private static byte[] refusal(List<Finding> findings) {
        return JsonReport.line(json -> {
            json.writeStringField("outcome", Outcome.of(findings).word());
            Details.findings(findings, json);
        });
    }

    private void write(Intake intake, Message message) {
        Receipt receipt = written(intake);
        intake.recorded();
        if (receipt instanceof Receipt.Repeat repeat) {
            repeat(repeat.first(), message);
        } else if (receipt instanceof Receipt.Conflict conflict) {
            throw new RefusedException(conflict(conflict.first()));
        } else if (receipt instanceof Receipt.Overtaken overtaken) {
            throw new RefusedException(
                    "hub.Overtaken", "the message is " + overtaken.state().word() + " by now");
        } else {
            intake.afterwards().forEach(journal::write);
            if (intake.isOut()) {
                released.run();
            }
        }
    }

    private static Finding conflict(MessageId first) {
        return Finding.error(
                        "hub.IdempotencyConflict",
                        Place.NOWHERE,
                        "another message with other content came before under the same key")
                .hint("it is the message " + first
                        + "; send this one under identifiers of its own, or an Idempotency-Key of its own");
    }

    private Receipt written(Intake intake) {
        // After an exception nobody knows whether it was written: then what was counted counts rather too much.
        Receipt receipt = journal.write(intake.entry());
        log(intake, receipt);
        intake.settle(receipt instanceof Receipt.Written);
        return receipt;
    }

    private void log(Intake intake, Receipt receipt) {
        Step last = intake.last();
        boolean written = receipt instanceof Receipt.Written;
        log.line(last.at(), intake.id(), written ? last.event() : Event.REPEATED)
                .with("participant", intake.participant().name())
                .with("mapping", intake.mapping())
                .findings(written ? intake.said() : List.of())
                .with("ms", Duration.between(intake.received(), last.at()).toMillis())
                .write();
    }

    /** The process may have ended between an answer's own entry and that about its original: the second is made good now. */
    private void repeat(MessageId first, Message message) {
        missing.apply(first).ifPresent(journal::write);
        byte[] kept = journal.content(first, Content.ANSWER)
                .orElseThrow(() -> new IllegalStateException("the first answer was not kept"));
        Answer.read(kept).into(message);
        message.setHeader(REPEAT, "true");
    }
}
