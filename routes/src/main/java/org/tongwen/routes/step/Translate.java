package org.tongwen.routes.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.routes.observe.Meters;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * The step {@code translate}: turns the body into the other side's document. Mapping and direction stand in the headers {@link
 * Headers#MAPPING} and {@link Headers#DIRECTION}; given values in headers that begin with {@link Headers#GIVEN}, over the hub's defaults.
 */
public final class Translate implements Processor {

    private final ServedMappings mappings;
    private final Defaults defaults;
    private final Meters meters;

    /** Translates by these mappings, in this way where a message does not say. */
    public Translate(ServedMappings mappings, Defaults defaults, Meters meters) {
        this.mappings = mappings;
        this.defaults = defaults;
        this.meters = meters;
    }

    /** Replaces the body, sets its Content-Type and leaves the report; throws {@link RefusedException} when there is no result. */
    @Override
    public void process(Exchange exchange) {
        Mapping mapping =
                KnownMapping.require(Headers.find(exchange, Headers.MAPPING).orElse(""), exchange, mappings);
        Direction direction =
                direction(Headers.find(exchange, Headers.DIRECTION).orElse(""));
        Translation translation = run(mapping, direction, Bodies.document(exchange), context(exchange, mapping));
        exchange.setProperty(Headers.REPORT, new Report(mapping, direction, translation));
        exchange.getMessage()
                .setBody(translation.result().orElseThrow(() -> new RefusedException(translation.findings())));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, translation.contentType());
    }

    private Context context(Exchange exchange, Mapping mapping) {
        Context context = Context.live(given(exchange, mapping))
                .reporting(reporting(exchange))
                .under(profile(exchange).or(defaults.profile()));
        return assignsUetr(exchange) && mapping.given().contains(Context.UETR) ? context.assigningUetr() : context;
    }

    private static Profile profile(Exchange exchange) {
        Optional<String> name = Headers.find(exchange, Headers.PROFILE);
        name.filter(word -> !Profile.names().contains(word)).ifPresent(word -> {
            String message = "there is no such profile; it is one of " + String.join(", ", Profile.names());
            throw new RefusedException(
                    Finding.error("hub.UnknownProfile", Place.NOWHERE, message).value(word));
        });
        return new Profile(name, AsOf.of(exchange));
    }

    private boolean assignsUetr(Exchange exchange) {
        return Headers.find(exchange, Headers.ASSIGN_UETR)
                .map(Boolean::parseBoolean)
                .orElse(defaults.assignsUetr());
    }

    private static Direction direction(String word) {
        return Direction.of(word).orElseThrow(() -> {
            String message = "there is no such direction; it is to-iso or from-iso";
            return new RefusedException(Finding.error("hub.UnknownDirection", Place.NOWHERE, message)
                    .value(word));
        });
    }

    private Translation run(Mapping mapping, Direction direction, byte[] document, Context context) {
        long start = System.nanoTime();
        Translation translation = mapping.translate(direction, document, context);
        long nanos = System.nanoTime() - start;
        meters.translation(mapping.name(), direction.word(), translation.outcome(), nanos, translation.findings());
        return translation;
    }

    private Reporting reporting(Exchange exchange) {
        return Headers.find(exchange, Headers.REPORTING)
                .map(word -> Reporting.of(word).orElseThrow(() -> {
                    String message = "reporting is none, losses or lineage";
                    return new RefusedException(Finding.error("hub.UnknownReporting", Place.NOWHERE, message)
                            .value(word));
                }))
                .orElse(defaults.reporting());
    }

    private Map<String, String> given(Exchange exchange, Mapping mapping) {
        Map<String, String> values = new HashMap<>();
        for (String name : mapping.given()) {
            Headers.find(exchange, Headers.GIVEN + name)
                    .or(() -> Optional.ofNullable(defaults.given().get(name)))
                    .ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
