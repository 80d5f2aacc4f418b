package org.tongwen.xsd.diff;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.outline.ElementPath;

/**
 * All changes between two definitions, or between the same element of both.
 *
 * @param before the older definition, or the wider
 * @param after the newer definition, or the narrower
 * @param types the types that changed, in the order in which the message first uses them
 */
public record Difference(MessageDefinition before, MessageDefinition after, List<TypeChange> types) {

    /** Copies the types. */
    public Difference {
        types = List.copyOf(types);
    }

    /** Compares two definitions from their roots. */
    public static Difference of(MessageDefinition before, MessageDefinition after) {
        return of(before, ElementPath.root(before), after, ElementPath.root(after));
    }

    /** Compares an element of each. */
    public static Difference of(
            MessageDefinition before, ElementPath elementBefore, MessageDefinition after, ElementPath elementAfter) {
        return new Difference(before, after, TypePairs.compare(elementBefore, elementAfter));
    }

    /** What all changes together do to the messages that are valid, the namespace apart. */
    public Effect effect() {
        return Effect.all(types.stream()
                .flatMap(type -> type.changes().stream())
                .map(Change::effect)
                .toList());
    }

    /** How many changes there are of each kind that occurs; one in a type that is used at many places counts once. */
    public Map<Change.Kind, Long> counts() {
        return types.stream()
                .flatMap(type -> type.changes().stream())
                .collect(Collectors.groupingBy(
                        Change::kind, () -> new EnumMap<>(Change.Kind.class), Collectors.counting()));
    }

    /** The counts in words, such as {@code 12 removed, 5 made mandatory}; {@code no difference} when there is nothing to count. */
    public String summary() {
        String counted = counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
        return counted.isEmpty() ? "no difference" : counted;
    }
}
