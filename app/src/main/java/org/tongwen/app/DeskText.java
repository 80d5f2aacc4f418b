package org.tongwen.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongwen.xsd.finding.VisibleText;

/** Makes text for people of what the desk answers. */
final class DeskText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> HEAD =
            List.of("received", "participant", "channel", "mapping", "message", "conversation");

    private DeskText() {}

    /** The answer as a tree. */
    static JsonNode read(byte[] answer) {
        try {
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            throw StopException.refused("the answer is not the JSON of a hub");
        }
    }

    /** A list of messages, a line each. */
    static String messages(byte[] answer) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode message : read(answer).path("messages")) {
            rows.add(List.of(
                    message.path("id").asText(),
                    message.path("received").asText(),
                    message.path("state").asText(),
                    message.path("participant").asText(),
                    message.path("message").asText()));
        }
        return Columns.text(rows);
    }

    /** A story: what is known of the message, what happened, and what it holds. */
    static String story(byte[] answer) {
        JsonNode story = read(answer);
        StringBuilder text = new StringBuilder();
        text.append(shown(story.path("id")))
                .append("  ")
                .append(shown(story.path("state")))
                .append('\n');
        text.append(indented(Columns.text(HEAD.stream()
                .filter(name -> !story.path(name).asText().isEmpty())
                .map(name -> List.of(name, story.path(name).asText()))
                .toList())));
        steps(story, text);
        deliveries(story, text);
        for (JsonNode other : story.path("related")) {
            text.append("related  ").append(shown(other)).append('\n');
        }
        for (Map.Entry<String, JsonNode> content : story.path("contents").properties()) {
            content(content.getKey(), content.getValue(), text);
        }
        return text.toString();
    }

    private static void steps(JsonNode story, StringBuilder text) {
        text.append("steps  ").append(story.path("seen").asInt()).append('\n');
        for (JsonNode step : story.path("steps")) {
            text.append("  ").append(shown(step.path("at")));
            text.append("  ").append(shown(step.path("event")));
            text.append("  ").append(shown(step.path("actor"))).append('\n');
            for (Map.Entry<String, JsonNode> field : step.path("detail").properties()) {
                detail(field.getKey(), field.getValue(), text);
            }
        }
    }

    private static void detail(String name, JsonNode value, StringBuilder text) {
        if (name.equals("findings")) {
            for (JsonNode finding : value) {
                text.append("      ").append(finding(finding)).append('\n');
            }
            return;
        }
        String shown = value.isValueNode() ? value.asText() : value.toString();
        if (!shown.isEmpty() && !(value.isContainerNode() && value.isEmpty())) {
            text.append("      ").append(VisibleText.of(name + ": " + shown)).append('\n');
        }
    }

    private static String finding(JsonNode finding) {
        String path = finding.path("path").asText();
        String value = finding.path("value").asText();
        String hint = finding.path("hint").asText();
        return VisibleText.of((path.isEmpty() ? "" : path + ": ")
                + "[" + finding.path("severity").asText() + "] "
                + finding.path("message").asText()
                + (value.isEmpty() ? "" : ": \"" + value + "\"")
                + " | " + finding.path("id").asText()
                + (hint.isEmpty() ? "" : " (" + hint + ")"));
    }

    private static void deliveries(JsonNode story, StringBuilder text) {
        for (JsonNode delivery : story.path("deliveries")) {
            int attempts = delivery.path("attempts").asInt();
            text.append(VisibleText.of(
                            "delivery  to " + delivery.path("receiver").asText() + "  "
                                    + delivery.path("message").asText() + "  "
                                    + delivery.path("state").asText() + " after " + attempts
                                    + (attempts == 1 ? " attempt" : " attempts")))
                    .append('\n');
        }
    }

    /** Line by line, so that nothing in it can command the terminal. */
    private static void content(String kind, JsonNode content, StringBuilder text) {
        text.append(VisibleText.of(kind)).append('\n');
        JsonNode bytes = content.path("base64");
        if (bytes.isTextual()) {
            text.append("    (no text; base64) ").append(shown(bytes)).append('\n');
            return;
        }
        content.path("text")
                .asText()
                .lines()
                .forEach(line -> text.append("    ")
                        .append(VisibleText.of(line.replace("\t", "    ")))
                        .append('\n'));
    }

    /** The heads of the chains, and what is not as it was written. */
    static String verification(byte[] answer) {
        JsonNode verification = read(answer);
        StringBuilder text = new StringBuilder();
        long steps = 0;
        for (JsonNode chain : verification.path("chains")) {
            steps += chain.path("steps").asLong();
            text.append(VisibleText.of(chain.path("node").asText() + "/"
                            + chain.path("day").asText() + "="
                            + chain.path("head").asText()))
                    .append('\n');
        }
        return text.append(steps)
                .append(steps == 1 ? " step, " : " steps, ")
                .append(
                        verification.path("sound").asBoolean()
                                ? "all as they were written\n"
                                : "not all as they were written\n")
                .toString();
    }

    private static String indented(String lines) {
        return lines.replaceAll("(?m)^(?=.)", "  ");
    }

    private static String shown(JsonNode value) {
        return VisibleText.of(value.asText());
    }
}
