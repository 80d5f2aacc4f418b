package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.xsd.definition.ElementDeclaration;

/**
 * Where the compiler stands: in the message, in the source, in which cases of choices.
 *
 * @param element the ISO element
 * @param isoPath names from the root to it
 * @param source what the source schema says of the object that paths start from
 * @param sourcePath the path to that object
 * @param cases the cases around, as {@code choice#case}
 */
record Scope(ElementDeclaration element, String isoPath, SourceField source, String sourcePath, List<String> cases) {

    static Scope root(ElementDeclaration root, SourceField schema) {
        return new Scope(root, root.name(), schema, "", List.of());
    }

    Optional<ElementDeclaration> child(String name) {
        return PlanCompiler.elements(element).stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    Scope into(ElementDeclaration child) {
        return new Scope(child, isoPath + "/" + child.name(), source, sourcePath, cases);
    }

    Scope at(SourceField field, String path) {
        return new Scope(element, isoPath, field, path, cases);
    }

    Scope inCase(String name) {
        List<String> inner = new ArrayList<>(cases);
        inner.add(name);
        return new Scope(element, isoPath, source, sourcePath, List.copyOf(inner));
    }

    /** A hint that lists the fields that there are. */
    String knownFields() {
        return source.fields().isEmpty()
                ? ""
                : "it has " + String.join(", ", source.fields().keySet());
    }
}
