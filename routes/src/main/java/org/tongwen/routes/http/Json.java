package org.tongwen.routes.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers as JSON in UTF-8. */
final class Json {

    static final String MEDIA_TYPE = "application/json; charset=utf-8";

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes something to a generator. */
    @FunctionalInterface
    interface Content {

        void writeTo(JsonGenerator json) throws IOException;
    }

    private Json() {}

    /** An object with these fields. */
    static byte[] object(Content fields) {
        return document(json -> {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        });
    }

    private static byte[] document(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            content.writeTo(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written", e);
        }
        return bytes.toByteArray();
    }
}
