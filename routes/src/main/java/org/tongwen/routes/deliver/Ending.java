package org.tongwen.routes.deliver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Settlement;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/**
 * What the journal is told of an attempt.
 *
 * @param event what happened
 * @param outcome what becomes of the delivery
 * @param again when the next attempt is due
 * @param findings why it was not taken
 */
record Ending(Event event, Settlement.Outcome outcome, Optional<Instant> again, List<Finding> findings) {

    /** Copies the list. */
    Ending {
        findings = List.copyOf(findings);
    }

    static Ending of(Outcome outcome, Delivery delivery, Backoff backoff, Instant now) {
        return outcome instanceof Outcome.Failed failed
                ? failed(failed, delivery, backoff, now)
                : new Ending(Event.DELIVERED, Settlement.Outcome.DONE, Optional.empty(), List.of());
    }

    private static Ending failed(Outcome.Failed failed, Delivery delivery, Backoff backoff, Instant now) {
        if (failed.forGood()) {
            return dead(List.of(failed.why()));
        }
        Optional<Instant> next = backoff.next(delivery, failed.pause(), now);
        return next.isPresent()
                ? new Ending(Event.ATTEMPTED, Settlement.Outcome.RETRY, next, List.of(failed.why()))
                : dead(List.of(failed.why(), givenUp(backoff.policy().giveUpAfter())));
    }

    private static Ending dead(List<Finding> findings) {
        return new Ending(Event.UNDELIVERED, Settlement.Outcome.DEAD, Optional.empty(), findings);
    }

    private static Finding givenUp(Duration after) {
        return Finding.error(
                "hub.GivenUp", Place.NOWHERE, "the receiver did not take it within " + after.toSeconds() + " s");
    }

    /** The same for a message to which a final answer has come meanwhile: it stays answered. */
    Ending afterAnswer() {
        return new Ending(Event.ATTEMPTED, outcome, again, findings);
    }

    /** The word for meters and logs. */
    String word() {
        return switch (outcome) {
            case DONE -> "delivered";
            case RETRY -> "retry";
            case DEAD -> "dead";
        };
    }

    Settlement settlement(Delivery delivery) {
        return new Settlement(delivery.number(), delivery.attempt(), outcome, again);
    }

    /** The detail of the step. */
    byte[] detail(Delivery delivery, Duration took) {
        return JsonReport.line(json -> {
            head(delivery, json);
            json.writeStringField("outcome", word());
            json.writeNumberField("milliseconds", took.toMillis());
            if (again.isPresent()) {
                json.writeStringField("again", again.get().toString());
            }
            if (!findings.isEmpty()) {
                json.writeFieldName("findings");
                FindingJson.array(findings, json);
            }
        });
    }

    /** The detail of the step that says that delivery begins. */
    static byte[] begin(Delivery delivery) {
        return JsonReport.line(json -> head(delivery, json));
    }

    private static void head(Delivery delivery, JsonGenerator json) throws IOException {
        json.writeStringField("receiver", delivery.dispatch().receiver());
        json.writeStringField("type", delivery.dispatch().message());
        json.writeNumberField("delivery", delivery.number());
        json.writeNumberField("attempt", delivery.attempt());
    }
}
