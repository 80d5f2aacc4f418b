package org.tongwen.conformance.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.conformance.conversation.Change;
import org.tongwen.conformance.conversation.Check;
import org.tongwen.conformance.conversation.Conversation;
import org.tongwen.conformance.conversation.Piece;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.conformance.conversation.Value;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.PartyKeys;
import org.tongwen.rules.condition.Path;

/** What a conversation needs of a configuration. */
final class Needs {

    /** Longer than this nobody waits in one case. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Needs() {}

    /** Why a conversation cannot be tried with a participant, in words; empty when it can. */
    static Optional<String> missing(Conversation conversation, ParticipantConfig config, PartyKeys keys) {
        return Stream.of(
                        addresses(conversation, config),
                        waits(conversation, config),
                        data(conversation, config),
                        keys(conversation, keys))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> addresses(Conversation conversation, ParticipantConfig config) {
        Map<String, ?> there = config.endpoints().all();
        return conversation.steps().stream()
                .flatMap(step -> address(step).stream())
                .filter(name -> !there.containsKey(name))
                .findFirst()
                .map(name -> "the configuration names no address endpoints." + name);
    }

    private static Optional<String> keys(Conversation conversation, PartyKeys keys) {
        return conversation.steps().stream()
                .filter(step -> step instanceof Step.Send send && send.signature() == Step.Signature.OTHER_PARTY)
                .filter(step -> !keys.areSeveral())
                .findFirst()
                .map(step -> "the configuration names no keys.parties, so that all parties sign with one key");
    }

    private static Optional<String> address(Step step) {
        if (step instanceof Step.Send) {
            return Optional.of("messages");
        } else if (step instanceof Step.Trigger) {
            return Optional.of("trigger");
        }
        return step instanceof Step.Observe ? Optional.of("observe") : Optional.empty();
    }

    private static Optional<String> waits(Conversation conversation, ParticipantConfig config) {
        Duration waited = conversation.steps().stream().map(Needs::waited).reduce(Duration.ZERO, Duration::plus);
        return config.clock().isPresent() || waited.compareTo(LONGEST_WAIT) <= 0
                ? Optional.empty()
                : Optional.of(
                        "the participant's clock cannot be set, and nobody waits for " + waited.toSeconds() + " s");
    }

    private static Duration waited(Step step) {
        if (step instanceof Step.Advance advance) {
            return advance.by();
        }
        return step instanceof Step.ExpectNothing nothing ? nothing.within() : Duration.ZERO;
    }

    private static Optional<String> data(Conversation conversation, ParticipantConfig config) {
        return conversation.steps().stream()
                .flatMap(Needs::paths)
                .filter(Path::fromRoot)
                .map(Path::steps)
                .filter(steps -> steps.size() > 1 && steps.get(0).name().equals("data"))
                .map(steps -> steps.get(1).name())
                .filter(name -> !config.data().containsKey(name))
                .findFirst()
                .map(name -> "the configuration gives no data." + name);
    }

    private static Stream<Path> paths(Step step) {
        if (step instanceof Step.Send send) {
            Stream<Path> changes = send.changes().stream()
                    .filter(Change.Put.class::isInstance)
                    .flatMap(change -> paths(((Change.Put) change).value()));
            Stream<Path> template = send.source() instanceof Step.FromTemplate from
                    ? from.template().values().stream().flatMap(Needs::paths)
                    : Stream.empty();
            return Stream.concat(changes, template);
        } else if (step instanceof Step.Expect expect) {
            return checked(expect.checks());
        } else if (step instanceof Step.Observe observe) {
            return Stream.concat(paths(observe.uetr()), checked(observe.checks()));
        }
        return step instanceof Step.Trigger trigger ? told(trigger.fields()) : Stream.empty();
    }

    private static Stream<Path> told(Map<String, Step.Field> fields) {
        return fields.values().stream()
                .flatMap(field -> field instanceof Step.TextField text
                        ? paths(text.value())
                        : told(((Step.ObjectField) field).fields()));
    }

    private static Stream<Path> checked(List<Check> checks) {
        return checks.stream().flatMap(check -> check.condition().paths().stream());
    }

    private static Stream<Path> paths(Value value) {
        return value.pieces().stream().filter(Piece.At.class::isInstance).map(piece -> ((Piece.At) piece).path());
    }
}
