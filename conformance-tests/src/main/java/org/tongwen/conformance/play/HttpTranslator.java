package org.tongwen.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.conformance.participant.Client;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.conformance.participant.Request;

/** A translator that is asked over HTTP: the document is posted, result and losses come back as JSON. */
final class HttpTranslator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANSWER = "application/vnd.tongwen.translation+json";
    private static final String BYTES = "application/octet-stream";
    private static final int OK = 200;

    private final Client client;
    private final URI address;
    private final Map<String, String> names;

    /**
     * A translator at an address.
     *
     * @param names what it calls the translations of a plan
     */
    HttpTranslator(Client client, URI address, Map<String, String> names) {
        this.client = client;
        this.address = address;
        this.names = names;
    }

    /** What came of a translation. */
    sealed interface Translated {

        /** The answer as it came. */
        Reply reply();

        /** How it was asked for. */
        Request request();
    }

    /**
     * It was translated.
     *
     * @param losses places of the values that are declared as lost
     */
    record Done(byte[] result, List<String> losses, Request request, Reply reply) implements Translated {}

    /**
     * It was refused.
     *
     * @param findings identifiers of the reasons
     */
    record Refused(List<String> findings, Request request, Reply reply) implements Translated {}

    /** Nothing came that says the one or the other. */
    record Nothing(String words, Request request, Reply reply) implements Translated {}

    Translated translate(String mapping, boolean toIso, Map<String, String> given, byte[] document) {
        String query = given.entrySet().stream()
                .map(each -> escaped(each.getKey()) + "=" + escaped(each.getValue()))
                .collect(Collectors.joining("&"));
        String path = "/" + escaped(names.getOrDefault(mapping, mapping)) + (toIso ? "/to-iso" : "/from-iso");
        URI where = URI.create(address + path + (query.isEmpty() ? "" : "?" + query));
        Request request = Request.post(where, BYTES, document).accept(ANSWER);
        Reply reply = client.send(request);
        if (reply.fault().isPresent()) {
            return new Nothing(reply.words(), request, reply);
        }
        try {
            return read(JSON.readTree(reply.body()), request, reply);
        } catch (IOException | IllegalArgumentException e) {
            return new Nothing(reply.words() + " without the JSON that was asked for", request, reply);
        }
    }

    private static Translated read(JsonNode answer, Request request, Reply reply) {
        if (reply.status() == OK && answer.path("result").isTextual()) {
            String result = answer.path("result").asText();
            byte[] bytes = answer.path("mediaType").asText().equals(BYTES)
                    ? Base64.getDecoder().decode(result)
                    : result.getBytes(StandardCharsets.UTF_8);
            return new Done(bytes, losses(answer.path("losses")), request, reply);
        }
        boolean refused = reply.status() == 400 || reply.status() == 422;
        return refused
                ? new Refused(texts(answer.path("findings"), "id"), request, reply)
                : new Nothing(reply.words(), request, reply);
    }

    /** The translator's own doubt about itself declares nothing. */
    private static List<String> losses(JsonNode list) {
        List<String> losses = new ArrayList<>();
        list.forEach(entry -> {
            if (!entry.path("fate").asText().equals("undeclared")) {
                losses.add(entry.path("path").asText(entry.path("field").asText()));
            }
        });
        return losses;
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.path(field).asText()));
        return texts;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
