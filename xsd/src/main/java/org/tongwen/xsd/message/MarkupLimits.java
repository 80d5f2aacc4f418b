package org.tongwen.xsd.message;

import java.util.HashSet;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.parse.UnreadableException;

/** Looks whether the names and attributes of a document keep within the limits; beyond them the parser's own tables become slow. */
final class MarkupLimits {

    private final Limits limits;
    private final Set<String> names = new HashSet<>();

    MarkupLimits(Limits limits) {
        this.limits = limits;
    }

    /** Looks at the attributes and namespaces of an element. */
    void attributes(XMLStreamReader2 xml) {
        int attributes = xml.getAttributeCount();
        int namespaces = xml.getNamespaceCount();
        if (attributes > limits.maxAttributes() || namespaces > limits.maxAttributes()) {
            throw tooMany(xml, "an element has more than " + limits.maxAttributes() + " attributes");
        }
        for (int i = 0; i < attributes; i++) {
            name(xml, xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < namespaces; i++) {
            namespace(xml, xml.getNamespacePrefix(i), xml.getNamespaceURI(i));
        }
    }

    /** Only the default namespace may be taken back; the parser lets that pass for prefixes too. */
    private void namespace(XMLStreamReader2 xml, @Nullable String prefix, @Nullable String uri) {
        if (prefix != null && !prefix.isEmpty()) {
            name(xml, prefix);
            if (uri == null || uri.isEmpty()) {
                String message = "the document is not well-formed XML: the prefix " + prefix + " has no namespace";
                throw new UnreadableException(Finding.error("xsd.NotWellFormed", place(xml), message));
            }
        }
    }

    /** Looks at a name that the definition does not know. */
    void name(XMLStreamReader2 xml, String name) {
        if (name.length() > limits.maxName()) {
            throw tooMany(xml, "a name is longer than " + limits.maxName() + " characters");
        }
        if (names.add(name) && names.size() > limits.maxNames()) {
            throw tooMany(xml, "the document has more than " + limits.maxNames() + " unknown names");
        }
    }

    private static UnreadableException tooMany(XMLStreamReader2 xml, String message) {
        return new UnreadableException(Finding.error("xsd.TooLarge", place(xml), message));
    }

    private static Place place(XMLStreamReader2 xml) {
        return Place.of(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), "");
    }
}
