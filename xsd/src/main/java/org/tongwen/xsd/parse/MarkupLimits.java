package org.tongwen.xsd.parse;

import java.util.HashSet;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Looks whether the names and attributes of a document keep within limits; beyond them the parser's own tables become slow. */
public final class MarkupLimits {

    private final int maxAttributes;
    private final int maxName;
    private final int maxNames;
    private final Set<String> names = new HashSet<>();

    /**
     * Sets the limits for one document.
     *
     * @param maxAttributes attributes of one element, and as many namespaces that it declares
     * @param maxName characters of a name
     * @param maxNames different names of all those that are looked at
     */
    public MarkupLimits(int maxAttributes, int maxName, int maxNames) {
        this.maxAttributes = maxAttributes;
        this.maxName = maxName;
        this.maxNames = maxNames;
    }

    /**
     * Looks at the attributes and namespaces of an element.
     *
     * @throws UnreadableException {@code xsd.TooLarge} beyond the limits
     */
    public void attributes(XMLStreamReader2 xml) {
        int attributes = xml.getAttributeCount();
        int namespaces = xml.getNamespaceCount();
        if (attributes > maxAttributes || namespaces > maxAttributes) {
            throw tooMany(xml, "an element has more than " + maxAttributes + " attributes");
        }
        for (int i = 0; i < attributes; i++) {
            name(xml, xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < namespaces; i++) {
            namespace(xml, xml.getNamespacePrefix(i), xml.getNamespaceURI(i));
        }
    }

    /** Only the default namespace may be taken back; the parser lets that pass for prefixes too. */
    private void namespace(XMLStreamReader2 xml, @Nullable String prefix, @Nullable String uri) {
        if (prefix != null && !prefix.isEmpty()) {
            name(xml, "", prefix);
            if (uri == null || uri.isEmpty()) {
                throw new UnreadableException(
                        XmlReader.notWellFormed(place(xml), "the prefix " + prefix + " has no namespace"));
            }
        }
    }

    /**
     * Looks at the name of an element, which need not be one that is bound to come, such as those of a definition.
     *
     * @throws UnreadableException {@code xsd.TooLarge} beyond the limits
     */
    public void element(XMLStreamReader2 xml) {
        name(xml, xml.getPrefix(), xml.getLocalName());
    }

    /** How many names were looked at, those that came again not counted. */
    public int names() {
        return names.size();
    }

    /** The parser keeps a name once for each prefix. */
    private void name(XMLStreamReader2 xml, @Nullable String prefix, String local) {
        String name = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
        if (name.length() > maxName) {
            throw tooMany(xml, "a name is longer than " + maxName + " characters");
        }
        if (names.add(name) && names.size() > maxNames) {
            throw tooMany(xml, "the document has more than " + maxNames + " unknown names");
        }
    }

    private static UnreadableException tooMany(XMLStreamReader2 xml, String message) {
        return new UnreadableException(Finding.error("xsd.TooLarge", place(xml), message));
    }

    private static Place place(XMLStreamReader2 xml) {
        return Place.of(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), "");
    }
}
