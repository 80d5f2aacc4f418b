package org.tongwen.routes.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.conversation.Address;
import org.tongwen.routes.conversation.Asker;
import org.tongwen.routes.conversation.JournalOriginals;
import org.tongwen.routes.conversation.JournalShortIds;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.routes.step.Report;
import org.tongwen.routes.step.Translate;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/**
 * The step {@code render}: makes of the ISO message what its receiver gets, by the receiver's own mapping. What cannot be made holds the message:
 * it may be sound, and only the receiver's form of it is not.
 */
public final class Rendering implements Processor {

    static final String XML = "application/xml";

    private final Translate translate;
    private final Journal journal;
    private final Signer signer;

    /**
     * Translates by that step.
     *
     * @param signer signs what carries its signature inside
     * @param journal holds the messages that receivers' mappings recall
     */
    public Rendering(Translate translate, Signer signer, Journal journal) {
        this.signer = signer;
        this.translate = translate;
        this.journal = journal;
    }

    @Override
    public void process(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        Address.To to = exchange.getProperty(Addressee.ADDRESS, Address.To.class);
        if (to == null || intake.message().isEmpty()) {
            return;
        }
        String message = intake.message().get().document().definition().id();
        if (to.form() instanceof Address.Form.Mapped mapped) {
            render(mapped.mapping(), to.receiver(), message, intake, exchange.getContext());
        } else {
            byte[] iso = intake.content(Content.ISO).orElseGet(intake::source);
            deliver(iso, new Dispatch(to.receiver().name(), Content.ISO, XML, message), to.receiver(), intake);
        }
    }

    private void render(String mapping, Participant receiver, String message, Intake intake, CamelContext context) {
        byte[] iso = intake.content(Content.ISO).orElseGet(intake::source);
        try {
            Exchange own = translate(mapping, receiver, iso, context);
            Report report = own.getProperty(Headers.REPORT, Report.class);
            intake.step(
                    Event.TRANSLATED,
                    Step.HUB,
                    JsonReport.line(json -> Details.translation(report, receiver.name(), json)));
            byte[] document = own.getMessage().getBody(byte[].class);
            String mediaType = report.translation().contentType();
            intake.content(Content.DELIVERY, document);
            deliver(document, new Dispatch(receiver.name(), Content.DELIVERY, mediaType, message), receiver, intake);
        } catch (RefusedException e) {
            intake.step(
                    Event.TRANSLATED,
                    Step.HUB,
                    JsonReport.line(json -> Details.notTranslated(mapping, receiver.name(), e.findings(), json)));
            intake.say(List.of(notMade(receiver)));
            intake.sayToOperators(e.findings());
        }
    }

    private void deliver(byte[] document, Dispatch plain, Participant receiver, Intake intake) {
        try {
            Optional<byte[]> signed = signer.inside(receiver, document);
            signed.ifPresent(bytes -> intake.content(Content.DELIVERY, bytes));
            intake.deliver(
                    signed.isPresent()
                            ? new Dispatch(plain.receiver(), Content.DELIVERY, plain.mediaType(), plain.message())
                            : plain);
        } catch (IOException e) {
            intake.say(List.of(Finding.error(
                    "hub.SigningKey", Place.NOWHERE, "the key by which it is signed for its receiver cannot be used")));
        }
    }

    /** A message of the hub as its receiver gets it; empty when it cannot be signed now. */
    Optional<Asker.Rendered> signed(Asker.Rendered plain, Participant receiver) {
        try {
            byte[] bytes = signer.inside(receiver, plain.bytes()).orElse(plain.bytes());
            return Optional.of(new Asker.Rendered(plain.iso(), bytes, plain.mediaType()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The sender reads this, and may know nothing of the mappings of others; operators read in the story why. */
    private static Finding notMade(Participant receiver) {
        return Finding.error(
                        "hub.ReceiverForm",
                        Place.NOWHERE,
                        "it cannot be put into the form in which " + receiver.name() + " gets it")
                .hint(
                        "operators read in the story of the message why; it is to be repaired, or its receiver to get another form under receives, mappings");
    }

    /** What a receiver gets of a message of the hub; empty when it cannot be translated. */
    Optional<Asker.Rendered> translated(String mapping, Participant receiver, byte[] iso, CamelContext context) {
        try {
            Exchange own = translate(mapping, receiver, iso, context);
            Report report = own.getProperty(Headers.REPORT, Report.class);
            byte[] document = own.getMessage().getBody(byte[].class);
            return Optional.of(
                    new Asker.Rendered(iso, document, report.translation().contentType()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private Exchange translate(String mapping, Participant receiver, byte[] iso, CamelContext context) {
        Exchange own = new DefaultExchange(context);
        own.setProperty(Headers.ORIGINALS, new JournalOriginals(journal, receiver.name()));
        own.setProperty(Headers.SHORT_IDS, new JournalShortIds(journal, receiver.name()));
        own.getMessage().setBody(iso);
        own.getMessage().setHeader(Headers.MAPPING, mapping);
        own.getMessage().setHeader(Headers.DIRECTION, Direction.FROM_ISO.word());
        receiver.given().forEach((name, value) -> own.getMessage().setHeader(Headers.GIVEN + name, value));
        translate.process(own);
        return own;
    }
}
