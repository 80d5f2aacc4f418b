package org.tongwen.mappings.sample;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes XML in one way: an element a line, attributes by name, a namespace where it changes. */
final class XmlLines {

    private static final XMLInputFactory FACTORY = factory();

    private final List<Line> lines = new ArrayList<>();
    private final List<String> namespaces = new ArrayList<>(List.of(""));
    private final StringBuilder text = new StringBuilder();
    private String open = "";
    private int openLine;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    List<Line> read(byte[] document) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                default -> {
                    // Comments and instructions mean nothing.
                }
            }
        }
        return lines;
    }

    private void start(XMLStreamReader reader) {
        flush();
        String namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        boolean same = namespace.equals(namespaces.get(namespaces.size() - 1));
        open = "<" + reader.getLocalName() + (same ? "" : " xmlns=\"" + namespace + "\"") + attributes(reader) + ">";
        openLine = reader.getLocation().getLineNumber();
        namespaces.add(namespace);
    }

    private static String attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace =
                    Optional.ofNullable(reader.getAttributeNamespace(i)).orElse("");
            String head = namespace.isEmpty() ? "" : "{" + namespace + "}";
            attributes.put(head + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder written = new StringBuilder();
        attributes.forEach((name, value) ->
                written.append(' ').append(name).append("=\"").append(value).append('"'));
        return written.toString();
    }

    private void end(XMLStreamReader reader) {
        namespaces.remove(namespaces.size() - 1);
        String close = "</" + reader.getLocalName() + ">";
        if (open.isEmpty()) {
            flush();
            line(close, reader.getLocation().getLineNumber());
        } else {
            line(open + text + close, openLine);
            open = "";
            text.setLength(0);
        }
    }

    /** The element that is open holds others. */
    private void flush() {
        if (!open.isEmpty()) {
            int depth = namespaces.size() - 2;
            lines.add(new Line("  ".repeat(depth) + open, openLine));
            open = "";
        }
        if (!text.toString().isBlank()) {
            line(text.toString().strip(), openLine);
        }
        text.setLength(0);
    }

    private void line(String content, int number) {
        lines.add(new Line("  ".repeat(namespaces.size() - 1) + content, number));
    }
}
