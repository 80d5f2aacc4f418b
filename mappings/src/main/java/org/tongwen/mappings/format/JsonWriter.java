package org.tongwen.mappings.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tongwen.mappings.tree.Tree;

/** Writes trees as UTF-8: two blanks a level, a line feed at the end, numbers with their own text. */
final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);

    private JsonWriter() {}

    /** The bytes of a document. Characters are encoded at the end, because generators of bytes escape those beyond the BMP. */
    static byte[] write(Tree tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(LAYOUT.createInstance());
            value(tree, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void value(Tree tree, JsonGenerator json) throws IOException {
        switch (tree.kind()) {
            case OBJECT -> object(tree, json);
            case LIST -> list(tree, json);
            case TEXT -> json.writeString(tree.value());
            case NUMBER -> json.writeNumber(tree.value());
            case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(tree.value()));
            case NULL -> json.writeNull();
        }
    }

    private static void object(Tree tree, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Tree> field : tree.fields().entrySet()) {
            json.writeFieldName(field.getKey());
            value(field.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void list(Tree tree, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Tree item : tree.items()) {
            value(item, json);
        }
        json.writeEndArray();
    }
}
