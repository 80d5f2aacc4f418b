package org.tongwen.xsd.definition;

import java.util.List;
import java.util.Optional;

/**
 * The order and number of the elements of one complex type, as an automaton: one state for each element particle, which counts its own
 * repetitions, and for each state a table of the states that may follow. XML Schema demands that every step is decided by the next name
 * alone.
 */
public final class ContentModel {

    final Position start;
    final List<Position> positions;
    final NameTable names;

    private ContentModel(Position start, List<Position> positions) {
        this.start = start;
        this.positions = positions;
        this.names = new NameTable(positions.stream()
                .filter(position -> position.particle instanceof Particle.Element)
                .map(Position::shown)
                .toList());
        start.seal(names);
        positions.forEach(position -> position.seal(names));
    }

    static ContentModel of(Optional<Particle> content) {
        ContentModelBuilder builder = new ContentModelBuilder();
        Position start = builder.build(content);
        return new ContentModel(start, builder.positions());
    }

    /** A new walk through the content of one element. */
    public ContentWalk walk(String targetNamespace) {
        return new ContentWalk(this, targetNamespace);
    }

    /**
     * What came of offering the next child.
     *
     * @param particle the particle that takes the child; empty when none can
     * @param declaration the child's declaration; empty when a wildcard takes it, or nothing
     * @param violations what is wrong with the child's being here, if anything
     */
    public record Step(
            Optional<Particle> particle, Optional<ElementDeclaration> declaration, List<Violation> violations) {

        /** Copies the violations. */
        public Step {
            violations = List.copyOf(violations);
        }

        static Step taken(Particle particle, List<Violation> violations) {
            Optional<ElementDeclaration> declaration = particle instanceof Particle.Element element
                    ? Optional.of(element.declaration())
                    : Optional.empty();
            return new Step(Optional.of(particle), declaration, violations);
        }

        static Step refused(Violation violation) {
            return new Step(Optional.empty(), Optional.empty(), List.of(violation));
        }
    }
}
