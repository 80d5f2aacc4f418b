package org.tongwen.routes.step;

import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** Finds the mapping that a message names, or refuses the message. */
public final class KnownMapping {

    private KnownMapping() {}

    /**
     * The mapping of that name; a refusal that tells the names that the sender may know when there is none. A message keeps to the mappings that its
     * first step found, whatever changes while it is under way.
     */
    public static Mapping require(String name, Exchange exchange, ServedMappings served) {
        Mappings mappings = mappings(exchange, served);
        return mappings.find(name).orElseThrow(() -> unknown(name, mappings, knows(exchange)));
    }

    /** The same for somebody who only looks: a mapping that he may not know of is not there. */
    public static Mapping requireSeen(String name, Exchange exchange, ServedMappings served) {
        if (!knows(exchange).test(name)) {
            throw unknown(name, mappings(exchange, served), knows(exchange));
        }
        return require(name, exchange, served);
    }

    private static Mappings mappings(Exchange exchange, ServedMappings served) {
        Mappings begun = exchange.getProperty(Headers.MAPPINGS, Mappings.class);
        if (begun != null) {
            return begun;
        }
        Mappings current = served.current();
        exchange.setProperty(Headers.MAPPINGS, current);
        return current;
    }

    /** Which mappings the sender of a message may know of. */
    @SuppressWarnings("unchecked")
    public static Predicate<String> knows(Exchange exchange) {
        return exchange.getProperty(Headers.KNOWS, (Predicate<String>) name -> true, Predicate.class);
    }

    private static RefusedException unknown(String name, Mappings mappings, Predicate<String> knows) {
        List<String> names =
                mappings.all().stream().map(Mapping::name).filter(knows).toList();
        String hint = Nearest.of(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> names.isEmpty()
                        ? "there is none for this participant"
                        : "the mappings are " + String.join(", ", names));
        return new RefusedException(
                Finding.error("hub.UnknownMapping", Place.NOWHERE, "there is no mapping of this name")
                        .value(name)
                        .hint(hint));
    }
}
