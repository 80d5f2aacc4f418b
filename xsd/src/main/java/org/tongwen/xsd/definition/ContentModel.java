package org.tongwen.xsd.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order and number of the elements of one complex type, as an automaton: one state for each element particle, which counts its own
 * repetitions, and for each state a table of the states that may follow. XML Schema demands that every step is decided by the next name
 * alone.
 *
 * <p>Threads may share one without having to agree on who made it: all of it is written before its constructor ends, and reached through
 * final fields only.
 */
public final class ContentModel {

    final Position start;
    final List<Position> positions;
    final NameTable names;

    private ContentModel(Position start, List<Position> positions) {
        this.start = start;
        this.positions = positions;
        this.names = new NameTable(names(positions));
        start.seal(names);
        for (Position position : positions) {
            position.seal(names);
        }
    }

    private static Set<String> names(List<Position> positions) {
        Set<String> names = new LinkedHashSet<>();
        for (Position position : positions) {
            if (position.particle instanceof Particle.Element) {
                names.add(position.shown());
            }
        }
        return names;
    }

    static ContentModel of(Optional<Particle> content) {
        ContentModelBuilder builder = new ContentModelBuilder();
        Position start = builder.build(content);
        return new ContentModel(start, builder.positions());
    }

    /**
     * The name of an element that could be taken in two ways somewhere; empty for a content as XML Schema demands it. The walk takes the
     * first of two ways.
     */
    public Optional<String> ambiguity() {
        Optional<String> found = start.ambiguity(names);
        for (Position position : positions) {
            found = found.isPresent() ? found : position.ambiguity(names);
        }
        return found;
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
     * @param missing what should have come before the child; may be {@code withdrawn} by a later step
     * @param withdrawn what was said to be missing and is not, because it is this child
     */
    public record Step(
            Optional<Particle> particle,
            Optional<ElementDeclaration> declaration,
            List<Violation> violations,
            List<Violation> missing,
            Optional<Violation> withdrawn) {

        /** Copies the lists. */
        public Step {
            violations = List.copyOf(violations);
            missing = List.copyOf(missing);
        }

        /** Whether there is nothing to say. */
        public boolean isSound() {
            return violations.isEmpty() && missing.isEmpty() && withdrawn.isEmpty();
        }

        static Step taken(Particle particle) {
            return taken(particle, List.of(), List.of(), Optional.empty());
        }

        static Step wrong(Particle particle, Violation violation) {
            return taken(particle, List.of(violation), List.of(), Optional.empty());
        }

        static Step early(Particle particle, List<Violation> missing) {
            return taken(particle, List.of(), missing, Optional.empty());
        }

        static Step late(Particle particle, Optional<Violation> violation, Violation withdrawn) {
            return taken(particle, violation.stream().toList(), List.of(), Optional.of(withdrawn));
        }

        private static Step taken(
                Particle particle, List<Violation> violations, List<Violation> missing, Optional<Violation> withdrawn) {
            Optional<ElementDeclaration> declaration = particle instanceof Particle.Element element
                    ? Optional.of(element.declaration())
                    : Optional.empty();
            return new Step(Optional.of(particle), declaration, violations, missing, withdrawn);
        }

        static Step refused(Violation violation) {
            return new Step(Optional.empty(), Optional.empty(), List.of(violation), List.of(), Optional.empty());
        }
    }
}
