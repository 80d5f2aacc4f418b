package org.tongwen.conformance.play;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.tongwen.conformance.conversation.Assembly;
import org.tongwen.conformance.conversation.Filler;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.conformance.conversation.Wire;
import org.tongwen.conformance.participant.Arrival;
import org.tongwen.conformance.participant.ForgedSignature;
import org.tongwen.conformance.participant.MessageSignature;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.conformance.participant.Request;
import org.tongwen.conformance.plan.Always;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageCheck;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;

/** Sends messages to the participant. */
final class SendPlay {

    private static final int OK = 200;
    private static final int TAKEN = 202;
    private static final int UNSIGNED = 401;
    private static final MessageReader READER = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    private final Scene scene;
    private final Stage stage;

    SendPlay(Scene scene) {
        this.scene = scene;
        this.stage = scene.stage();
    }

    /** Plays the step; false when it did not go as demanded. */
    boolean play(Step.Send step) {
        Optional<BusinessMessage> message = message(step);
        byte[] bytes = bytes(step, message);
        remember(step, message, bytes);
        URI address = stage.config().endpoints().messages().orElseThrow();
        Request request = Request.post(URI.create(address + "/messages"), step.contentType(), bytes);
        List<CompletableFuture<Reply>> sent = new ArrayList<>();
        for (int i = 0; i < step.times(); i++) {
            sent.add(stage.client().start(request));
        }
        List<Reply> replies = sent.stream().map(CompletableFuture::join).toList();
        replies.forEach(scene::came);
        if (step.signature() == Step.Signature.RIGHT
                && replies.stream().anyMatch(reply -> reply.status() == UNSIGNED)) {
            scene.suspect(Greeting.KeyFault.SUITE);
        }
        replies.stream().filter(SendPlay::holdsAnswer).forEach(this::deliver);
        replies.stream().filter(ProblemAnswer::is).forEach(reply -> problem(step, message, reply));
        return scene.add(Scene.with(result(step, message, replies), request.curl()));
    }

    /** Asked only where the plan demands it: without a requirement of its own it is no fault of the case at hand. */
    private void problem(Step.Send step, Optional<BusinessMessage> message, Reply reply) {
        if (stage.setting().always().containsKey(Always.PROBLEM)) {
            String what = "HTTP " + reply.status() + " to " + step.common().name();
            String expected = "a problem, plain text or nothing, that tells nothing of software and people";
            scene.add(
                    Always.PROBLEM,
                    ProblemAnswer.fault(reply, message)
                            .map(words -> StepResult.fail(what, expected, words))
                            .orElse(StepResult.pass(what, expected, "it is so")));
        }
    }

    private static boolean holdsAnswer(Reply reply) {
        return reply.status() == OK && reply.body().length > 0;
    }

    /** An answer over HTTP is a message that came, like any other. */
    private void deliver(Reply reply) {
        byte[] body = reply.body();
        List<Integer> itselfFirst = new ArrayList<>(reply.evidence());
        Collections.reverse(itselfFirst);
        stage.inbox().add(Arrival.of(stage.clock().now(), body, READER, itselfFirst));
    }

    private Optional<BusinessMessage> message(Step.Send step) {
        Assembly assembly = new Assembly(scene.filler());
        if (step.source() instanceof Step.FromTemplate from) {
            return Optional.of(assembly.fill(from.template(), step.changes()));
        } else if (step.source() instanceof Step.Like like) {
            BusinessMessage other = said(like.name())
                    .message()
                    .orElseThrow(() -> new Filler.MissingException(like.name() + " could not be read"));
            return Optional.of(assembly.like(other, step.changes()));
        }
        return said(((Step.Again) step.source()).name()).message();
    }

    private Spoken said(String name) {
        return scene.memory().spoken(name).orElseThrow(() -> new Filler.MissingException(name + " did not take place"));
    }

    private byte[] bytes(Step.Send step, Optional<BusinessMessage> message) {
        if (step.source() instanceof Step.Again again) {
            return said(again.name()).wire();
        }
        BusinessMessage own = message.orElseThrow();
        check(step, own);
        // A message like one that came still bears the signature of that one.
        byte[] plain = MessageWriter.xml(Unsigned.of(own));
        return stage.setting().signed() ? signed(step, plain, sender(own)) : Wire.apply(step.wire(), plain);
    }

    private static String sender(BusinessMessage message) {
        return message.header()
                .flatMap(header -> header.root().find("Fr/FIId/FinInstnId/BICFI"))
                .map(Node::text)
                .orElse("");
    }

    private byte[] signed(Step.Send step, byte[] plain, String sender) {
        PrivateKey key = stage.keys().of(sender);
        return switch (step.signature()) {
            case NONE -> Wire.apply(step.wire(), plain);
            case RIGHT -> Wire.apply(step.wire(), MessageSignature.sign(plain, key));
            case OTHER_KEY -> Wire.apply(step.wire(), MessageSignature.sign(plain, stage.strange()));
            case OTHER_PARTY ->
                Wire.apply(
                        step.wire(),
                        MessageSignature.sign(
                                plain, stage.keys().otherThan(sender).orElseThrow()));
            case MOVED -> ForgedSignature.moved(plain, Wire.apply(step.wire(), plain), key);
            case SELECTED -> Wire.apply(step.wire(), ForgedSignature.selected(plain, key));
            case DOUBLED -> ForgedSignature.doubled(plain, Wire.apply(step.wire(), plain), key);
        };
    }

    /** What the suite sends is right, or wrong on purpose; a mistake in a plan must not count against a participant. */
    private static void check(Step.Send step, BusinessMessage message) {
        List<Finding> findings = message.parts()
                .flatMap(part -> MessageCheck.check(part).stream())
                .toList();
        if (step.isValid() && !findings.isEmpty()) {
            throw new SuiteException("the plan would send a message that is not valid: " + FindingText.lines(findings));
        } else if (!step.isValid() && findings.isEmpty() && step.wire().isEmpty()) {
            throw new SuiteException("the plan would send a message as not valid that is valid");
        }
    }

    private void remember(Step.Send step, Optional<BusinessMessage> message, byte[] bytes) {
        Instant now = stage.clock().now();
        message.ifPresent(own -> scene.remember(
                step.common().name(),
                new Spoken(MessageSubject.of(own, scene.memory()), message, bytes, Spoken.identifiers(own), now)));
    }

    private static StepResult result(Step.Send step, Optional<BusinessMessage> message, List<Reply> replies) {
        String id = message.map(own -> own.document().definition().id()).orElse("a message");
        String often = step.times() == 1 ? "" : " " + step.times() + " times at once";
        String what = "send " + step.common().name() + " (" + id + ")" + often;
        String expected =
                step.statuses().stream().map(status -> "HTTP " + status).collect(Collectors.joining(" or "));
        Map<String, Integer> came = new TreeMap<>();
        replies.forEach(reply -> came.merge(words(reply), 1, Integer::sum));
        String actual = came.entrySet().stream()
                .map(each -> each.getKey() + (replies.size() == 1 ? "" : ", " + each.getValue() + " times"))
                .collect(Collectors.joining("; "));
        boolean good = replies.stream().allMatch(reply -> isAsDemanded(step, reply));
        return new StepResult(
                what, expected, Scene.shortened(actual), good ? Outcome.PASS : Outcome.FAIL, Optional.empty());
    }

    private static boolean isAsDemanded(Step.Send step, Reply reply) {
        boolean rightBody = switch (reply.status()) {
            case OK -> reply.body().length > 0;
            case TAKEN -> reply.body().length == 0;
            default -> true;
        };
        return reply.fault().isEmpty() && step.statuses().contains(reply.status()) && rightBody;
    }

    private static String words(Reply reply) {
        if (reply.status() == OK && reply.body().length == 0) {
            return "HTTP 200 without an answer in it";
        } else if (reply.status() == TAKEN && reply.body().length > 0) {
            return "HTTP 202 with a body, which it must not have";
        }
        return reply.words();
    }
}
