package org.tongwen.conformance.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.outline.ElementPath;

/** What paths can name at a step of a conversation: all that was named before it. */
final class Scope {

    private static final String HEADER = "AppHdr";

    private final MessageDefinition header;
    private final Map<String, Known> names;

    Scope(MessageDefinition header, Map<String, Known> names) {
        this.header = header;
        this.names = new LinkedHashMap<>(names);
    }

    void add(String name, Known known) {
        names.put(name, known);
    }

    Optional<Known> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    Map<String, Known> names() {
        return names;
    }

    /** What is wrong with the places of a value. */
    List<Finding> check(Value value, Place place) {
        return value.pieces().stream()
                .filter(Piece.At.class::isInstance)
                .map(piece -> ((Piece.At) piece).path())
                .flatMap(path -> check(path, new Known.Leaf(), place).stream())
                .toList();
    }

    /**
     * What is wrong with a path.
     *
     * @param asked of what it is asked when it does not start at the root
     */
    Optional<Finding> check(Path path, Known asked, Place place) {
        List<Path.Step> steps = plain(path.steps());
        if (!path.fromRoot()) {
            return below(asked, steps, path, place);
        }
        if (steps.isEmpty()) {
            return Optional.of(wrong(place, "a path from the root starts with the name of something", path));
        }
        String first = steps.get(0).name();
        Optional<Known> known = find(first);
        return known.isPresent()
                ? below(known.get(), steps.subList(1, steps.size()), path, place)
                : Optional.of(wrong(
                        place, "nothing is called " + first + " here" + Nearest.hint(first, names.keySet()), path));
    }

    private Optional<Finding> below(Known known, List<Path.Step> steps, Path path, Place place) {
        if (known instanceof Known.OfMessage message) {
            return inMessage(message.definition(), steps, path, place);
        } else if (known instanceof Known.Open) {
            return Optional.empty();
        } else if (steps.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Known> inner = known instanceof Known.Tree tree ? tree.names() : Map.of();
        String name = steps.get(0).name();
        Known next = inner.get(name);
        return next == null
                ? Optional.of(wrong(place, "there is no " + name + Nearest.hint(name, inner.keySet()), path))
                : below(next, steps.subList(1, steps.size()), path, place);
    }

    private Optional<Finding> inMessage(MessageDefinition definition, List<Path.Step> steps, Path path, Place place) {
        boolean inHeader = !steps.isEmpty() && steps.get(0).name().equals(HEADER);
        String names = steps.stream().map(Path.Step::name).collect(Collectors.joining("/"));
        Checked<ElementPath> element = ElementPath.find(inHeader ? header : definition, names);
        if (element.value().isEmpty()) {
            return Optional.of(wrong(place, element.findings().get(0).message(), path));
        }
        return path.attribute()
                .filter(name -> !hasAttribute(element.value().get(), name))
                .map(name -> wrong(place, "the element has no attribute " + name, path));
    }

    private static boolean hasAttribute(ElementPath element, String name) {
        return element.element().declaration().type() instanceof ComplexType type
                && type.attribute(name).isPresent();
    }

    /** With the steps up taken back. */
    private static List<Path.Step> plain(List<Path.Step> steps) {
        Deque<Path.Step> plain = new ArrayDeque<>();
        for (Path.Step step : steps) {
            if (step.name().equals(Subject.AROUND)) {
                plain.pollLast();
            } else {
                plain.addLast(step);
            }
        }
        return List.copyOf(plain);
    }

    private static Finding wrong(Place place, String message, Path path) {
        return Finding.error("conformance.WrongPath", place, message).value(path.toString());
    }
}
