package org.tongwen.xsd.message;

import java.util.HashSet;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Looks whether the names and attributes of a document keep within the limits; beyond them the parser's own tables become slow. */
final class Markup {

    private final Limits limits;
    private final Set<String> names = new HashSet<>();

    Markup(Limits limits) {
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
            name(xml, String.valueOf(xml.getNamespacePrefix(i)));
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

    private static MessageReader.StopException tooMany(XMLStreamReader2 xml, String message) {
        Place place =
                Place.of(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), "");
        return new MessageReader.StopException(Finding.error("xsd.TooLarge", place, message));
    }
}
