package org.tongwen.xsd.load;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tongwen.xsd.finding.Place;

/** Parses schema files that may be written in any way. A process that needs only our own catalogue never loads it. */
final class SchemaParser {

    private static final int MAX_DEPTH = 200;

    private static final InputFactoryImpl FACTORY = factory();

    private SchemaParser() {}

    /**
     * Parses a schema file. Document type declarations are refused.
     *
     * @throws SchemaException when it is not well-formed or not an XML Schema
     */
    static SchemaFile parse(String name, InputStream bytes) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(bytes);
            SchemaFile file = parse(name, xml);
            xml.close();
            return file;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new SchemaException(new Place(name, line, 0, ""), "the file is not well-formed XML");
        }
    }

    private static SchemaFile parse(String name, XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> prefixes = new HashMap<>();
        Deque<SchemaElement> open = new ArrayDeque<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                SchemaElement element = element(name, xml);
                if (open.isEmpty()) {
                    readPrefixes(xml, prefixes);
                } else if (SchemaFile.XML_SCHEMA.equals(xml.getNamespaceURI())
                        && !element.kind().equals("annotation")) {
                    open.element().children().add(element);
                }
                open.push(element);
                if (open.size() > MAX_DEPTH) {
                    throw new SchemaException(element.place(), "elements are nested more than " + MAX_DEPTH + " deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                SchemaElement closed = open.pop();
                if (open.isEmpty()) {
                    return schema(name, closed, prefixes);
                }
            } else if (event == XMLStreamConstants.DTD) {
                throw new SchemaException(new Place(name, 1, 0, ""), "a document type declaration is not allowed");
            }
        }
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

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(javax.xml.stream.XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
