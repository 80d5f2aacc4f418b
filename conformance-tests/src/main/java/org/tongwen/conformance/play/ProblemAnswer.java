package org.tongwen.conformance.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** What an error over HTTP may hold: words for its receiver, nothing of the participant's software, nothing of other people. */
final class ProblemAnswer {

    private static final int MOST_BYTES = 64 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXT = Set.of("text/plain", "application/xml");
    private static final Set<String> OBJECT = Set.of("application/problem+json", "application/json");

    /** What programs write that fell over, in the languages that participants are written in. */
    private static final List<Pattern> TRACES = List.of(
            Pattern.compile("\\bat [\\w.$<>/]+\\([\\w$]+\\.(java|kt|scala|groovy):\\d+\\)"),
            Pattern.compile("\\b(java|javax|jakarta|kotlin|org|com)(\\.\\w+)+(Exception|Error)\\b"),
            Pattern.compile("Traceback \\(most recent call last\\)|File \"[^\"]+\", line \\d+"),
            Pattern.compile("\\bat .{0,200}\\.(js|ts|cs):(line )?\\d+"),
            Pattern.compile("\\bgoroutine \\d+ \\[|\\bpanic: |\\.go:\\d+"),
            Pattern.compile("\\b(ORA-\\d{5}|SQLSTATE|SELECT .{1,200} FROM )\\b"));

    /** Elements whose text is a person's business. */
    private static final Set<String> PRIVATE =
            Set.of("Nm", "IBAN", "Ustrd", "StrtNm", "EmailAdr", "PhneNb", "MobNb", "BirthDt");

    private static final int SHORTEST = 4;

    private ProblemAnswer() {}

    /** Whether an answer is one. */
    static boolean is(Reply reply) {
        return reply.status() >= 400 && reply.status() < 500;
    }

    /** What is wrong with it, in words; empty when nothing is. */
    static Optional<String> fault(Reply reply, Optional<BusinessMessage> sent) {
        byte[] body = reply.body();
        if (body.length == 0) {
            return Optional.empty();
        } else if (body.length > MOST_BYTES) {
            return Optional.of("it has " + body.length + " bytes");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return form(reply)
                .or(() -> TRACES.stream()
                        .filter(trace -> trace.matcher(text).find())
                        .findFirst()
                        .map(trace -> "it shows the inside of the participant's software"))
                .or(() -> sent.flatMap(message -> told(message, text)));
    }

    private static Optional<String> form(Reply reply) {
        if (TEXT.contains(reply.type())) {
            return Optional.empty();
        }
        return OBJECT.contains(reply.type()) && isObject(reply.body())
                ? Optional.empty()
                : Optional.of("it is neither a problem in JSON nor plain text nor admi.002, but of media type \""
                        + reply.type() + "\"");
    }

    private static boolean isObject(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body))
                    .filter(JsonNode::isObject)
                    .isPresent();
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("bytes cannot be read", e);
        }
    }

    /** The sender may not be who the message says; so it learns nothing from the answer, not even what it sent itself. */
    private static Optional<String> told(BusinessMessage message, String text) {
        return message.parts()
                .flatMap(part -> part.root().all())
                .filter(node -> PRIVATE.contains(node.name()) || isAccount(node))
                .filter(node -> node.text().length() >= SHORTEST && text.contains(node.text()))
                .findFirst()
                .map(node -> "it repeats " + node.name() + " of the message");
    }

    private static boolean isAccount(Node node) {
        return node.name().equals("Id")
                && node.parent()
                        .filter(parent ->
                                parent.name().equals("Prxy") || parent.name().equals("Othr"))
                        .isPresent();
    }
}
