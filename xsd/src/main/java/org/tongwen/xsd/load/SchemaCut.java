package org.tongwen.xsd.load;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A schema file of our own catalogue, cut into its types, each of which is parsed only when a message uses it: of the thousands of types
 * that messages share one message needs about a hundred. It relies on the catalogue's layout, where every global type starts on a line
 * of its own, indented by two blanks, behind everything else; a test compares it with the parser for all files.
 */
final class SchemaCut {

    private static final byte[] HEAD = bytes("<xs:schema xmlns:xs=\"" + SchemaFile.XML_SCHEMA + "\">");
    private static final byte[] FOOT = bytes("</xs:schema>");
    private static final String COMPLEX = "\n  <xs:complexType name=\"";
    private static final String SIMPLE = "\n  <xs:simpleType name=\"";

    private final String name;
    private final byte[] bytes;
    private final String text;

    private SchemaCut(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        // One character a byte, so that places in the one are places in the other.
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static SchemaFile file(String name, byte[] bytes) {
        return new SchemaCut(name, bytes).file();
    }

    private record Piece(SchemaCut whole, int start, int end) implements TypeSource {
        @Override
        public SchemaElement element() {
            return whole.parsed(HEAD, start, end).schema().children().get(0);
        }
    }

    private SchemaFile file() {
        Map<String, TypeSource> types = new HashMap<>();
        int end = text.lastIndexOf("</xs:schema>");
        int first = next(0);
        for (int start = first; start >= 0; ) {
            int following = next(start + 1);
            int quote = text.indexOf('"', start) + 1;
            String type = text.substring(quote, text.indexOf('"', quote));
            types.put(type, new Piece(this, start, following < 0 ? end : following));
            start = following;
        }
        SchemaFile rest = parsed(new byte[0], 0, first < 0 ? end : first);
        return new SchemaFile(name, rest.schema(), rest.prefixes(), types);
    }

    /** The place where the next type starts, or -1. */
    private int next(int from) {
        for (int at = text.indexOf("\n  <xs:", from); at >= 0; at = text.indexOf("\n  <xs:", at + 1)) {
            if (text.startsWith(COMPLEX, at) || text.startsWith(SIMPLE, at)) {
                return at;
            }
        }
        return -1;
    }

    private SchemaFile parsed(byte[] head, int start, int end) {
        byte[] part = new byte[head.length + end - start + FOOT.length];
        System.arraycopy(head, 0, part, 0, head.length);
        System.arraycopy(bytes, start, part, head.length, end - start);
        System.arraycopy(FOOT, 0, part, part.length - FOOT.length, FOOT.length);
        return SchemaFile.parse(name, new ByteArrayInputStream(part));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
