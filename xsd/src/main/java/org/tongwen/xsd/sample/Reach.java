package org.tongwen.xsd.sample;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.Type;

/** What the types of a message lead to: how many elements each needs at least, and which declarations can be met inside. */
final class Reach {

    /** More elements than any message can have: the least of a type that only ends when another does. */
    private static final int ENDLESS = 1_000_000;

    private final Map<ElementDeclaration, Integer> numbers = new IdentityHashMap<>();
    private final Set<ComplexType> types = new LinkedHashSet<>();
    private final Map<Type, Integer> least = new IdentityHashMap<>();
    private final Map<Type, BitSet> inside = new IdentityHashMap<>();

    Reach(ElementDeclaration root) {
        number(root);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ComplexType type : types) {
                changed |= refine(type);
            }
        }
    }

    private void number(ElementDeclaration declaration) {
        if (numbers.putIfAbsent(declaration, numbers.size()) == null
                && declaration.type() instanceof ComplexType type
                && types.add(type)) {
            type.elements().forEach(this::number);
        }
    }

    private boolean refine(ComplexType type) {
        int size = type.content().map(this::leastOfAll).orElse(0);
        BitSet met = new BitSet();
        for (ElementDeclaration element : type.elements()) {
            met.set(numberOf(element));
            met.or(inside(element.type()));
        }
        boolean changed = size != leastInside(type) || !met.equals(inside(type));
        least.put(type, size);
        inside.put(type, met);
        return changed;
    }

    /** All declarations of the message. */
    Set<ElementDeclaration> declarations() {
        return numbers.keySet();
    }

    int numberOf(ElementDeclaration declaration) {
        return numbers.getOrDefault(declaration, -1);
    }

    /** Least number of elements of one occurrence. */
    int least(Particle particle) {
        if (particle instanceof Particle.Element element) {
            return cut(1L + leastInside(element.declaration().type()));
        }
        if (particle instanceof Particle.Sequence sequence) {
            return cut(sequence.parts().stream().mapToLong(this::leastOfAll).sum());
        }
        if (particle instanceof Particle.Choice choice) {
            return choice.parts().stream().mapToInt(this::leastOfAll).min().orElse(0);
        }
        return 1;
    }

    /** Whether one of the wanted declarations is met in the particle. */
    boolean leadsTo(Particle particle, BitSet wanted) {
        if (particle instanceof Particle.Element element) {
            return wanted.get(numberOf(element.declaration()))
                    || inside(element.declaration().type()).intersects(wanted);
        }
        return parts(particle).stream().anyMatch(part -> leadsTo(part, wanted));
    }

    static List<Particle> parts(Particle particle) {
        if (particle instanceof Particle.Sequence sequence) {
            return sequence.parts();
        }
        return particle instanceof Particle.Choice choice ? choice.parts() : List.of();
    }

    private int leastOfAll(Particle particle) {
        return cut((long) particle.min() * least(particle));
    }

    private int leastInside(Type type) {
        return type instanceof ComplexType ? least.getOrDefault(type, ENDLESS) : 0;
    }

    private BitSet inside(Type type) {
        return inside.getOrDefault(type, new BitSet());
    }

    private static int cut(long number) {
        return (int) Math.min(ENDLESS, number);
    }
}
