package org.tongwen.routes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.tongwen.xsd.finding.JsonReport;

/**
 * The answer that a sender got, as it is kept for repeats.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a message will be answered with. */
    static Answer of(Message message) {
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (name.equals(Exchange.CONTENT_TYPE) || name.startsWith("Tongwen-")) {
                headers.put(name, value.toString());
            }
        });
        byte[] body = message.getBody(byte[].class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
        return new Answer(status, headers, body == null ? new byte[0] : body);
    }

    /** Puts it into a message. */
    void into(Message message) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        headers.forEach(message::setHeader);
        message.setBody(body);
    }

    /** A line of JSON, then the body. */
    byte[] bytes() {
        byte[] head = JsonReport.line(json -> {
            json.writeNumberField("status", status);
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + 1 + body.length);
        bytes.writeBytes(head);
        bytes.write('\n');
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** The answer that {@link #bytes} wrote. */
    static Answer read(byte[] bytes) {
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        try {
            JsonNode head = JSON.readTree(new String(bytes, 0, end, StandardCharsets.UTF_8));
            Map<String, String> headers = new TreeMap<>();
            head.get("headers")
                    .properties()
                    .forEach(field ->
                            headers.put(field.getKey(), field.getValue().asText()));
            return new Answer(head.get("status").asInt(), headers, Arrays.copyOfRange(bytes, end + 1, bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException("a kept answer cannot be read", e);
        }
    }
}
