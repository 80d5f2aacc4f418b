package org.tongwen.routes.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.conversation.JournalOriginals;
import org.tongwen.routes.conversation.JournalShortIds;
import org.tongwen.routes.conversation.References;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.Report;
import org.tongwen.xsd.finding.JsonReport;

/**
 * The bean {@code intake}: {@code open} begins what the journal will get of a message, {@code translated} adds what a translation came to,
 * {@code release} ends it.
 */
public final class Reception {

    /** The exchange property that holds the participant who sent a message. */
    public static final String PARTICIPANT = "TongwenParticipant";

    /** The exchange property that says how a message came; {@code http} when it is not there. */
    public static final String CHANNEL = "TongwenIntakeChannel";

    /** The header or property by which a sender says that a message is the same as one before. */
    public static final String KEY = "TongwenIdempotencyKey";

    /** The exchange property that tells the file in which a message came from all others; not there when it came in none. */
    public static final String FILE = "TongwenFile";

    private final Journal journal;
    private final Clock clock;

    /** Begins what goes into that journal. */
    public Reception(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Lets an exchange know who sent its message, and what the configuration says of his messages. */
    void from(Participant participant, Exchange exchange) {
        arrives(participant, exchange);
        remembers(Intake.of(exchange), exchange);
    }

    /** Lets mappings recall what the journal holds, and keep identifiers that do not fit. */
    private void remembers(Intake intake, Exchange exchange) {
        String participant = intake.participant().name();
        exchange.setProperty(Headers.ORIGINALS, new JournalOriginals(journal, participant));
        JournalShortIds shortIds = new JournalShortIds(journal, participant);
        exchange.setProperty(Headers.SHORT_IDS, shortIds);
        intake.keeps(shortIds);
    }

    /** Lets an exchange know who sent its message, and what the configuration says of his messages. */
    public static void arrives(Participant participant, Exchange exchange) {
        exchange.setProperty(PARTICIPANT, participant);
        exchange.setProperty(Headers.KNOWS, (Predicate<String>) participant::knows);
        participant.profile().ifPresent(profile -> exchange.setProperty(Headers.PROFILE, profile));
        participant.given().forEach((name, value) -> exchange.setProperty(Headers.GIVEN + name, value));
        if (participant.assignsUetr()) {
            exchange.setProperty(Headers.ASSIGN_UETR, "true");
        }
    }

    /** Opens an intake with the body as the original. */
    public void open(Exchange exchange) {
        byte[] original = exchange.getMessage().getBody(byte[].class);
        Participant participant = exchange.getProperty(PARTICIPANT, Participant.class);
        Intake intake = Intake.of(
                participant,
                exchange.getProperty(CHANNEL, "http", String.class),
                original == null ? new byte[0] : original,
                clock);
        Headers.find(exchange, KEY).ifPresent(key -> intake.keyed(new Opening.Key("key " + key, true)));
        file(exchange).ifPresent(file -> intake.references(List.of(file)));
        intake.ride(exchange);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                intake.end();
            }
        });
        remembers(intake, exchange);
    }

    /** The name of the file in which the exchange's message came. */
    static Optional<Reference> file(Exchange exchange) {
        Participant participant = exchange.getProperty(PARTICIPANT, Participant.class);
        return Optional.ofNullable(exchange.getProperty(FILE, String.class))
                .map(file -> new Reference(Reference.Kind.FILE, participant.name() + " " + file));
    }

    /** Adds what {@code translate} came to; the body is the result. */
    public void translated(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        Report report = exchange.getProperty(Headers.REPORT, Report.class);
        Translation translation = report.translation();
        byte[] result = exchange.getMessage().getBody(byte[].class);
        intake.step(Event.TRANSLATED, Step.HUB, JsonReport.line(json -> Details.translation(report, json)));
        intake.content(report.direction() == Direction.TO_ISO ? Content.ISO : Content.RESULT, result);
        translation.message().ifPresent(iso -> intake.became(iso, report.by()));
    }

    /** Adds the names under which a message that is only translated can be found. */
    public void named(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        intake.message().ifPresent(iso -> intake.references(References.of(iso).names()));
        if (!intake.longForms().isEmpty()) {
            intake.step(
                    Event.CORRELATED, Step.HUB, JsonReport.line(json -> Details.shortIds(intake.longForms(), json)));
        }
    }

    /** Ends it: released, or held when something stands against that. */
    public void release(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        Event event = intake.isToBeHeld() ? Event.HELD : Event.RELEASED;
        intake.step(event, Step.HUB, JsonReport.line(json -> {
            Details.dispatch(intake.dispatch(), json);
            Details.findings(intake.said(), json);
        }));
    }
}
