package org.tongwen.mappings.plan;

import java.util.Optional;

/**
 * How well an ISO element fits what a part of a mapping writes: so a case is recognised on the way back by what it wrote.
 *
 * @param covered weight of the values that the part reads: two for one that it carries or knows, one for one that may be its own
 * @param asserted values among them that are equal to a constant or formula of the part
 */
record Fit(int covered, int asserted) implements Comparable<Fit> {

    static final Fit NOTHING = new Fit(0, 0);

    /** Values that are carried back. */
    static Optional<Fit> carried(int values) {
        return Optional.of(new Fit(2 * values, 0));
    }

    /** A value that is what a constant or formula gives. */
    static Optional<Fit> agreed() {
        return Optional.of(new Fit(2, 1));
    }

    /** A value that a formula may have given: weaker than one that is carried back. */
    static Optional<Fit> possible() {
        return Optional.of(new Fit(1, 0));
    }

    /** The larger of two; the first of equal ones. */
    static Optional<Fit> better(Optional<Fit> one, Optional<Fit> other) {
        return other.isEmpty() || (one.isPresent() && one.get().compareTo(other.get()) >= 0) ? one : other;
    }

    Fit plus(Fit other) {
        return new Fit(covered + other.covered, asserted + other.asserted);
    }

    @Override
    public int compareTo(Fit other) {
        return covered != other.covered
                ? Integer.compare(covered, other.covered)
                : Integer.compare(asserted, other.asserted);
    }
}
