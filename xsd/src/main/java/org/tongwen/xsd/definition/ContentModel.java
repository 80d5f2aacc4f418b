package org.tongwen.xsd.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order and number of the elements of one complex type, as an automaton: one state for each element particle, which counts its own
 * repetitions, and for each state the states that may follow. XML Schema demands that every step is decided by the next name alone.
 */
public final class ContentModel {

    /** An element or wildcard of the content: a state of the automaton. */
    static final class Position {
        final Particle particle;
        final Set<Position> follow = new LinkedHashSet<>();
        boolean last;

        Position(Particle particle) {
            this.particle = particle;
        }

        boolean names(String name) {
            return particle instanceof Particle.Element element
                    && element.declaration().name().equals(name);
        }

        boolean takes(String namespace, String name, String target) {
            return particle instanceof Particle.Wildcard wildcard
                    ? wildcard.admits(namespace, target)
                    : namespace.equals(target) && names(name);
        }

        String shown() {
            return particle instanceof Particle.Element element
                    ? element.declaration().name()
                    : "any element";
        }
    }

    private final Position start;
    private final List<Position> positions;

    private ContentModel(Position start, List<Position> positions) {
        this.start = start;
        this.positions = positions;
    }

    static ContentModel of(Optional<Particle> content) {
        ContentModelBuilder builder = new ContentModelBuilder();
        Position start = builder.build(content);
        return new ContentModel(start, builder.positions());
    }

    /** A new walk through the content of one element. */
    public Walk walk(String targetNamespace) {
        return new Walk(targetNamespace);
    }

    /**
     * What came of offering the next child.
     *
     * @param particle the particle that takes the child; empty when none can
     * @param violation what is wrong with the child's being here, if anything
     */
    public record Step(Optional<Particle> particle, Optional<Violation> violation) {}

    /** One walk through the content, child after child. After a child that does not fit it goes on as sensibly as it can. */
    public final class Walk {

        private final String target;
        private Position at = start;
        private int count;

        private Walk(String target) {
            this.target = target;
        }

        /** Offers the next child. */
        public Step next(String namespace, String name) {
            Position found = find(namespace, name);
            return found == null ? recover(namespace, name) : enter(found);
        }

        /** Says what is still missing when no more children come. */
        public Optional<Violation> end() {
            if (isComplete() && at.last) {
                return Optional.empty();
            }
            return Optional.of(missing(""));
        }

        /** Names of what may come next, in the definition's order. */
        public List<String> expected() {
            return expectedPositions().stream().map(Position::shown).distinct().toList();
        }

        private Step enter(Position found) {
            boolean again = found == at && count < at.particle.max();
            count = again ? count + 1 : 1;
            at = found;
            return new Step(Optional.of(found.particle), Optional.empty());
        }

        private @Nullable Position find(String namespace, String name) {
            for (Position position : expectedPositions()) {
                if (position.takes(namespace, name, target)) {
                    return position;
                }
            }
            return null;
        }

        private List<Position> expectedPositions() {
            List<Position> expected = new ArrayList<>();
            if (at != start && count < at.particle.max()) {
                expected.add(at);
            }
            if (isComplete()) {
                expected.addAll(at.follow);
            }
            return expected;
        }

        private boolean isComplete() {
            return at == start || count >= at.particle.min();
        }

        private Step recover(String namespace, String name) {
            Optional<Position> known = positions.stream()
                    .filter(position -> namespace.equals(target) && position.names(name))
                    .findFirst();
            if (known.isEmpty()) {
                return new Step(Optional.empty(), Optional.of(unexpected(name, "is not known here")));
            }
            if (at != start && at == known.get() && count >= at.particle.max()) {
                String limit = name + " may occur at most " + times(at.particle.max());
                return new Step(Optional.of(at.particle), Optional.of(new Violation("xsd.TooMany", limit, name)));
            }
            Optional<Position> later = ahead(name);
            if (later.isPresent()) {
                Violation missing = missing(" before " + name);
                return new Step(enter(later.get()).particle(), Optional.of(missing));
            }
            return new Step(Optional.of(known.get().particle), Optional.of(unexpected(name, "may not stand here")));
        }

        /** The nearest position of that name behind mandatory ones that were left out. */
        private Optional<Position> ahead(String name) {
            Set<Position> seen = new LinkedHashSet<>(at.follow);
            List<Position> queue = new ArrayList<>(seen);
            for (int i = 0; i < queue.size(); i++) {
                Position position = queue.get(i);
                if (position.names(name)) {
                    return Optional.of(position);
                }
                position.follow.stream().filter(seen::add).forEach(queue::add);
            }
            return Optional.empty();
        }

        private Violation unexpected(String name, String what) {
            List<String> names = expected();
            String allowed = names.isEmpty() ? "nothing more is allowed" : "allowed: " + listed(names);
            return new Violation("xsd.UnexpectedElement", name + " " + what + "; " + allowed, name);
        }

        /** Names what must come: of the expected elements those that may not be left out. */
        private Violation missing(String where) {
            List<String> names = expectedPositions().stream()
                    .filter(position -> position.particle.min() > 0)
                    .map(Position::shown)
                    .distinct()
                    .toList();
            boolean one = names.size() == 1;
            String subject = one ? names.get(0) : "one of " + listed(names);
            return new Violation("xsd.MissingElement", subject + " is missing" + where, one ? names.get(0) : "");
        }
    }

    private static String listed(List<String> names) {
        int shown = 8;
        String first = names.stream().limit(shown).collect(Collectors.joining(", "));
        return names.size() <= shown ? first : first + " and " + (names.size() - shown) + " more";
    }

    private static String times(int max) {
        return max == 1 ? "once" : max + " times";
    }
}
