package org.tongwen.mappings.format.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.message.Node;

/**
 * Makes the elements of a message of a tree, in the order of their definition. Whether they are valid is for others to say.
 *
 * @param shape what an element is in the tree
 * @param findings takes fields that are no elements of the definition
 */
record TreeNodes(Shape shape, List<Finding> findings) {

    /**
     * The element for an object.
     *
     * @param elsewhere fields of the object that belong to another message
     */
    Node element(ElementDeclaration declaration, Tree object, Set<String> elsewhere) {
        Node node = new Node(declaration, object.place());
        Set<String> known = new HashSet<>(elsewhere);
        attributes(declaration, "", object, node, known);
        for (ElementDeclaration child : Shape.elements(declaration.type())) {
            known.add(child.name());
            Optional<Tree> field = object.field(child.name()).filter(tree -> tree.kind() != Tree.Kind.NULL);
            if (field.isPresent()) {
                children(child, field.get(), object, node, known);
            }
        }
        object.fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                findings.add(
                        Finding.error("xml.UnknownField", field.place(), declaration.name() + " has no field " + name)
                                .hint(Nearest.of(name, known)
                                        .map(near -> "did you mean " + near + "?")
                                        .orElse("")));
            }
        });
        return node;
    }

    private void children(ElementDeclaration child, Tree field, Tree object, Node node, Set<String> known) {
        if (shape.repeats(child) && field.kind() == Tree.Kind.LIST) {
            field.items().forEach(item -> node.add(repeated(child, item)));
        } else if (shape.repeats(child) || field.kind() == Tree.Kind.LIST) {
            structure(child, field, shape.repeats(child) ? "a list" : "no list");
        } else if (Shape.value(child.type()).isPresent()) {
            Node leaf = leaf(child, field);
            attributes(child, child.name(), object, leaf, known);
            node.add(leaf);
        } else {
            node.add(structured(child, field));
        }
    }

    private Node repeated(ElementDeclaration element, Tree item) {
        if (shape.isValueObject(element)) {
            Node leaf = leaf(element, item.field(Shape.VALUE).orElse(item));
            attributes(element, "", item, leaf, new HashSet<>());
            return leaf;
        }
        return Shape.value(element.type()).isPresent() ? leaf(element, item) : structured(element, item);
    }

    private Node structured(ElementDeclaration element, Tree field) {
        if (field.kind() != Tree.Kind.OBJECT) {
            structure(element, field, "an object with fields");
        }
        return element(element, field, Set.of());
    }

    private Node leaf(ElementDeclaration element, Tree field) {
        if (!field.isLeaf()) {
            structure(element, field, "a value");
        }
        return new Node(element, field.place()).text(field.value());
    }

    private void structure(ElementDeclaration element, Tree field, String wanted) {
        findings.add(Finding.error("xml.Structure", field.place(), element.name() + " must be " + wanted));
    }

    private static void attributes(
            ElementDeclaration declaration, String prefix, Tree from, Node node, Set<String> known) {
        for (AttributeDeclaration attribute : Shape.attributes(declaration.type())) {
            String name = prefix + "@" + attribute.name();
            known.add(name);
            from.field(name)
                    .filter(Tree::isLeaf)
                    .filter(tree -> tree.kind() != Tree.Kind.NULL)
                    .ifPresent(value -> node.attribute(attribute.name(), value.value()));
        }
    }
}
