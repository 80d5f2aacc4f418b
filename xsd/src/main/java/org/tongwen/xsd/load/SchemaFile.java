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
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tongwen.xsd.finding.Place;

/** One schema file, parsed but not yet understood. */
record SchemaFile(String name, SchemaElement schema, Map<String, String> prefixes) {

    static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private static final int MAX_DEPTH = 200;

    private static final InputFactoryImpl FACTORY = factory();

    /** The file's global components of one kind, by name. */
    Map<String, SchemaElement> components(String kind) {
        return schema.children(kind)
                .collect(Collectors.toMap(
                        element -> element.required("name"),
                        element -> element,
                        (first, second) -> {
                            throw new SchemaException(
                                    second.place(), second.required("name") + " is defined twice in this file");
                        },
                        LinkedHashMap::new));
    }

    /** Locations of the files it includes, as written. */
    List<String> includes() {
        return schema.children("include")
                .map(include -> include.required("schemaLocation").strip())
                .toList();
    }

    Optional<String> targetNamespace() {
        return schema.attribute("targetNamespace");
    }

    /** Whether the qualified name means something of XML Schema itself, such as {@code xs:string}. */
    boolean isBuiltIn(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        String prefix = colon < 0 ? "" : qualifiedName.substring(0, colon);
        return XML_SCHEMA.equals(prefixes.get(prefix));
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
     * @throws SchemaException when it cannot be read
     */
    static SchemaFile open(String name, Opener opener) {
        try (InputStream bytes = opener.open(name)) {
            return parse(name, bytes);
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
        for (String kind : List.of("import", "redefine")) {
            root.child(kind).ifPresent(element -> {
                throw new SchemaException(element.place(), "xs:" + kind + " is not supported in a message definition");
            });
        }
        return new SchemaFile(name, root, prefixes);
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
