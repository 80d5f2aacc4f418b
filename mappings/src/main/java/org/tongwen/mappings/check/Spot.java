package org.tongwen.mappings.check;

import java.util.Optional;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.SimpleType;

/**
 * Where a rule stands: in the message and in the source.
 *
 * @param element the ISO element
 * @param isoPath names from the root of the message to it
 * @param root the whole source
 * @param source the object that paths start from
 * @param sourcePath the path to that object
 */
record Spot(ElementDeclaration element, String isoPath, SourceField root, SourceField source, String sourcePath) {

    static Spot root(ElementDeclaration root, SourceField schema) {
        return new Spot(root, root.name(), schema, schema, "");
    }

    /** The same, at an element inside; empty when there is none of that name. */
    Optional<Spot> into(String name) {
        return element.type() instanceof ComplexType type
                ? type.element(name)
                        .map(child -> new Spot(child, isoPath + "/" + child.name(), root, source, sourcePath))
                : Optional.empty();
    }

    /** The same, at the one element that a root holds; empty when it holds none or several. */
    Optional<Spot> only() {
        return element.type() instanceof ComplexType type && type.elements().size() == 1
                ? into(type.elements().get(0).name())
                : Optional.empty();
    }

    /** What the schema says of a path; empty when it is no path, or names nothing. */
    Optional<SourceField> field(String path) {
        return SourcePath.parse(path).flatMap(known -> known.find(root, source));
    }

    /** The same element, with paths from an object. */
    Optional<Spot> at(String path) {
        return field(path).map(field -> from(path, field));
    }

    /** The same element, with paths from an item of a list. */
    Optional<Spot> each(String path) {
        if (path.equals(".") && source.kind() != Tree.Kind.LIST) {
            // The items of a group, which is seen as one of them.
            return Optional.of(this);
        }
        return field(path)
                .filter(field -> field.kind() == Tree.Kind.LIST)
                .flatMap(SourceField::items)
                .map(item -> from(path, item));
    }

    private Spot from(String path, SourceField field) {
        return new Spot(element, isoPath, root, field, absolute(path));
    }

    /** A path from the whole document. */
    String absolute(String path) {
        return SourcePath.parse(path).map(known -> known.absolute(sourcePath)).orElse(path);
    }

    /** The type of the element's text; empty when it holds elements. */
    Optional<SimpleType> valueType() {
        if (element.type() instanceof SimpleType simple) {
            return Optional.of(simple);
        }
        return element.type() instanceof ComplexType complex ? complex.value() : Optional.empty();
    }
}
