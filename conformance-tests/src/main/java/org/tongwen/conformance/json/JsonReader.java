package org.tongwen.conformance.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly: UTF-8, no name twice in an object, nothing behind the value, no fractions, no {@code null}. */
public final class JsonReader {

    private static final int MAX_DEPTH = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a document.
     *
     * @throws JsonException when it is not JSON, or holds what we do not use
     */
    public static Json read(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(text(bytes))) {
            parser.nextToken();
            Json value = new JsonReader(parser).value();
            if (parser.nextToken() != null) {
                throw new JsonException("something stands behind the end of the document");
            }
            return value;
        } catch (JsonParseException | StreamConstraintsException e) {
            String reason = e.getOriginalMessage();
            throw new JsonException("not JSON: " + reason + " (line " + line(e) + ")", e);
        } catch (IOException e) {
            throw new JsonException("not JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a document that is an object.
     *
     * @throws JsonException when it is not
     */
    public static Json.Fields fields(byte[] bytes) {
        if (read(bytes) instanceof Json.Fields fields) {
            return fields;
        }
        throw new JsonException("the document must be an object");
    }

    /** The parser would guess an encoding and accept bytes that are none. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private Json value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonException("the document is empty");
        }
        return switch (token) {
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case START_ARRAY -> items();
            case START_OBJECT -> fields();
            default -> throw new JsonException("fractions and null are not used here");
        };
    }

    private Json whole() throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new JsonException("a whole number of JSON has at most 53 bits");
        }
        return new Json.Whole(parser.getLongValue());
    }

    private Json items() throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Items(items);
    }

    private Json fields() throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value());
        }
        return new Json.Fields(fields);
    }

    private static int line(com.fasterxml.jackson.core.JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }
}
