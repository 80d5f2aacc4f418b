package org.tongwen.conformance.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one way to write an exchange as a line of JSON. The hash stands last, and is that of the line without it; so a line that was changed
 * in any byte either reads no more, or is not what its own content would be written as.
 */
final class ExchangeLine {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExchangeLine() {}

    /** The exchange with its hash worked out. */
    static Exchange sealed(int number, Instant time, Draft draft, String previous) {
        Exchange open = new Exchange(
                number,
                time,
                draft.direction(),
                draft.kind(),
                draft.method(),
                draft.url(),
                draft.status(),
                draft.headers(),
                draft.body(),
                draft.note(),
                previous,
                "");
        return withHash(open, Digest.of(open(open)));
    }

    /** Its line, without the end of the line. */
    static String of(Exchange exchange) {
        String open = open(exchange);
        return open.substring(0, open.length() - 1) + ",\"hash\":\"" + exchange.hash() + "\"}";
    }

    /** What a line says; empty when it is not exactly what this class would have written, or its hash is wrong. */
    static Optional<Exchange> parse(String line) {
        try {
            Exchange read = read(MAPPER.readTree(line));
            boolean genuine = of(read).equals(line) && Digest.of(open(read)).equals(read.hash());
            return genuine ? Optional.of(read) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Exchange read(JsonNode line) {
        SortedMap<String, String> headers = new TreeMap<>();
        line.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Exchange(
                line.path("number").intValue(),
                Instant.parse(line.path("time").asText()),
                Exchange.Direction.valueOf(line.path("direction").asText()),
                Exchange.Kind.valueOf(line.path("kind").asText()),
                line.path("method").asText(),
                line.path("url").asText(),
                line.path("status").intValue(),
                headers,
                body(line.path("body")),
                line.path("note").asText(),
                line.path("previous").asText(),
                line.path("hash").asText());
    }

    private static Body body(JsonNode body) {
        byte[] kept = body.has("text")
                ? body.path("text").asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(body.path("base64").asText());
        return new Body(
                kept, body.path("length").longValue(), body.path("sha256").asText());
    }

    private static Exchange withHash(Exchange open, String hash) {
        return new Exchange(
                open.number(),
                open.time(),
                open.direction(),
                open.kind(),
                open.method(),
                open.url(),
                open.status(),
                open.headers(),
                open.body(),
                open.note(),
                open.previous(),
                hash);
    }

    private static String open(Exchange exchange) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("number", exchange.number());
            json.writeStringField("time", exchange.time().toString());
            json.writeStringField("direction", exchange.direction().name());
            json.writeStringField("kind", exchange.kind().name());
            json.writeStringField("method", exchange.method());
            json.writeStringField("url", exchange.url());
            json.writeNumberField("status", exchange.status());
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : exchange.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            body(exchange.body(), json);
            json.writeStringField("note", exchange.note());
            json.writeStringField("previous", exchange.previous());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written to", e);
        }
        return line.toString();
    }

    private static void body(Body body, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("body");
        json.writeNumberField("length", body.length());
        json.writeStringField("sha256", body.digest());
        Optional<String> text = text(body.kept());
        if (text.isPresent()) {
            json.writeStringField("text", text.get());
        } else {
            json.writeStringField("base64", Base64.getEncoder().encodeToString(body.kept()));
        }
        json.writeEndObject();
    }

    private static Optional<String> text(byte[] kept) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
