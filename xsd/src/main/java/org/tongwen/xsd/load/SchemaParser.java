package org.tongwen.xsd.load;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.parse.MarkupLimits;
import org.tongwen.xsd.parse.UnreadableException;
import org.tongwen.xsd.parse.XmlReader;

/** Parses schema files that may be written in any way. A process that needs only our own catalogue never loads it. */
final class SchemaParser {

    private static final int MAX_DEPTH = 200;

    /** The largest official schema has a hundredth of it. */
    private static final long MAX_BYTES = 20_000_000;

    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_NAMES = 1_000;

    /** XML Schema itself has so many names of elements and attributes at most. */
    private static final int OWN_NAMES = 100;

    private SchemaParser() {}

    /**
     * Parses a schema file. Document type declarations are refused.
     *
     * @throws SchemaException when it is not well-formed or not an XML Schema
     */
    static SchemaFile parse(String name, InputStream bytes) {
        MarkupLimits markup = new MarkupLimits(MAX_ATTRIBUTES, MAX_NAME, MAX_NAMES);
        try {
            XmlReader xml = XmlReader.open(bytes, MAX_BYTES);
            try (xml) {
                return parse(name, xml, markup);
            } finally {
                xml.strangeNames(Math.max(0, markup.names() - OWN_NAMES));
            }
        } catch (UnreadableException e) {
            throw new SchemaException(e.finding().place().in(name), e.finding().message());
        }
    }

    private static SchemaFile parse(String name, XmlReader document, MarkupLimits markup) {
        XMLStreamReader xml = document.event();
        Map<String, String> prefixes = new HashMap<>();
        Deque<SchemaElement> open = new ArrayDeque<>();
        SchemaElement root = null;
        for (int event = document.next(); event != XMLStreamConstants.END_DOCUMENT; event = document.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                markup.element(document.event());
                markup.attributes(document.event());
                SchemaElement element = element(name, xml);
                if (root == null) {
                    readPrefixes(xml, prefixes);
                    root = element;
                } else if (SchemaFile.XML_SCHEMA.equals(xml.getNamespaceURI())
                        && !element.kind().equals("annotation")) {
                    open.element().children().add(element);
                }
                open.push(element);
                if (open.size() > MAX_DEPTH) {
                    throw new SchemaException(element.place(), "elements are nested more than " + MAX_DEPTH + " deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            }
        }
        return schema(name, Objects.requireNonNull(root), prefixes);
    }

    private static SchemaFile schema(String name, SchemaElement root, Map<String, String> prefixes) {
        if (!root.kind().equals("schema") || !prefixes.containsValue(SchemaFile.XML_SCHEMA)) {
            throw new SchemaException(root.place(), "the file is not an XML Schema");
        }
        Map<String, TypeSource> types = new LinkedHashMap<>();
        for (SchemaElement child : root.children()) {
            switch (child.kind()) {
                case "import", "redefine" -> throw child.unsupported("xs:" + child.kind());
                case "simpleType", "complexType" -> SchemaFile.putOnce(child, types);
                default -> {
                    // Looked at when it is needed.
                }
            }
        }
        return new SchemaFile(name, root, prefixes, types);
    }

    private static void readPrefixes(XMLStreamReader xml, Map<String, String> prefixes) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            prefixes.put(prefix == null ? "" : prefix, xml.getNamespaceURI(i));
        }
    }

    private static SchemaElement element(String name, XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            // Attributes of other namespaces are notes of the tool that wrote the schema.
            if (String.valueOf(xml.getAttributeNamespace(i)).isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        Place place = new Place(
                name, xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), "");
        return new SchemaElement(xml.getLocalName(), attributes, new ArrayList<>(), place);
    }
}
