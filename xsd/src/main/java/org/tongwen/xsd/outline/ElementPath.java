package org.tongwen.xsd.outline;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * An element of a message that somebody asked for by its path.
 *
 * @param path from the root, such as {@code /Document/FIToFICstmrCdtTrf/GrpHdr}
 * @param element the element with its occurrence there
 */
public record ElementPath(String path, Particle.Element element) {

    /** The root of a message. */
    public static ElementPath root(MessageDefinition message) {
        return new ElementPath("/" + message.root().name(), new Particle.Element(message.root(), 1, 1));
    }

    /**
     * Finds an element. The path may start with the root, below it, or below the only element of the root, and with or without a
     * slash; an empty path means the root. A name that is not known is the finding {@code xsd.UnknownPath}.
     */
    public static Checked<ElementPath> find(MessageDefinition message, String path) {
        List<String> names =
                Stream.of(path.split("/")).filter(name -> !name.isEmpty()).toList();
        ElementPath root = root(message);
        if (names.isEmpty()) {
            return Checked.of(root, List.of());
        }
        boolean full = names.get(0).equals(message.root().name());
        return full
                ? root.descend(names.subList(1, names.size()))
                : root.start(names.get(0)).descend(names);
    }

    /** Where a path starts that leaves out the root. */
    private ElementPath start(String first) {
        List<String> below = children().map(child -> child.declaration().name()).toList();
        return below.size() != 1 || below.contains(first)
                ? this
                : step(below.get(0)).orElse(this);
    }

    private Checked<ElementPath> descend(List<String> names) {
        ElementPath at = this;
        for (String name : names) {
            Optional<ElementPath> next = at.step(name);
            if (next.isEmpty()) {
                return Checked.none(at.unknown(name));
            }
            at = next.get();
        }
        return Checked.of(at, List.of());
    }

    private Optional<ElementPath> step(String name) {
        return children()
                .filter(child -> child.declaration().name().equals(name))
                .findFirst()
                .map(this::to);
    }

    private ElementPath to(Particle.Element child) {
        return new ElementPath(path + "/" + child.declaration().name(), child);
    }

    /** The element of that name that is the fewest levels further down; each type is searched once. */
    private Optional<ElementPath> below(String name) {
        Set<Type> searched = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<ElementPath> waiting = new ArrayDeque<>(List.of(this));
        while (!waiting.isEmpty()) {
            ElementPath at = waiting.remove();
            if (searched.add(at.element.declaration().type())) {
                Optional<ElementPath> found = at.step(name);
                if (found.isPresent()) {
                    return found;
                }
                at.children().map(at::to).forEach(waiting::add);
            }
        }
        return Optional.empty();
    }

    private Finding unknown(String name) {
        List<String> known =
                children().map(child -> child.declaration().name()).distinct().toList();
        String what = path + " has no element '" + name + "'";
        Optional<String> deeper = below(name).map(found -> found.path.substring(path.length() + 1));
        if (deeper.isPresent()) {
            return Finding.error("xsd.UnknownPath", Place.of(path), what + "; did you mean '" + deeper.get() + "'?");
        }
        String instead = known.isEmpty() ? "; it holds no elements" : Nearest.hint(name, known);
        String all = instead.isEmpty() ? "; it has " + String.join(", ", known) : instead;
        return Finding.error("xsd.UnknownPath", Place.of(path), what + all);
    }

    private Stream<Particle.Element> children() {
        ElementDeclaration declaration = element.declaration();
        return declaration.type() instanceof ComplexType type
                ? type.content().stream().flatMap(ElementPath::elements)
                : Stream.empty();
    }

    private static Stream<Particle.Element> elements(Particle particle) {
        if (particle instanceof Particle.Element element) {
            return Stream.of(element);
        }
        if (particle instanceof Particle.Sequence sequence) {
            return sequence.parts().stream().flatMap(ElementPath::elements);
        }
        return particle instanceof Particle.Choice choice
                ? choice.parts().stream().flatMap(ElementPath::elements)
                : Stream.empty();
    }
}
