package org.tongwen.xsd.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the automaton of a content model by Glushkov's construction; single elements count, groups that repeat are unrolled. Loops and
 * no lambdas, as in the reader of schemas: a starting process makes many models for its first message.
 */
final class ContentModelBuilder {

    private record Fragment(Set<Position> first, Set<Position> last, boolean nullable) {}

    private static final Fragment EMPTY = new Fragment(Set.of(), Set.of(), true);

    private final List<Position> positions = new ArrayList<>();

    Position build(Optional<Particle> content) {
        Fragment whole = content.isPresent() ? fragment(content.get()) : EMPTY;
        Position start = new Position(new Particle.Sequence(List.of(), 1, 1));
        start.follow.addAll(whole.first());
        start.last = whole.nullable();
        for (Position position : whole.last()) {
            position.last = true;
        }
        return start;
    }

    List<Position> positions() {
        return List.copyOf(positions);
    }

    private Fragment fragment(Particle particle) {
        return particle instanceof Particle.Sequence || particle instanceof Particle.Choice
                ? repeated(particle)
                : single(particle);
    }

    private Fragment single(Particle particle) {
        if (particle.max() == 0) {
            return EMPTY;
        }
        Position position = new Position(particle);
        positions.add(position);
        return new Fragment(Set.of(position), Set.of(position), particle.min() == 0);
    }

    private Fragment sequence(List<Particle> parts) {
        List<Fragment> fragments = new ArrayList<>();
        for (Particle part : parts) {
            fragments.add(fragment(part));
        }
        return joined(fragments);
    }

    private static Fragment joined(List<Fragment> parts) {
        Fragment joined = EMPTY;
        for (Fragment part : parts) {
            link(joined.last(), part.first());
            Set<Position> first = joined.nullable() ? union(joined.first(), part.first()) : joined.first();
            Set<Position> last = part.nullable() ? union(joined.last(), part.last()) : part.last();
            joined = new Fragment(first, last, joined.nullable() && part.nullable());
        }
        return joined;
    }

    /** A part that may not even occur once does not count: with it the choice could be left out. */
    private Fragment choice(List<Particle> parts) {
        Set<Position> first = Set.of();
        Set<Position> last = Set.of();
        boolean nullable = false;
        boolean any = false;
        for (Particle part : parts) {
            if (part.max() > 0) {
                Fragment one = fragment(part);
                first = union(first, one.first());
                last = union(last, one.last());
                nullable |= one.nullable();
                any = true;
            }
        }
        return new Fragment(first, last, nullable || !any);
    }

    private Fragment once(Particle group) {
        if (group instanceof Particle.Sequence sequence) {
            return sequence(sequence.parts());
        }
        return group instanceof Particle.Choice choice ? choice(choice.parts()) : single(group);
    }

    private Fragment repeated(Particle group) {
        if (group.max() == 0) {
            return EMPTY;
        }
        boolean unbounded = group.max() == Particle.UNBOUNDED;
        int copies = Math.max(1, unbounded ? group.min() : group.max());
        List<Fragment> parts = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            Fragment part = once(group);
            parts.add(new Fragment(part.first(), part.last(), part.nullable() || copy >= group.min()));
        }
        if (unbounded) {
            Fragment loop = parts.get(copies - 1);
            link(loop.last(), loop.first());
        }
        return joined(parts);
    }

    private static void link(Set<Position> from, Set<Position> to) {
        for (Position position : from) {
            position.follow.addAll(to);
        }
    }

    private static Set<Position> union(Set<Position> one, Set<Position> other) {
        Set<Position> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
