package org.tongwen.mappings.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.xsd.definition.ElementDeclaration;

/** The elements of a message by their names, wherever they stand. A type that holds itself is gone into once. */
final class NamedElements {

    private final Map<String, List<ElementDeclaration>> byName = new HashMap<>();

    private NamedElements() {}

    static NamedElements below(List<ElementDeclaration> roots) {
        NamedElements found = new NamedElements();
        Set<Object> types = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<ElementDeclaration> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            ElementDeclaration element = open.pop();
            found.byName
                    .computeIfAbsent(element.name(), name -> new ArrayList<>())
                    .add(element);
            if (types.add(element.type())) {
                PlanCompiler.elements(element).forEach(open::push);
            }
        }
        return found;
    }

    /** Whether somewhere there are elements of these names, each inside the one before. */
    boolean has(List<String> names) {
        List<ElementDeclaration> at = byName.getOrDefault(names.get(0), List.of());
        for (String name : names.subList(1, names.size())) {
            at = at.stream()
                    .flatMap(element -> PlanCompiler.elements(element).stream())
                    .filter(element -> element.name().equals(name))
                    .toList();
        }
        return !at.isEmpty();
    }
}
