package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/** The source as XPath sees it, as far as its schema knows it: a field is an element of its name, a list as many elements of the field's name as it has items. */
final class TreeDocument {

    private final Map<Tree, XdmNode> nodes = new IdentityHashMap<>();

    private TreeDocument() {}

    /** The element of each object and value of the document that the tree belongs to. */
    static Map<Tree, XdmNode> build(Tree tree, SourceField schema, Processor processor) throws SaxonApiException {
        Tree root = tree;
        for (Optional<Tree> above = root.parent(); above.isPresent(); above = root.parent()) {
            root = above.get();
        }
        TreeDocument document = new TreeDocument();
        try {
            BuildingStreamWriter writer = processor.newDocumentBuilder().newBuildingStreamWriter();
            writer.writeStartDocument();
            for (Map.Entry<String, Tree> field : root.fields().entrySet()) {
                Optional<SourceField> known = schema.field(field.getKey());
                if (known.isPresent()) {
                    write(field.getKey(), field.getValue(), known.get(), writer);
                }
            }
            writer.writeEndDocument();
            document.link(root, schema, writer.getDocumentNode());
        } catch (XMLStreamException e) {
            throw new SaxonApiException("the source cannot be shown to a formula", e);
        }
        return document.nodes;
    }

    private static void write(String name, Tree tree, SourceField schema, BuildingStreamWriter writer)
            throws XMLStreamException {
        if (tree.kind() == Tree.Kind.LIST) {
            for (Tree item : tree.items()) {
                write(name, item, schema.items().orElse(schema), writer);
            }
            return;
        }
        if (tree.kind() == Tree.Kind.NULL) {
            return;
        }
        writer.writeStartElement(xmlName(name));
        for (Map.Entry<String, Tree> field : tree.fields().entrySet()) {
            Optional<SourceField> known = schema.field(field.getKey());
            if (known.isPresent()) {
                write(field.getKey(), field.getValue(), known.get(), writer);
            }
        }
        writer.writeCharacters(tree.value());
        writer.writeEndElement();
    }

    /** What an XML name cannot hold is written as {@code _xHHHH_}. */
    private static String xmlName(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits =
                    Character.isLetter(c) || c == '_' || (i > 0 && (Character.isDigit(c) || c == '-' || c == '.'));
            safe.append(fits ? String.valueOf(c) : String.format("_x%04X_", (int) c));
        }
        return safe.isEmpty() ? "_" : safe.toString();
    }

    private void link(Tree tree, SourceField schema, XdmNode node) {
        nodes.put(tree, node);
        Iterator<XdmNode> children = children(node);
        tree.fields()
                .forEach((name, field) -> schema.field(name).ifPresent(known -> linkField(field, known, children)));
    }

    private void linkField(Tree field, SourceField schema, Iterator<XdmNode> children) {
        if (field.kind() == Tree.Kind.LIST) {
            field.items().forEach(item -> linkField(item, schema.items().orElse(schema), children));
        } else if (field.kind() != Tree.Kind.NULL) {
            link(field, schema, children.next());
        }
    }

    private static Iterator<XdmNode> children(XdmNode node) {
        return elements(node).iterator();
    }

    private static List<XdmNode> elements(XdmNode node) {
        List<XdmNode> elements = new ArrayList<>();
        Iterator<? extends XdmItem> items = node.axisIterator(Axis.CHILD);
        while (items.hasNext()) {
            if (items.next() instanceof XdmNode child && child.getNodeKind() == XdmNodeKind.ELEMENT) {
                elements.add(child);
            }
        }
        return elements;
    }
}
