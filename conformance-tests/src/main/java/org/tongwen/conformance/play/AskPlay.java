package org.tongwen.conformance.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.conformance.conversation.Filler;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.conformance.participant.Request;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;

/** Tells the participant to begin something, and asks it what it booked. */
final class AskPlay {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int TRIES = 4;

    private final Scene scene;
    private final Stage stage;

    AskPlay(Scene scene) {
        this.scene = scene;
        this.stage = scene.stage();
    }

    /** Plays the step; false when it did not go as demanded. */
    boolean play(Step.Trigger step) {
        URI address = stage.config().endpoints().trigger().orElseThrow();
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("do", step.verb());
        fill(step.fields(), told, scene.filler());
        Request request =
                Request.post(address, "application/json", told.toString().getBytes(StandardCharsets.UTF_8));
        remember(step, told, JsonNodeFactory.instance.objectNode());
        Reply reply = stage.client().send(request);
        scene.evidence(reply.evidence());
        JsonNode answer = json(reply).orElse(JsonNodeFactory.instance.objectNode());
        remember(step, told, answer);
        boolean good = reply.fault().isEmpty() && step.statuses().contains(reply.status());
        String expected =
                step.statuses().stream().map(status -> "HTTP " + status).collect(Collectors.joining(" or "));
        return scene.add(new StepResult(
                "trigger " + step.common().name() + " (" + step.verb() + ")",
                expected,
                reply.words(),
                good ? Outcome.PASS : Outcome.FAIL,
                Optional.of(request.curl())));
    }

    private static void fill(Map<String, Step.Field> fields, ObjectNode into, Filler filler) {
        fields.forEach((name, field) -> {
            if (field instanceof Step.TextField text) {
                into.put(name, filler.fill(text.value()));
            } else {
                fill(((Step.ObjectField) field).fields(), into.putObject(name), filler);
            }
        });
    }

    private void remember(Step.Trigger step, ObjectNode told, JsonNode answer) {
        TreeSubject subject = TreeSubject.of(told, scene.memory());
        answer.properties().forEach(field -> subject.add(field.getKey(), field.getValue()));
        Set<String> identifiers = new HashSet<>();
        List.of("uetr", "reference", "endToEndId", "id").forEach(name -> {
            identifiers.add(told.path(name).asText());
            identifiers.add(answer.path(name).asText());
        });
        identifiers.remove("");
        scene.remember(
                step.common().name(),
                new Spoken(
                        subject,
                        Optional.empty(),
                        new byte[0],
                        identifiers,
                        stage.clock().now()));
    }

    /** Plays the step; false when it did not go as demanded. What is booked behind an answer may need a moment. */
    boolean play(Step.Observe step) {
        URI base = stage.config().endpoints().observe().orElseThrow();
        String uetr = scene.filler().fill(step.uetr());
        Request request =
                Request.get(URI.create(base + "/bookings?uetr=" + URLEncoder.encode(uetr, StandardCharsets.UTF_8)));
        List<StepResult> results = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            results = observe(step, request);
            if (results.stream().allMatch(each -> each.outcome() == Outcome.PASS) || !pause()) {
                break;
            }
        }
        boolean good = true;
        for (StepResult result : results) {
            good &= scene.add(Scene.with(result, request.curl()));
        }
        return good;
    }

    private boolean pause() {
        try {
            Thread.sleep(stage.config().limits().grace().toMillis() / TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<StepResult> observe(Step.Observe step, Request request) {
        Reply reply = stage.client().send(request);
        scene.evidence(reply.evidence());
        String what = "observe " + step.common().name();
        Optional<JsonNode> bookings = reply.status() == OK ? json(reply).filter(JsonNode::isArray) : Optional.empty();
        if (bookings.isEmpty()) {
            String came = reply.status() == OK ? "no list of bookings" : reply.words();
            return List.of(StepResult.fail(what, "HTTP 200 with a list of bookings", came));
        }
        TreeSubject subject = TreeSubject.empty(scene.memory()).add("booking", bookings.get());
        scene.remember(
                step.common().name(),
                new Spoken(
                        subject,
                        Optional.empty(),
                        reply.body(),
                        Set.of(),
                        stage.clock().now()));
        return step.checks().stream()
                .map(check -> Scene.result(what, check, subject))
                .toList();
    }

    private static Optional<JsonNode> json(Reply reply) {
        try {
            return Optional.ofNullable(JSON.readTree(reply.body()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("bytes cannot be read", e);
        }
    }
}
