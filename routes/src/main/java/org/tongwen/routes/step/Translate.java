package org.tongwen.routes.step;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.codec.ShortIds;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.routes.observe.Meters;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.rules.pack.Edition;
import org.tongwen.rules.pack.Rulebook;
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
        Context context = context(exchange, mapping);
        Translation translation = run(mapping, direction, Bodies.document(exchange), context);
        exchange.setProperty(
                Headers.REPORT, new Report(mapping, direction, translation, rules(mapping, direction, context)));
        exchange.getMessage()
                .setBody(translation.result().orElseThrow(() -> new RefusedException(translation.findings())));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, translation.contentType());
    }

    private Context context(Exchange exchange, Mapping mapping) {
        Context context = Context.live(given(exchange, mapping))
                .reporting(reporting(exchange))
                .keeping(exchange.getProperty(Headers.SHORT_IDS, ShortIds.NONE, ShortIds.class))
                .recalling(exchange.getProperty(Headers.ORIGINALS, Originals.NONE, Originals.class))
                .under(profile(exchange).or(defaults.profile()));
        return assignsUetr(exchange) && mapping.given().contains(Context.UETR) ? assigning(context, exchange) : context;
    }

    private static Context assigning(Context context, Exchange exchange) {
        Context assigning = context.assigningUetr();
        if (!context.given().containsKey(Context.UETR)) {
            exchange.setProperty(Headers.ASSIGNED_UETR, assigning.given().get(Context.UETR));
        }
        return assigning;
    }

    /** The gate's rules, which only a message that is made must keep to. */
    private static List<Edition> rules(Mapping mapping, Direction direction, Context context) {
        Optional<String> scheme = context.profile()
                .scheme()
                .or(mapping::profile)
                .filter(name -> direction == Direction.TO_ISO && !name.equals(Profile.NONE));
        LocalDate day = context.profile().asOf().orElseGet(() -> LocalDate.now(context.clock()));
        return scheme.map(name -> Rulebook.gate(name, day).editions()).orElse(List.of());
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
