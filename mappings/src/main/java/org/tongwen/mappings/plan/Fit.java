package org.tongwen.mappings.plan;

import java.util.Optional;

/**
 * How well an ISO element fits what a part of a mapping writes: so a case is recognised on the way back by what it wrote.
 *
 * @param covered values that the part reads
 * @param asserted values among them that are equal to a constant or formula of the part
 */
record Fit(int covered, int asserted) implements Comparable<Fit> {

    static final Fit NOTHING = new Fit(0, 0);

    static Optional<Fit> of(int covered) {
        return Optional.of(new Fit(covered, 0));
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
