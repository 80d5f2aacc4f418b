package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.xsd.definition.ElementDeclaration;

/**
 * Where the compiler stands: in the message, in the source, in which cases of choices.
 *
 * @param element the ISO element
 * @param parent the element around it; empty for a root
 * @param isoPath names from the root to it
 * @param source what the source schema says of the object that paths start from
 * @param sourcePath the path to that object
 * @param cases the cases around, as {@code choice#case}
 * @param group the group of items that paths start from, between {@code group-by} and its {@code each: .}
 */
record Scope(
        ElementDeclaration element,
        Optional<ElementDeclaration> parent,
        String isoPath,
        SourceField source,
        String sourcePath,
        List<String> cases,
        Optional<Grouping> group) {

    /**
     * A group of items.
     *
     * @param list the path to the list
     * @param keys the paths of the fields that all items of a group share
     */
    record Grouping(String list, Set<String> keys) {}

    static Scope root(ElementDeclaration root, SourceField schema) {
        return new Scope(root, Optional.empty(), root.name(), schema, "", List.of(), Optional.empty());
    }

    Optional<ElementDeclaration> child(String name) {
        return PlanCompiler.elements(element).stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    Scope into(ElementDeclaration child) {
        return new Scope(child, Optional.of(element), isoPath + "/" + child.name(), source, sourcePath, cases, group);
    }

    Scope at(SourceField field, String path) {
        return new Scope(element, parent, isoPath, field, path, cases, group);
    }

    /** An item of a list, or one of the items of a group. */
    Scope item(SourceField field, String path) {
        return new Scope(element, parent, isoPath, field, path, cases, Optional.empty());
    }

    /** A group of items. */
    Scope group(SourceField field, Grouping grouping) {
        return new Scope(element, parent, isoPath, field, grouping.list(), cases, Optional.of(grouping));
    }

    Scope inCase(String name) {
        List<String> inner = new ArrayList<>(cases);
        inner.add(name);
        return new Scope(element, parent, isoPath, source, sourcePath, List.copyOf(inner), group);
    }

    /** A hint that lists the fields that there are. */
    String knownFields() {
        return source.fields().isEmpty()
                ? ""
                : "it has " + String.join(", ", source.fields().keySet());
    }
}
