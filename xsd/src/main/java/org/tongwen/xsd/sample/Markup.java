package org.tongwen.xsd.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** Writes a message without any check, so that some of its elements can be written wrongly. */
final class Markup {

    private static final String NO_NAMESPACE_YET = "none";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final Message message;
    private final Writing writing;
    private final Map<Node, String> replaced;

    /**
     * A way to write a message.
     *
     * @param replaced elements, by identity, that are written as is said here
     */
    Markup(Message message, Writing writing, Map<Node, String> replaced) {
        this.message = message;
        this.writing = writing;
        this.replaced = replaced;
    }

    String document() {
        StringBuilder xml = new StringBuilder();
        append(message.root(), NO_NAMESPACE_YET, xml);
        return xml.toString();
    }

    /** The element as it stands inside the message. */
    String element(Node node) {
        return element(node, node.attributes(), content(node));
    }

    /** The element with other attributes or other content. */
    String element(Node node, Map<String, String> attributes, String content) {
        StringBuilder xml = new StringBuilder();
        start(node, attributes, around(node), xml);
        return xml.append(content).append(end(node)).toString();
    }

    /** What stands between the tags. */
    String content(Node node) {
        StringBuilder xml = new StringBuilder();
        content(node, xml);
        return xml.toString();
    }

    /** The text as a value. */
    String value(String text) {
        return switch (writing) {
            case CDATA -> text.isEmpty() ? "" : "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
            case REFERENCES -> text.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining());
            case COMMENTED -> commented(text);
            default -> escaped(text);
        };
    }

    private void append(Node node, String around, StringBuilder xml) {
        String other = replaced.get(node);
        if (other != null) {
            xml.append(other);
        } else if (node.declaration().type() instanceof Foreign foreign && foreign.isText()) {
            xml.append(value(node.text()));
        } else {
            start(node, node.attributes(), around, xml);
            content(node, xml);
            xml.append(end(node));
        }
    }

    private void content(Node node, StringBuilder xml) {
        boolean elements = !node.children().isEmpty() && !node.isForeign();
        if (node.children().isEmpty()) {
            xml.append(value(node.text()));
        }
        for (Node child : node.children()) {
            xml.append(elements ? between() : "");
            append(child, defaultIn(node), xml);
        }
        xml.append(elements ? between() : "");
    }

    private String between() {
        return switch (writing) {
            case INDENTED -> "\r\n\t ";
            case COMMENTED -> "<!-- <a>&b; --><?target data?>";
            default -> "";
        };
    }

    private void start(Node node, Map<String, String> attributes, String around, StringBuilder xml) {
        List<String> written = new ArrayList<>();
        if (node.parent().isEmpty()) {
            written.add(declared(
                    isPrefixed() ? "xmlns:p" : "xmlns", message.definition().namespace()));
            if (writing == Writing.ATTRIBUTES_REVERSED) {
                written.add(declared("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"));
                written.add(declared("xsi:schemaLocation", message.definition().namespace() + " message.xsd"));
            }
        } else if (node.isForeign() && !namespace(node).equals(around)) {
            written.add(declared("xmlns", namespace(node)));
        }
        attributes.forEach((name, value) -> attribute(name, value, written));
        if (writing == Writing.ATTRIBUTES_REVERSED) {
            Collections.reverse(written);
        }
        xml.append('<').append(name(node));
        written.forEach(attribute -> xml.append(' ').append(attribute));
        xml.append('>');
    }

    private void attribute(String name, String value, List<String> written) {
        int end = name.indexOf('}');
        if (end < 0) {
            written.add(declared(name, value));
            return;
        }
        String namespace = name.substring(1, end);
        String prefix = namespace.equals(XML) ? "xml" : "a" + written.size();
        if (!namespace.equals(XML)) {
            written.add(declared("xmlns:" + prefix, namespace));
        }
        written.add(declared(prefix + ":" + name.substring(end + 1), value));
    }

    private String declared(String name, String value) {
        char quote = writing == Writing.ATTRIBUTES_REVERSED ? '\'' : '"';
        String text = escaped(value)
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
        return name + "=" + quote + text + quote;
    }

    private String end(Node node) {
        return "</" + name(node) + ">";
    }

    private String name(Node node) {
        return isPrefixed() && !node.isForeign() ? "p:" + node.name() : node.name();
    }

    private boolean isPrefixed() {
        return writing == Writing.PREFIXED;
    }

    /** The default namespace around an element. */
    private String around(Node node) {
        return node.parent().map(this::defaultIn).orElse(NO_NAMESPACE_YET);
    }

    /** The default namespace inside an element. */
    private String defaultIn(Node node) {
        return node.isForeign()
                ? namespace(node)
                : isPrefixed() ? "" : message.definition().namespace();
    }

    private String namespace(Node node) {
        return node.declaration().type() instanceof Foreign foreign
                ? foreign.namespace()
                : message.definition().namespace();
    }

    private static String commented(String text) {
        int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        String comment = "<!-- a comment --><?target?>";
        return comment + escaped(text.substring(0, middle)) + comment + escaped(text.substring(middle)) + comment;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
