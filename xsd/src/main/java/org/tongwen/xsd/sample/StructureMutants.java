package org.tongwen.xsd.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * Breaks the order and number of an element's children. Only types that are one sequence or one choice of elements with names of their
 * own are broken, because there each change is certain to be a mistake; nearly all types of the standard are of that kind.
 */
final class StructureMutants {

    private static final int MOST_COPIES = 20;
    private static final String UNEXPECTED = "xsd.UnexpectedElement";

    private final Node node;
    private final ComplexType type;
    private final Mutants mutants;
    private final Map<ElementDeclaration, Particle> particles;

    private StructureMutants(Node node, ComplexType type, Mutants mutants, Particle content) {
        this.node = node;
        this.type = type;
        this.mutants = mutants;
        this.particles = Reach.parts(content).stream()
                .collect(Collectors.toMap(part -> ((Particle.Element) part).declaration(), part -> part));
    }

    static void add(Node node, ComplexType type, Mutants mutants) {
        type.content().filter(content -> isSimple(content, type)).ifPresent(content -> {
            StructureMutants structure = new StructureMutants(node, type, mutants, content);
            structure.insertions();
            node.children().forEach(structure::child);
            if (content instanceof Particle.Sequence) {
                structure.swaps();
            } else {
                structure.secondBranches(((Particle.Choice) content).parts());
            }
        });
    }

    private static boolean isSimple(Particle content, ComplexType type) {
        long names = type.elements().stream()
                .map(ElementDeclaration::name)
                .distinct()
                .count();
        return content.min() == 1
                && content.max() == 1
                && names == type.elements().size()
                && Reach.parts(content).stream().allMatch(Particle.Element.class::isInstance);
    }

    private void insertions() {
        mutants.add(
                Operator.ELEMENT_UNKNOWN,
                node,
                "an unknown element as first child",
                Optional.of(UNEXPECTED),
                markup -> markup.element(node, node.attributes(), "<Unknown>1</Unknown>" + markup.content(node)));
        mutants.add(
                Operator.TEXT_BETWEEN_ELEMENTS,
                node,
                "text before the first child",
                Optional.of("xsd.UnexpectedText"),
                markup -> markup.element(node, node.attributes(), "x" + markup.content(node)));
    }

    private void child(Node child) {
        Particle particle = particles.get(child.declaration());
        int count = node.children(child.declaration()).size();
        boolean onlyBranch = type.isChoice() && node.children().size() == 1 && needsBranch();
        if (particle == null) {
            return;
        }
        if (type.isChoice() ? onlyBranch : count == particle.min()) {
            delete(child);
        }
        if (particle.max() < MOST_COPIES && child == last(node.children(child.declaration()))) {
            repeat(child, particle.max() - count + 1);
        }
        foreign(child);
        if (particle.min() == 0 && !type.isChoice()) {
            move(child);
        }
    }

    private boolean needsBranch() {
        return particles.values().stream().allMatch(branch -> branch.min() > 0);
    }

    private void delete(Node child) {
        boolean certain = node.children(child.declaration()).size() == 1;
        mutants.add(
                Operator.MANDATORY_ELEMENT_DELETED,
                child,
                "left out",
                certain ? Optional.of("xsd.MissingElement") : Optional.empty(),
                markup -> "");
    }

    private void repeat(Node child, int more) {
        mutants.add(
                Operator.ELEMENT_TOO_OFTEN,
                child,
                more + " more than allowed",
                Optional.of("xsd.TooMany"),
                markup -> markup.element(child).repeat(more + 1));
    }

    private void foreign(Node child) {
        mutants.add(Operator.NAMESPACE_FOREIGN, child, "in another namespace", Optional.of(UNEXPECTED), markup -> {
            String own = "<" + child.name();
            String xml = markup.element(child);
            return own + " xmlns=\"urn:tongwen:foreign\"" + xml.substring(own.length());
        });
    }

    /** Out of its parent, behind it, where the grandparent has no element of that name. */
    private void move(Node child) {
        Optional<ComplexType> above = node.parent()
                .map(parent -> parent.declaration().type())
                .filter(ComplexType.class::isInstance)
                .map(ComplexType.class::cast)
                .filter(parent -> isSimple(parent.content().orElseThrow(), parent))
                .filter(parent -> parent.element(child.name()).isEmpty());
        if (above.isPresent()) {
            mutants.add(
                    Operator.ELEMENT_MOVED,
                    node,
                    child.name() + " stands behind its parent",
                    Optional.of(UNEXPECTED),
                    markup -> markup.element(node, node.attributes(), without(child, markup)) + markup.element(child));
        }
    }

    private String without(Node child, Markup markup) {
        return node.children().stream()
                .filter(other -> other != child)
                .map(markup::element)
                .collect(Collectors.joining());
    }

    private void swaps() {
        List<Node> children = node.children();
        for (int i = 1; i < children.size(); i++) {
            Node one = children.get(i - 1);
            Node other = children.get(i);
            if (one.declaration() != other.declaration()) {
                mutants.addTwo(
                        Operator.SIBLINGS_SWAPPED,
                        one,
                        other,
                        "changed places with " + other.name(),
                        (markup, place) -> markup.element(place == one ? other : one));
            }
        }
    }

    private void secondBranches(List<Particle> branches) {
        Node first = node.children().get(0);
        for (Particle branch : branches) {
            ElementDeclaration other = ((Particle.Element) branch).declaration();
            if (other != first.declaration()) {
                mutants.add(
                        Operator.SECOND_BRANCH,
                        node,
                        other.name() + " beside " + first.name(),
                        Optional.of(UNEXPECTED),
                        markup -> markup.element(node, node.attributes(), markup.content(node) + grown(other)));
            }
        }
    }

    /** The smallest element of a declaration. */
    private String grown(ElementDeclaration declaration) {
        Growth growth =
                new Growth(new Reach(declaration), new LeastPlan(), new Values(new Random(1), true), refused -> {});
        Message message = new Message(mutants.message().definition(), growth.grow(declaration, 0));
        String namespace = " xmlns=\"" + message.definition().namespace() + "\"";
        return new Markup(message, Writing.PLAIN, Map.of()).document().replace(namespace, "");
    }

    private static Node last(List<Node> nodes) {
        return nodes.get(nodes.size() - 1);
    }
}
