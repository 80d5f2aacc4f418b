package org.tongwen.xsd.sample;

import java.util.List;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;

/** Decides what grows where the definition leaves a choice. */
interface Plan {

    /**
     * How often a particle shall occur.
     *
     * @param spare how many elements may be added that need not be there
     * @return between the particle's least and greatest number
     */
    int times(Particle particle, int spare);

    /** Which of the branches of a choice is taken. */
    Particle branch(List<Particle> branches);

    /** The order in which the parts of a sequence ask for spare elements. */
    List<Particle> inOrderOfAsking(List<Particle> parts);

    /** An element was made. */
    void met(ElementDeclaration declaration);
}
