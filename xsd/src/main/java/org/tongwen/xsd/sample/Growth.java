package org.tongwen.xsd.sample;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/** Grows the tree of one message. Elements that need not be there are paid from a number of spare ones, divided among the branches. */
final class Growth {

    /** Deeper than this only what must be there grows: definitions may refer to themselves. */
    private static final int DEEP = 30;

    private final Reach reach;
    private final Plan plan;
    private final Values values;
    private final ForeignContent foreign;
    private final Consumer<Refusal> refused;

    Growth(Reach reach, Plan plan, Values values, Consumer<Refusal> refused) {
        this.reach = reach;
        this.plan = plan;
        this.values = values;
        this.foreign = new ForeignContent(values);
        this.refused = refused;
    }

    Node grow(ElementDeclaration declaration, int spare) {
        return element(declaration, spare, 0);
    }

    private Node element(ElementDeclaration declaration, int spare, int depth) {
        plan.met(declaration);
        Node node = new Node(declaration, Place.NOWHERE);
        Type type = declaration.type();
        if (type instanceof SimpleType simple) {
            text(node, simple);
        } else if (type instanceof ComplexType complex) {
            complex.attributes().forEach(attribute -> attribute(node, attribute));
            complex.value().ifPresent(value -> text(node, value));
            complex.content().ifPresent(content -> repeated(node, content, content.min(), spare, depth));
        }
        return node;
    }

    private void attribute(Node node, AttributeDeclaration attribute) {
        if (attribute.required() || values.chance()) {
            Optional<String> name = Optional.of(attribute.name());
            Consumer<String> wrong = text -> refused.accept(new Refusal(node, name, text));
            node.attribute(attribute.name(), values.draw(attribute.type(), wrong));
        }
    }

    private void text(Node node, SimpleType type) {
        node.text(values.draw(type, text -> refused.accept(new Refusal(node, Optional.empty(), text))));
    }

    private void repeated(Node node, Particle particle, int times, int spare, int depth) {
        for (int i = 0; i < times; i++) {
            once(node, particle, spare / times, depth);
        }
    }

    private void once(Node node, Particle particle, int spare, int depth) {
        if (particle instanceof Particle.Element element) {
            node.add(element(element.declaration(), spare, depth + 1));
        } else if (particle instanceof Particle.Sequence sequence) {
            sequence(node, sequence.parts(), spare, depth);
        } else if (particle instanceof Particle.Choice choice) {
            Particle branch = branch(choice.parts(), depth);
            int times = depth < DEEP ? plan.times(branch, spare) : branch.min();
            repeated(node, branch, Math.max(times, Math.min(1, branch.max())), spare, depth);
        } else if (particle instanceof Particle.Wildcard wildcard) {
            node.add(foreign.element(wildcard));
        }
    }

    private Particle branch(List<Particle> branches, int depth) {
        return depth < DEEP
                ? plan.branch(branches)
                : branches.stream().min(Comparator.comparingInt(reach::least)).orElseThrow();
    }

    private void sequence(Node node, List<Particle> parts, int spare, int depth) {
        Map<Particle, Integer> times = new IdentityHashMap<>();
        int left = spare;
        int growing = 0;
        for (Particle part : plan.inOrderOfAsking(parts)) {
            int count = depth < DEEP ? plan.times(part, left) : part.min();
            left = Math.max(0, left - (count - part.min()) * reach.least(part));
            growing += count > 0 && isStructure(part) ? count : 0;
            times.put(part, count);
        }
        int share = left / Math.max(1, growing);
        for (Particle part : parts) {
            int count = times.getOrDefault(part, 0);
            repeated(node, part, count, share * count, depth);
        }
    }

    private static boolean isStructure(Particle particle) {
        return !(particle instanceof Particle.Element element)
                || (element.declaration().type() instanceof ComplexType type
                        && type.content().isPresent());
    }
}
