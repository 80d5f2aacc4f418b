package org.tongwen.xsd.load;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tongwen.xsd.finding.Place;

/**
 * One schema file, parsed but not yet understood.
 *
 * @param name by which others include it
 * @param schema its outermost element
 * @param prefixes namespaces by prefix
 * @param types its global types by name
 */
record SchemaFile(String name, SchemaElement schema, Map<String, String> prefixes, Map<String, TypeSource> types) {

    static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private static final int MAX_DEPTH = 200;

    private static final InputFactoryImpl FACTORY = factory();

    /** The file's global elements, by name. */
    Map<String, SchemaElement> elements() {
        Map<String, SchemaElement> elements = new LinkedHashMap<>();
        for (SchemaElement element : schema.children("element")) {
            putOnce(element, elements);
        }
        return elements;
    }

    /** Locations of the files it includes, as written. */
    List<String> includes() {
        List<String> locations = new ArrayList<>();
        for (SchemaElement include : schema.children("include")) {
            locations.add(include.required("schemaLocation").strip());
        }
        return locations;
    }

    private static void putOnce(SchemaElement element, Map<String, ? super SchemaElement> components) {
        if (components.put(element.required("name"), element) != null) {
            throw new SchemaException(element.place(), element.required("name") + " is defined twice in this file");
        }
    }

    Optional<String> targetNamespace() {
        return schema.attribute("targetNamespace");
    }

    /** Whether the qualified name means something of XML Schema itself, such as {@code xs:string}. */
    boolean isBuiltIn(String qualifiedName) {
        return XML_SCHEMA.equals(prefixes.get(prefix(qualifiedName)));
    }

    /** Whether the prefix of a qualified name stands for another namespace than the file's own. */
    boolean isForeign(String qualifiedName) {
        String namespace = prefixes.getOrDefault(prefix(qualifiedName), "");
        return !namespace.isEmpty() && !namespace.equals(targetNamespace().orElse(""));
    }

    private static String prefix(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        return colon < 0 ? "" : qualifiedName.substring(0, colon);
    }

    static String local(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.indexOf(':') + 1);
    }

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

    /**
     * Parses the schema file behind an opener.
     *
     * @param cut whether it has the layout of our catalogue, so that its types can be parsed later
     * @throws SchemaException when it cannot be read
     */
    static SchemaFile open(String name, Opener opener, boolean cut) {
        try (InputStream bytes = opener.open(name)) {
            return cut ? SchemaCut.file(name, bytes.readAllBytes()) : parse(name, bytes);
        } catch (IOException e) {
            throw new SchemaException(new Place(name, 0, 0, ""), "the file cannot be read: " + e.getMessage());
        }
    }

    /** Finds a schema file by its name. */
    interface Opener {
        InputStream open(String name) throws IOException;
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
                } else if (XML_SCHEMA.equals(xml.getNamespaceURI())
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
        if (!root.kind().equals("schema") || !prefixes.containsValue(XML_SCHEMA)) {
            throw new SchemaException(root.place(), "the file is not an XML Schema");
        }
        Map<String, TypeSource> types = new LinkedHashMap<>();
        for (SchemaElement child : root.children()) {
            switch (child.kind()) {
                case "import", "redefine" -> throw child.unsupported("xs:" + child.kind());
                case "simpleType", "complexType" -> putOnce(child, types);
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
