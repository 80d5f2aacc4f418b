package org.tongwen.xsd.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element or wildcard of a content model: a state of its automaton. */
final class Position {

    final Particle particle;
    final Set<Position> follow = new LinkedHashSet<>();

    /** What a walk answers when it takes this position without complaint; made once. */
    final ContentModel.Step taken;

    /** Whether the content may end here. */
    boolean last;

    int symbol = NameTable.NONE;
    private @Nullable Position[] bySymbol = {};
    private List<Position> wildcards = List.of();

    Position(Particle particle) {
        this.particle = particle;
        this.taken = ContentModel.Step.taken(particle);
    }

    /** Works out the table of what follows; the automaton is complete. */
    void seal(NameTable names) {
        symbol = particle instanceof Particle.Element ? names.number(shown()) : NameTable.NONE;
        bySymbol = new Position[names.size()];
        wildcards = new ArrayList<>();
        for (Position next : follow) {
            if (next.particle instanceof Particle.Wildcard) {
                wildcards.add(next);
            } else {
                putFirst(names.number(next.shown()), next);
            }
        }
    }

    /** Of the copies of a group that repeats the first is the next. */
    private void putFirst(int number, Position next) {
        if (bySymbol[number] == null) {
            bySymbol[number] = next;
        }
    }

    /** The name of an element that could be taken in two ways here, which XML Schema forbids; empty when there is none. */
    Optional<String> ambiguity(NameTable names) {
        boolean mayGoOn = particle.max() > particle.min();
        for (Position next : follow) {
            if (next.particle instanceof Particle.Element) {
                Position first = bySymbol[names.number(next.shown())];
                boolean otherwise = first != null && first.particle != next.particle;
                boolean itself = mayGoOn && names(next.shown()) && next.particle != particle;
                if (otherwise || itself) {
                    return Optional.of(next.shown());
                }
            }
        }
        return Optional.empty();
    }

    /** The element of that number that may follow. */
    @Nullable
    Position next(int number) {
        return bySymbol[number];
    }

    /** The wildcard that may follow and takes elements of that namespace. */
    @Nullable
    Position wildcard(String namespace, String target) {
        for (Position next : wildcards) {
            if (next.admits(namespace, target)) {
                return next;
            }
        }
        return null;
    }

    boolean admits(String namespace, String target) {
        return particle instanceof Particle.Wildcard wildcard && wildcard.admits(namespace, target);
    }

    boolean names(String name) {
        return particle instanceof Particle.Element && shown().equals(name);
    }

    boolean isMandatory() {
        return particle.min() > 0;
    }

    String shown() {
        return particle instanceof Particle.Element element
                ? element.declaration().name()
                : "any element";
    }
}
