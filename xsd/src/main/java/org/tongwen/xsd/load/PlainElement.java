package org.tongwen.xsd.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongwen.xsd.finding.Place;

/**
 * Reads an element of our own catalogue, which is written in the plainest XML: elements of XML Schema only, one blank before each
 * attribute, values in double quotes, no references, no comments. Only these files are read so. The XML parser reads the same from them,
 * as a test shows, but its classes and first steps cost a starting process more than the types of a message do.
 */
final class PlainElement {

    private final byte[] bytes;
    private final Place place;
    private final Map<String, String> prefixes = new HashMap<>();
    private int at;

    /**
     * Starts at a tag.
     *
     * @param bytes ASCII that ends in a tag, so that no name, value or row of blanks goes on to the end
     * @param at where the tag starts, blanks before it allowed
     */
    PlainElement(String document, byte[] bytes, int at) {
        this.bytes = bytes;
        this.place = new Place(document, 0, 0, "");
        this.at = at;
    }

    /** Namespaces by prefix, as the elements read so far declare them. */
    Map<String, String> prefixes() {
        return prefixes;
    }

    /** The element with all that is in it. */
    SchemaElement read() {
        skipBlanks();
        expect("<xs:");
        SchemaElement element = new SchemaElement(name(), new LinkedHashMap<>(), new ArrayList<>(), place);
        while (skip(" ")) {
            readAttribute(element);
        }
        if (!skip("/>")) {
            expect(">");
            readChildren(element);
        }
        return element;
    }

    private void readAttribute(SchemaElement element) {
        String name = name();
        expect("=\"");
        int start = at;
        while (bytes[at] != '"' && bytes[at] != '&' && bytes[at] != '<') {
            at++;
        }
        String value = text(start);
        expect("\"");
        if (name.startsWith("xmlns")) {
            prefixes.put(name.equals("xmlns") ? "" : SchemaFile.local(name), value);
        } else {
            element.attributes().put(name, value);
        }
    }

    private void readChildren(SchemaElement element) {
        skipBlanks();
        while (!skip("</xs:")) {
            element.children().add(read());
            skipBlanks();
        }
        expect(element.kind());
        expect(">");
    }

    private String name() {
        int start = at;
        while (bytes[at] >= 'A' && bytes[at] <= 'z' || bytes[at] == ':') {
            at++;
        }
        return text(start);
    }

    private void skipBlanks() {
        while (bytes[at] == ' ' || bytes[at] == '\n') {
            at++;
        }
    }

    private void expect(String token) {
        if (!skip(token)) {
            String found = new String(bytes, 0, at, StandardCharsets.ISO_8859_1);
            int line = 1 + (int) found.chars().filter(c -> c == '\n').count();
            throw new SchemaException(
                    new Place(place.document(), line, 0, ""),
                    "not in the catalogue's layout, which has " + token + " here");
        }
    }

    private boolean skip(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != token.charAt(i)) {
                return false;
            }
        }
        at += token.length();
        return true;
    }

    private String text(int start) {
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }
}
