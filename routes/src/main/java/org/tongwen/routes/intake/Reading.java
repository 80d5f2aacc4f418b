package org.tongwen.routes.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.conversation.References;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.routes.step.Report;
import org.tongwen.routes.step.Translate;
import org.tongwen.routes.step.Validate;
import org.tongwen.routes.step.Verdict;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageWriter;

/**
 * The step {@code read}: makes the ISO message of what a participant sent, by the mapping that the header {@link Headers#MAPPING} names, the one
 * that read it before a repair, or the only one that the participant has; an ISO message is taken as it is. What only rules of a scheme stand against is held; anything else that is
 * wrong with it refuses it.
 */
public final class Reading implements Processor {

    private final ServedMappings mappings;
    private final Translate translate;
    private final Validate validate;
    private final Reception reception;

    /** Reads by these mappings. */
    public Reading(ServedMappings mappings, Translate translate, Validate validate, Reception reception) {
        this.mappings = mappings;
        this.translate = translate;
        this.validate = validate;
        this.reception = reception;
    }

    @Override
    public void process(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        if (intake.source().length == 0) {
            throw new RefusedException("hub.EmptyBody", "the document is empty");
        }
        exchange.getMessage().setBody(intake.source());
        String mapping = Headers.find(exchange, Headers.MAPPING).orElseGet(() -> unnamed(intake));
        if (mapping.equals(HubConfig.ISO)) {
            take(intake, exchange);
        } else {
            translate(mapping, intake, exchange);
        }
        String invented = exchange.getProperty(Headers.ASSIGNED_UETR, "", String.class);
        intake.message().filter(message -> !intake.isKeyed()).ifPresent(message -> key(message, invented, intake));
    }

    /**
     * A sender that says nothing else says by its message identifier and UETR what makes another message the same one. A UETR that the hub has
     * invented says nothing: the next time it is another.
     */
    private static void key(BusinessMessage message, String invented, Intake intake) {
        String names = References.of(message).names().stream()
                .filter(name -> name.kind() == Reference.Kind.MESSAGE_ID || name.kind() == Reference.Kind.UETR)
                .filter(name -> !name.value().equalsIgnoreCase(invented))
                .map(name -> name.kind().number() + " " + name.value())
                .sorted()
                .collect(Collectors.joining("\n"));
        if (!names.isEmpty()) {
            intake.keyed(new Opening.Key("ids " + names, false));
        }
    }

    private void translate(String mapping, Intake intake, Exchange exchange) {
        exchange.getMessage().setHeader(Headers.MAPPING, mapping);
        exchange.getMessage().setHeader(Headers.DIRECTION, Direction.TO_ISO.word());
        try {
            translate.process(exchange);
            reception.translated(exchange);
        } catch (RefusedException e) {
            holdOr(e, intake);
            Report report = exchange.getProperty(Headers.REPORT, Report.class);
            report.translation()
                    .message()
                    .ifPresentOrElse(iso -> became(iso, report.by(), intake), () -> intake.readBy(report.by()));
            intake.step(Event.TRANSLATED, Step.HUB, JsonReport.line(json -> Details.translation(report, json)));
        }
    }

    /** An operator may let it go out as it is. */
    private static void became(BusinessMessage iso, String by, Intake intake) {
        intake.content(Content.ISO, MessageWriter.xml(iso));
        intake.became(iso, by);
    }

    private void take(Intake intake, Exchange exchange) {
        Verdict verdict = validate.verdict(exchange);
        intake.step(Event.TRANSLATED, Step.HUB, JsonReport.line(json -> Details.verdict(verdict, json)));
        if (!verdict.valid()) {
            holdOr(new RefusedException(verdict.findings()), intake);
        }
        intake.content(Content.ISO, intake.source());
        verdict.content().ifPresent(iso -> intake.became(iso, ""));
    }

    /** What is held goes on, so that everything that stands against it is found. */
    private static void holdOr(RefusedException refused, Intake intake) {
        if (Outcome.of(refused.findings()) != Outcome.HELD) {
            throw refused;
        }
        intake.say(refused.findings());
    }

    /** What an operator puts in place of a source is read as that one was: its sender may have named the mapping. */
    private String unnamed(Intake intake) {
        if (intake.participant().uses(HubConfig.ISO) && IsoText.is(intake.source())) {
            return HubConfig.ISO;
        }
        List<String> known = mappings.current().all().stream()
                .map(Mapping::name)
                .filter(intake.participant()::uses)
                .toList();
        return known.contains(intake.mapping()) ? intake.mapping() : usual(known, intake);
    }

    private static String usual(List<String> known, Intake intake) {
        List<String> named =
                intake.participant().mappings().stream().filter(known::contains).toList();
        return only(named).or(() -> only(known)).orElseThrow(() -> unclear(known));
    }

    private static Optional<String> only(List<String> names) {
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static RefusedException unclear(List<String> known) {
        String hint =
                known.isEmpty() ? "this participant has none" : "say ?mapping= with one of " + String.join(", ", known);
        return new RefusedException(
                Finding.error("hub.MappingNeeded", Place.NOWHERE, "it is not clear by which mapping this is to be read")
                        .hint(hint));
    }
}
