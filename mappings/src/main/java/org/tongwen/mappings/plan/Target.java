package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Placed;
import org.tongwen.xsd.message.Node;

/**
 * A place at an ISO element where a codec writes.
 *
 * @param key the place in the codec's terms, such as {@code Othr/Id}, {@code @Ccy}, {@code AdrLine[2]} or {@code ../AddtlInf}
 * @param beside whether the way starts from the element around
 * @param steps the elements on the way; none for the element itself
 * @param attribute the attribute, for a place such as {@code @Ccy}
 */
record Target(String key, boolean beside, List<Step> steps, Optional<String> attribute) {

    /**
     * An element on the way.
     *
     * @param element the element
     * @param position which of several, from 1
     */
    record Step(ElementDeclaration element, int position) {}

    /** The element itself. */
    static final Target SELF = new Target("", false, List.of(), Optional.empty());

    private static final String UP = "../";
    private static final Pattern STEP = Pattern.compile("([^/\\[]+)(?:\\[(\\d{1,2})\\])?");

    static boolean isBeside(String key) {
        return key.startsWith(UP);
    }

    /** The place of that key, if the types of the element or of its parent have it. */
    static Optional<Target> find(String key, ElementDeclaration element, Optional<ElementDeclaration> parent) {
        if (key.isEmpty()) {
            return Optional.of(SELF);
        }
        if (key.startsWith("@")) {
            String attribute = key.substring(1);
            return element.type() instanceof ComplexType type
                            && type.attribute(attribute).isPresent()
                    ? Optional.of(new Target(key, false, List.of(), Optional.of(attribute)))
                    : Optional.empty();
        }
        boolean beside = isBeside(key);
        Optional<ElementDeclaration> start = beside ? parent : Optional.of(element);
        return start.flatMap(from -> steps(beside ? key.substring(UP.length()) : key, from))
                .map(steps -> new Target(key, beside, steps, Optional.empty()));
    }

    private static Optional<List<Step>> steps(String path, ElementDeclaration start) {
        List<Step> steps = new ArrayList<>();
        ElementDeclaration at = start;
        for (String text : path.split("/")) {
            Matcher step = STEP.matcher(text);
            Optional<ElementDeclaration> next = step.matches()
                    ? PlanCompiler.elements(at).stream()
                            .filter(child -> child.name().equals(step.group(1)))
                            .findFirst()
                    : Optional.empty();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
            steps.add(new Step(at, step.group(2) == null ? 1 : Integer.parseInt(step.group(2))));
        }
        return Optional.of(List.copyOf(steps));
    }

    /** Puts a text here. The element must have its parent; nodes on the way are made. */
    void set(Node element, String value, Placed origin) {
        Node node = beside ? element.parent().orElse(element) : element;
        for (Step step : steps) {
            List<Node> known = node.children(step.element());
            boolean isThere = known.size() >= step.position();
            Node next = isThere ? known.get(step.position() - 1) : new Node(step.element(), origin);
            if (!isThere) {
                node.add(next);
            }
            node = next;
        }
        if (attribute.isPresent()) {
            node.attribute(attribute.get(), value);
        } else {
            node.text(value);
        }
    }

    /** The text here; empty when the element or attribute is not there. */
    Optional<String> get(Node element) {
        Optional<Node> node = node(element);
        return attribute.isPresent()
                ? node.flatMap(found -> found.attribute(attribute.get()))
                : node.filter(found -> found.children().isEmpty()).map(Target::text);
    }

    /** The text as its type's white space rule leaves it: blanks around a number or date mean nothing. */
    static String text(Node node) {
        String text = node.text();
        boolean blanks = !text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)));
        return blanks
                ? LeafCompiler.valueType(node.declaration())
                        .map(type -> type.normal(text))
                        .orElse(text)
                : text;
    }

    private static boolean isBlank(char character) {
        return character <= ' ';
    }

    void markRead(Node element, Run run) {
        node(element).ifPresent(node -> {
            if (attribute.isPresent()) {
                run.read(node, attribute.get());
            } else {
                run.read(node);
            }
        });
    }

    private Optional<Node> node(Node element) {
        Optional<Node> start = beside ? element.parent() : Optional.of(element);
        if (start.isEmpty()) {
            return start;
        }
        Node node = start.get();
        for (Step step : steps) {
            List<Node> found = node.children(step.element());
            if (found.size() < step.position()) {
                return Optional.empty();
            }
            node = found.get(step.position() - 1);
        }
        return Optional.of(node);
    }
}
