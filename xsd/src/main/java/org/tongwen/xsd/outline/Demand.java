package org.tongwen.xsd.outline;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;

/**
 * Whether a message must hold an element: what the definition says of the element itself, and of those around it.
 *
 * @param kind of the element in its parent
 * @param within the nearest element around it that may be left out; empty when all of them must stand
 */
public record Demand(Kind kind, Optional<String> within) {

    /** What a parent demands. */
    public enum Kind {
        /** It must stand. */
        MANDATORY,
        /** It may be left out. */
        OPTIONAL,
        /** It is one of several, of which one stands. */
        ALTERNATIVE
    }

    /** The demand on the element at a path of names below a root; empty when a name is unknown. */
    public static Optional<Demand> of(ElementDeclaration root, List<String> names) {
        Optional<String> within = Optional.empty();
        Kind last = Kind.MANDATORY;
        ElementDeclaration at = root;
        for (String name : names) {
            if (last != Kind.MANDATORY) {
                within = Optional.of(at.name());
            }
            Optional<Found> found = find(at, name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            last = found.get().kind();
            at = found.get().element().declaration();
        }
        return Optional.of(new Demand(last, within));
    }

    /** Of an element in its parent's type. */
    public static Optional<Kind> in(ElementDeclaration parent, String name) {
        return find(parent, name).map(Found::kind);
    }

    /** {@code M}, {@code O} or {@code alternative}, with the element around it that this depends on: {@code M in RmtInf}. */
    public String word() {
        return switch (kind) {
            case OPTIONAL -> "O";
            case MANDATORY -> "M" + within.map(name -> " in " + name).orElse("");
            case ALTERNATIVE ->
                "alternative" + within.map(name -> " in " + name).orElse("");
        };
    }

    private record Found(Particle.Element element, Kind kind) {}

    private static Optional<Found> find(ElementDeclaration parent, String name) {
        return parent.type() instanceof ComplexType type
                ? type.content().flatMap(content -> find(content, name, Kind.MANDATORY))
                : Optional.empty();
    }

    private static Optional<Found> find(Particle particle, String name, Kind around) {
        Kind kind = particle.min() == 0 ? Kind.OPTIONAL : around;
        if (particle instanceof Particle.Element element) {
            return element.declaration().name().equals(name) ? Optional.of(new Found(element, kind)) : Optional.empty();
        }
        boolean choice =
                particle instanceof Particle.Choice either && either.parts().size() > 1;
        Kind inside = choice ? Kind.ALTERNATIVE : kind;
        List<Particle> parts = particle instanceof Particle.Sequence sequence
                ? sequence.parts()
                : particle instanceof Particle.Choice either ? either.parts() : List.of();
        return parts.stream().flatMap(part -> find(part, name, inside).stream()).findFirst();
    }
}
