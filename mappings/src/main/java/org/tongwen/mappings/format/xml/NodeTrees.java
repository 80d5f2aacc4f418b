package org.tongwen.mappings.format.xml;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * Makes trees of the elements of a message. Nothing is left out: content that the definition does not name is in the tree too.
 *
 * @param shape what an element is in the tree
 * @param findings takes elements that come more often than the mapping expects
 */
record NodeTrees(Shape shape, List<Finding> findings) {

    /** An element that holds elements, as an object. */
    Tree object(Node node) {
        Tree object = Tree.object(node.origin());
        attributes(node, "", object);
        for (Node child : node.children()) {
            child(child, object);
        }
        if (node.isForeign() && !node.text().isEmpty()) {
            object.put(Shape.VALUE, leaf(node));
        }
        return object;
    }

    private void child(Node child, Tree into) {
        ElementDeclaration element = child.declaration();
        Tree tree = tree(child);
        if (shape.repeats(element)) {
            Tree list = into.field(child.name()).orElseGet(() -> Tree.list(child.origin()));
            into.put(child.name(), list.add(tree));
        } else {
            into.field(child.name()).ifPresent(before -> findings.add(tooMany(child)));
            into.put(child.name(), tree);
            if (tree.isLeaf()) {
                attributes(child, child.name(), into);
            }
        }
    }

    private static Finding tooMany(Node node) {
        return Finding.error(
                "xml.TooMany",
                node.place(),
                "there is more than one " + node.name() + ", but the mapping takes one only");
    }

    private Tree tree(Node node) {
        ElementDeclaration element = node.declaration();
        boolean isValue = node.isForeign()
                ? node.children().isEmpty() && node.attributes().isEmpty()
                : Shape.value(element.type()).isPresent();
        if (isValue && shape.isValueObject(element)) {
            Tree object = Tree.object(node.origin()).put(Shape.VALUE, leaf(node));
            attributes(node, "", object);
            return object;
        }
        return isValue ? leaf(node) : object(node);
    }

    private static void attributes(Node node, String prefix, Tree into) {
        for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
            into.put(prefix + "@" + attribute.getKey(), Tree.text(attribute.getValue(), node.origin()));
        }
    }

    private static Tree leaf(Node node) {
        return Shape.value(node.declaration().type())
                .map(type -> Tree.leaf(DefinitionFields.kind(type), type.normal(node.text()), node.origin()))
                .orElseGet(() -> Tree.text(node.text(), node.origin()));
    }
}
