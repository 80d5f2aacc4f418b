package org.tongwen.xsd.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Writes messages as indented XML in UTF-8, each message's namespace as the default one. It refuses what the definition refuses. */
public final class MessageWriter {

    /** The element around header and document when there are both; the name that integrators of SWIFT know. */
    public static final String WRAPPER = "RequestPayload";

    private static final String XML = "{http://www.w3.org/XML/1998/namespace}";

    private MessageWriter() {}

    /** The message as XML, or the findings that stand against it. */
    public static Checked<byte[]> write(BusinessMessage message) {
        List<Finding> findings = message.parts()
                .flatMap(part -> MessageCheck.check(part).stream())
                .toList();
        return findings.isEmpty() ? Checked.of(xml(message), List.of()) : Checked.none(findings);
    }

    /**
     * The message as XML, unchecked: for trees that were checked before.
     *
     * @throws IllegalStateException when a text holds a character that XML cannot carry
     */
    public static byte[] xml(BusinessMessage message) {
        XmlText xml = new XmlText();
        document(message, xml, null);
        return xml.bytes();
    }

    /** Writes the message but for the elements of a gap, if there is one. */
    static void document(BusinessMessage message, XmlText xml, @Nullable Gap gap) {
        Optional<Message> header = message.header();
        if (header.isEmpty()) {
            part(message.document(), xml, 0, gap);
            return;
        }
        xml.line(0);
        xml.start(WRAPPER);
        part(header.get(), xml, 1, null);
        part(message.document(), xml, 1, gap);
        xml.line(0);
        xml.end(WRAPPER);
    }

    private static void part(Message part, XmlText xml, int depth, @Nullable Gap gap) {
        new Body(xml, part.definition().namespace(), gap).element(part.root(), "", depth);
    }

    /** Where elements are left out of what is written, to be written otherwise. */
    static final class Gap {

        private final Node around;
        private final ElementDeclaration left;

        /** The offset in the text at which they would stand; below 0 when there is none. */
        int offset = -1;

        /** How deep they stand. */
        int depth;

        /** The namespace of the element around them. */
        String namespace = "";

        Gap(Node around, ElementDeclaration left) {
            this.around = around;
            this.left = left;
        }

        boolean takes(Node node) {
            return node.declaration() == left && node.parent().orElse(null) == around;
        }
    }

    record Body(
            XmlText xml, String messageNamespace, @Nullable Gap gap) {

        void element(Node node, String around, int depth) {
            if (gap != null && gap.takes(node)) {
                gap.offset = xml.offset();
                gap.depth = depth;
                gap.namespace = around;
                return;
            }
            xml.line(depth);
            start(node, around);
            if (node.isLeaf()) {
                xml.text(node.text());
            } else {
                children(node, depth);
            }
            xml.end(node.name());
        }

        private void children(Node node, int depth) {
            List<Node> children = node.children();
            String namespace = namespace(node);
            if (isMixed(children)) {
                children.forEach(child -> mixed(child, namespace));
                return;
            }
            for (int i = 0; i < children.size(); i++) {
                element(children.get(i), namespace, depth + 1);
            }
            xml.line(depth);
        }

        private void mixed(Node node, String around) {
            if (isText(node)) {
                xml.text(node.text());
                return;
            }
            start(node, around);
            xml.text(node.text());
            node.children().forEach(child -> mixed(child, namespace(node)));
            xml.end(node.name());
        }

        private void start(Node node, String around) {
            String namespace = namespace(node);
            xml.start(node.name());
            if (!namespace.equals(around)) {
                xml.attribute("xmlns", namespace);
            }
            if (!node.isPlain()) {
                attributes(node.attributes());
            }
        }

        /** Attributes of a namespace get a prefix of their own. */
        private void attributes(Map<String, String> attributes) {
            int prefixes = 0;
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                String name = attribute.getKey();
                int end = name.indexOf('}');
                String namespace = name.substring(0, end + 1);
                prefixes += end < 0 ? 0 : 1;
                String prefix = end < 0 ? "" : namespace.equals(XML) ? "xml:" : "a" + prefixes + ":";
                if (prefix.startsWith("a")) {
                    xml.attribute("xmlns:a" + prefixes, namespace.substring(1, end));
                }
                xml.attribute(prefix + name.substring(end + 1), attribute.getValue());
            }
        }

        private String namespace(Node node) {
            return node.declaration().type() instanceof Foreign foreign ? foreign.namespace() : messageNamespace;
        }

        private static boolean isMixed(List<Node> children) {
            for (int i = 0; i < children.size(); i++) {
                if (isText(children.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isText(Node node) {
            return node.declaration().type() instanceof Foreign foreign && foreign.isText();
        }
    }
}
