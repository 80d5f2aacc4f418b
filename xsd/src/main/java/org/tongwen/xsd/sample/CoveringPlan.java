package org.tongwen.xsd.sample;

import java.util.BitSet;
import java.util.List;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;

/** Everything once as far as spare elements allow, and beyond that whatever leads to declarations not met so far. */
final class CoveringPlan implements Plan {

    private final Reach reach;
    private final BitSet wanted = new BitSet();

    CoveringPlan(Reach reach) {
        this.reach = reach;
        wanted.set(0, reach.declarations().size());
    }

    /** How many declarations were not met so far. */
    int missing() {
        return wanted.cardinality();
    }

    @Override
    public int times(Particle particle, int spare) {
        boolean grows = reach.leadsTo(particle, wanted) || reach.least(particle) <= spare;
        return particle.min() == 0 && particle.max() > 0 && grows ? 1 : particle.min();
    }

    @Override
    public Particle branch(List<Particle> branches) {
        return branches.stream()
                .filter(this::isNew)
                .findFirst()
                .or(() -> branches.stream()
                        .filter(branch -> reach.leadsTo(branch, wanted))
                        .findFirst())
                .orElse(branches.get(0));
    }

    private boolean isNew(Particle branch) {
        return branch instanceof Particle.Element element && wanted.get(reach.numberOf(element.declaration()));
    }

    @Override
    public List<Particle> inOrderOfAsking(List<Particle> parts) {
        return parts;
    }

    @Override
    public void met(ElementDeclaration declaration) {
        wanted.clear(reach.numberOf(declaration));
    }
}
