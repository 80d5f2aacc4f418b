package org.tongwen.rules.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Type;

/** The elements that a message can have, and which of them can stand in which. */
final class MessageElements {

    /**
     * An element as a type declares it.
     *
     * @param in the type that declares it; empty for the outermost element
     */
    record Spot(ElementDeclaration element, Optional<ComplexType> in) {}

    /**
     * A name that leads nowhere.
     *
     * @param name the name
     * @param known the names that would be known there
     */
    record Unknown(String name, Set<String> known) {
        /** Copies the names. */
        Unknown {
            known = new TreeSet<>(known);
        }
    }

    private static final String DOCUMENT = "Document";

    private final Spot outermost;
    private final Map<String, List<Spot>> byName = new HashMap<>();
    private final Map<Type, List<Spot>> byType = new IdentityHashMap<>();

    private MessageElements(MessageDefinition message) {
        this.outermost = new Spot(message.root(), Optional.empty());
        Deque<Spot> open = new ArrayDeque<>(List.of(outermost));
        while (!open.isEmpty()) {
            Spot spot = open.remove();
            byName.computeIfAbsent(spot.element().name(), name -> new ArrayList<>())
                    .add(spot);
            List<Spot> like = byType.computeIfAbsent(spot.element().type(), type -> new ArrayList<>());
            like.add(spot);
            if (like.size() == 1) {
                children(spot).forEach(open::add);
            }
        }
    }

    static MessageElements of(MessageDefinition message) {
        return new MessageElements(message);
    }

    Set<String> names() {
        return byName.keySet();
    }

    private static Stream<Spot> children(Spot spot) {
        return spot.element().type() instanceof ComplexType type
                ? type.elements().stream().map(child -> new Spot(child, Optional.of(type)))
                : Stream.empty();
    }

    /** What stands at the ends of paths; all elements without children for any. */
    List<Spot> at(Ending ending) {
        if (ending.isAnyText()) {
            return byName.values().stream()
                    .flatMap(List::stream)
                    .filter(spot -> children(spot).findAny().isEmpty())
                    .toList();
        }
        List<Spot> found = byName.getOrDefault(ending.names().get(0), List.of());
        for (String name : ending.names().subList(1, ending.names().size())) {
            found = step(found, name);
        }
        return found;
    }

    private List<Spot> step(List<Spot> from, String name) {
        if (name.equals(Subject.AROUND)) {
            return from.stream()
                    .flatMap(spot -> spot.in().stream())
                    .distinct()
                    .flatMap(type -> byType.getOrDefault(type, List.of()).stream())
                    .toList();
        }
        return from.stream()
                .flatMap(MessageElements::children)
                .filter(child ->
                        name.equals(Subject.ANY) || child.element().name().equals(name))
                .distinct()
                .toList();
    }

    /** The outermost element of a header, or the one element in that of a document. */
    private List<Spot> tops() {
        return outermost.element().name().equals(DOCUMENT) ? children(outermost).toList() : List.of(outermost);
    }

    /** What a path meets first that is not there, from the whole message on; empty when it leads somewhere. */
    Optional<Unknown> unknownOfWhole(Path path) {
        if (path.steps().isEmpty()) {
            return Optional.empty();
        }
        String first = path.steps().get(0).name();
        List<Spot> found = tops().stream()
                .filter(top -> first.equals(Subject.ANY) || top.element().name().equals(first))
                .toList();
        return found.isEmpty() ? Optional.of(unknown(first, tops())) : unknown(found, path, 1);
    }

    /** The same from some elements on. */
    Optional<Unknown> unknown(List<Spot> from, Path path) {
        return unknown(from, path, 0);
    }

    private Optional<Unknown> unknown(List<Spot> from, Path path, int begin) {
        List<Spot> at = from;
        for (Path.Step step : path.steps().subList(begin, path.steps().size())) {
            List<Spot> next = step(at, step.name());
            if (next.isEmpty()) {
                return Optional.of(unknown(step.name(), childrenOf(at)));
            }
            if (step.pick().isPresent()
                    && step.pick().get() instanceof Path.Having having
                    && step(next, having.field()).isEmpty()) {
                return Optional.of(unknown(having.field(), childrenOf(next)));
            }
            at = next;
        }
        List<Spot> end = at;
        return path.attribute()
                .filter(attribute -> end.stream().noneMatch(spot -> has(spot, attribute)))
                .map(attribute -> new Unknown(attribute, attributesOf(end)));
    }

    private static Set<String> attributesOf(List<Spot> spots) {
        Set<String> names = new TreeSet<>();
        for (Spot spot : spots) {
            if (spot.element().type() instanceof ComplexType type) {
                type.attributes().forEach(attribute -> names.add(attribute.name()));
            }
        }
        return names;
    }

    private static List<Spot> childrenOf(List<Spot> spots) {
        return spots.stream().flatMap(MessageElements::children).toList();
    }

    private static Unknown unknown(String name, List<Spot> known) {
        Set<String> names = new TreeSet<>();
        known.forEach(spot -> names.add(spot.element().name()));
        return new Unknown(name, names);
    }

    private static boolean has(Spot spot, String attribute) {
        return spot.element().type() instanceof ComplexType type
                && type.attribute(attribute).isPresent();
    }
}
