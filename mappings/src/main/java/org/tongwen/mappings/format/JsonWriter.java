package org.tongwen.mappings.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tongwen.mappings.tree.Tree;

/** Writes trees as UTF-8: two blanks a level, a line feed at the end, numbers with their own text. */
final class JsonWriter {

    private static final String DIGITS = "0123456789ABCDEF";

    private final StringBuilder json = new StringBuilder();

    private JsonWriter() {}

    /** The bytes of a document. */
    static byte[] write(Tree tree) {
        JsonWriter writer = new JsonWriter();
        writer.value(tree, 0);
        return writer.json.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Tree tree, int depth) {
        switch (tree.kind()) {
            case OBJECT -> object(tree, depth);
            case LIST -> list(tree.items(), depth);
            case TEXT -> text(tree.value());
            case NUMBER, BOOLEAN -> json.append(tree.value());
            case NULL -> json.append("null");
        }
    }

    private void object(Tree tree, int depth) {
        char before = '{';
        for (Map.Entry<String, Tree> field : tree.fields().entrySet()) {
            json.append(before);
            line(depth + 1);
            text(field.getKey());
            json.append(": ");
            value(field.getValue(), depth + 1);
            before = ',';
        }
        close(before == '{', "{}", depth);
    }

    private void list(List<Tree> items, int depth) {
        char before = '[';
        for (Tree item : items) {
            json.append(before);
            line(depth + 1);
            value(item, depth + 1);
            before = ',';
        }
        close(before == '[', "[]", depth);
    }

    private void close(boolean empty, String both, int depth) {
        if (empty) {
            json.append(both);
        } else {
            line(depth);
            json.append(both.charAt(1));
        }
    }

    private void line(int depth) {
        json.append('\n');
        for (int i = 0; i < depth; i++) {
            json.append("  ");
        }
    }

    private void text(String text) {
        json.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                json.append(text, written, i);
                escape(character);
                written = i + 1;
            }
        }
        json.append(text, written, text.length()).append('"');
    }

    private void escape(char character) {
        switch (character) {
            case '"', '\\' -> json.append('\\').append(character);
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default ->
                json.append("\\u00").append(DIGITS.charAt(character >> 4)).append(DIGITS.charAt(character & 15));
        }
    }
}
