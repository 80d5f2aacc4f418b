package org.tongwen.xsd.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;

/** Optional parts, branches and repetitions as chance decides. */
final class RandomPlan implements Plan {

    private static final int MOST_REPETITIONS = 3;
    private static final int SOME_REPETITIONS = 12;

    private final RandomGenerator random;
    private final Reach reach;
    /** How likely an optional part is there. */
    private final double density;

    RandomPlan(RandomGenerator random, Reach reach) {
        this.random = random;
        this.reach = reach;
        this.density = random.nextDouble(0.05, 0.9);
    }

    @Override
    public int times(Particle particle, int spare) {
        int min = particle.min();
        int affordable = spare / Math.max(1, reach.least(particle));
        int more = (int) Math.min(particle.max() - (long) min, affordable);
        if (more <= 0 || random.nextDouble() >= density) {
            return min;
        }
        int usual = random.nextInt(10) == 0 ? SOME_REPETITIONS : MOST_REPETITIONS;
        return min + 1 + random.nextInt(Math.min(more, usual));
    }

    @Override
    public Particle branch(List<Particle> branches) {
        return branches.get(random.nextInt(branches.size()));
    }

    @Override
    public List<Particle> inOrderOfAsking(List<Particle> parts) {
        List<Particle> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }

    @Override
    public void met(ElementDeclaration declaration) {
        // Nothing depends on it.
    }
}
