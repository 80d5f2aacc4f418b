package org.tongwen.xsd.sample;

import java.util.List;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;

/** Only what must be there, and the first branch of each choice. */
final class LeastPlan implements Plan {

    @Override
    public int times(Particle particle, int spare) {
        return particle.min();
    }

    @Override
    public Particle branch(List<Particle> branches) {
        return branches.get(0);
    }

    @Override
    public List<Particle> inOrderOfAsking(List<Particle> parts) {
        return parts;
    }

    @Override
    public void met(ElementDeclaration declaration) {
        // Nothing depends on it.
    }
}
