package org.tongwen.xsd.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/**
 * An element, attribute or group of a definition with what is inside it, down to some depth.
 *
 * @param kind what it is
 * @param name the element's or attribute's name; empty for a group; the namespaces allowed for a wildcard
 * @param min least number of occurrences
 * @param max greatest number of occurrences, or {@link Particle#UNBOUNDED}
 * @param alternative whether it is one of the parts of a choice
 * @param choice whether exactly one of its parts may stand
 * @param type its type; empty for groups and wildcards
 * @param value what its text may be; empty when it has none
 * @param parts what is inside, attributes first
 * @param left what is inside and not shown
 */
public record Outline(
        Kind kind,
        String name,
        int min,
        int max,
        boolean alternative,
        boolean choice,
        Optional<Type> type,
        Optional<ValueFacts> value,
        List<Outline> parts,
        Left left) {

    /** Copies the parts. */
    public Outline {
        parts = List.copyOf(parts);
    }

    /** What a line of an outline can be. */
    public enum Kind {
        /** An element that the definition names. */
        ELEMENT,
        /** An attribute. */
        ATTRIBUTE,
        /** Elements one after the other, inside another group. */
        SEQUENCE,
        /** One of several, inside another group. */
        CHOICE,
        /** An element that the definition does not name, to be checked where its definition is known. */
        ANY_CHECKED,
        /** An element that the definition does not name, with any content. */
        ANY
    }

    /**
     * What is left out.
     *
     * @param elements how many elements stand inside that are deeper than asked for
     * @param recursive whether the content is left out because it holds the element itself
     */
    public record Left(int elements, boolean recursive) {

        static final Left NOTHING = new Left(0, false);
    }

    /**
     * The outline of an element.
     *
     * @param depth how many levels of elements below it; 0 for the element alone
     */
    public static Outline of(Particle.Element element, int depth) {
        return new Drawing().element(element, false, depth);
    }

    /** Draws while it remembers the types it is inside of. */
    private static final class Drawing {

        private final Set<Type> open = new HashSet<>();

        Outline element(Particle.Element element, boolean alternative, int depth) {
            Type type = element.declaration().type();
            boolean recursive = !open.add(type);
            List<Outline> parts = new ArrayList<>();
            int hidden = 0;
            if (type instanceof ComplexType complex) {
                complex.attributes().forEach(attribute -> parts.add(attribute(attribute)));
                hidden = recursive || depth == 0 ? complex.elements().size() : 0;
                if (hidden == 0) {
                    complex.content().ifPresent(content -> parts.addAll(inside(content, depth)));
                }
            }
            if (!recursive) {
                open.remove(type);
            }
            return new Outline(
                    Kind.ELEMENT,
                    element.declaration().name(),
                    element.min(),
                    element.max(),
                    alternative,
                    type instanceof ComplexType complex && isOneOf(complex),
                    Optional.of(type),
                    text(type).map(ValueFacts::of),
                    parts,
                    new Left(hidden, recursive && hidden > 0));
        }

        /** The parts of a type's outermost group, which is not worth a line of its own when it stands once. */
        private List<Outline> inside(Particle content, int depth) {
            if (isPlain(content)) {
                boolean choice = content instanceof Particle.Choice;
                return parts(content)
                        .map(part -> particle(part, choice, depth - 1))
                        .toList();
            }
            return List.of(particle(content, false, depth - 1));
        }

        private Outline particle(Particle particle, boolean alternative, int depth) {
            if (particle instanceof Particle.Element element) {
                return element(element, alternative, depth);
            }
            if (particle instanceof Particle.Wildcard wildcard) {
                return wildcard(wildcard, alternative);
            }
            boolean choice = particle instanceof Particle.Choice;
            List<Outline> parts =
                    parts(particle).map(part -> particle(part, choice, depth)).toList();
            return new Outline(
                    choice ? Kind.CHOICE : Kind.SEQUENCE,
                    "",
                    particle.min(),
                    particle.max(),
                    alternative,
                    choice,
                    Optional.empty(),
                    Optional.empty(),
                    parts,
                    Left.NOTHING);
        }
    }

    private static Stream<Particle> parts(Particle group) {
        return group instanceof Particle.Choice choice
                ? choice.parts().stream()
                : ((Particle.Sequence) group).parts().stream();
    }

    private static boolean isPlain(Particle content) {
        boolean group = content instanceof Particle.Choice || content instanceof Particle.Sequence;
        return group && content.min() == 1 && content.max() == 1;
    }

    private static boolean isOneOf(ComplexType type) {
        return type.isChoice() && type.content().filter(Outline::isPlain).isPresent();
    }

    private static Optional<SimpleType> text(Type type) {
        if (type instanceof ComplexType complex) {
            return complex.value();
        }
        return type instanceof SimpleType simple ? Optional.of(simple) : Optional.empty();
    }

    private static Outline attribute(AttributeDeclaration attribute) {
        return new Outline(
                Kind.ATTRIBUTE,
                attribute.name(),
                attribute.required() ? 1 : 0,
                1,
                false,
                false,
                Optional.of(attribute.type()),
                Optional.of(ValueFacts.of(attribute.type())),
                List.of(),
                Left.NOTHING);
    }

    private static Outline wildcard(Particle.Wildcard wildcard, boolean alternative) {
        return new Outline(
                wildcard.processing() == Particle.Processing.LAX ? Kind.ANY_CHECKED : Kind.ANY,
                wildcard.namespace(),
                wildcard.min(),
                wildcard.max(),
                alternative,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Left.NOTHING);
    }
}
