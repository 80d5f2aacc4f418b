package org.tongwen.routes.step;

import java.util.List;
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
     * The mapping of that name; a refusal that tells the names there are when there is none. A message keeps to the mappings that its first
     * step found, whatever changes while it is under way.
     */
    public static Mapping require(String name, Exchange exchange, ServedMappings served) {
        Mappings mappings = exchange.getProperty(Headers.MAPPINGS, Mappings.class);
        if (mappings == null) {
            mappings = served.current();
            exchange.setProperty(Headers.MAPPINGS, mappings);
        }
        return require(name, mappings);
    }

    private static Mapping require(String name, Mappings mappings) {
        return mappings.find(name).orElseThrow(() -> new RefusedException(unknown(name, mappings)));
    }

    private static Finding unknown(String name, Mappings mappings) {
        List<String> names = mappings.all().stream().map(Mapping::name).toList();
        String hint = Nearest.of(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> names.isEmpty()
                        ? "this hub serves no mapping"
                        : "the mappings are " + String.join(", ", names));
        return Finding.error("hub.UnknownMapping", Place.NOWHERE, "there is no mapping of this name")
                .value(name)
                .hint(hint);
    }
}
