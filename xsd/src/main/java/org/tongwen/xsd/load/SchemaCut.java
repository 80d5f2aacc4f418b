package org.tongwen.xsd.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A schema file of our own catalogue, cut into its types, each of which is read only when a message uses it: of the thousands of types
 * that messages share one message needs about a hundred. It relies on the catalogue's layout, where every global type starts on a line
 * of its own, indented by two blanks, behind everything else; a test compares it with the parser for all files.
 */
final class SchemaCut {

    private static final byte[] SCHEMA = bytes("<xs:schema ");
    private static final byte[] COMPLEX = bytes("  <xs:complexType name=\"");
    private static final byte[] SIMPLE = bytes("  <xs:simpleType name=\"");
    private static final byte[] FOOT = bytes("</xs:schema>");

    private final String name;
    private final byte[] bytes;

    private SchemaCut(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static SchemaFile file(String name, byte[] bytes) {
        return new SchemaCut(name, bytes).file();
    }

    private record Piece(SchemaCut whole, int start) implements TypeSource {
        @Override
        public SchemaElement element() {
            return new PlainElement(whole.name, whole.bytes, start).read();
        }
    }

    private SchemaFile file() {
        int head = 0;
        while (!startsWith(head, SCHEMA)) {
            head = nextLine(head);
        }
        int first = head;
        while (!isType(first) && !startsWith(first, FOOT)) {
            first = nextLine(first);
        }
        Map<String, TypeSource> types = new HashMap<>();
        for (int line = first; line < bytes.length; line = nextLine(line)) {
            if (isType(line)) {
                types.put(typeName(line), new Piece(this, line));
            }
        }
        PlainElement rest = new PlainElement(name, withFoot(first), head);
        return new SchemaFile(name, rest.read(), rest.prefixes(), types);
    }

    private boolean isType(int line) {
        return startsWith(line, COMPLEX) || startsWith(line, SIMPLE);
    }

    private String typeName(int line) {
        int start = line + (startsWith(line, COMPLEX) ? COMPLEX.length : SIMPLE.length);
        int end = start;
        while (bytes[end] != '"') {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private boolean startsWith(int line, byte[] start) {
        // The seventh byte alone tells almost all lines of the layout apart.
        return line + start.length <= bytes.length
                && bytes[line + 6] == start[6]
                && Arrays.equals(bytes, line, line + start.length, start, 0, start.length);
    }

    private int nextLine(int line) {
        int at = line;
        while (bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private byte[] withFoot(int end) {
        byte[] part = Arrays.copyOf(bytes, end + FOOT.length);
        System.arraycopy(FOOT, 0, part, end, FOOT.length);
        return part;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
