package org.tongwen.routes.step;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** All mappings that the hub serves, by name. */
public final class Translators {

    private final TreeMap<String, Translator> byName = new TreeMap<>();

    /** These ones. */
    public Translators(Collection<Translator> translators) {
        translators.forEach(translator -> byName.put(translator.name(), translator));
    }

    /** One for each mapping. */
    public static Translators of(Mappings mappings) {
        return new Translators(mappings.all().stream().map(Translator::of).toList());
    }

    /** All of them, by name. */
    public List<Translator> all() {
        return List.copyOf(byName.values());
    }

    /** The one of that name. */
    public Optional<Translator> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The one of that name, or a refusal that names the ones there are. */
    public Translator require(String name) {
        return find(name).orElseThrow(() -> new RefusedException(unknown(name)));
    }

    private Finding unknown(String name) {
        String hint = Nearest.of(name, byName.keySet())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> byName.isEmpty()
                        ? "this hub serves no mapping"
                        : "the mappings are " + String.join(", ", byName.keySet()));
        return Finding.error("hub.UnknownMapping", Place.NOWHERE, "there is no mapping of this name")
                .value(name)
                .hint(hint);
    }
}
