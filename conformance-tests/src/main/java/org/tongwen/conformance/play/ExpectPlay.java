package org.tongwen.conformance.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.conformance.participant.Arrival;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.rules.yaml.Times;
import org.tongwen.xsd.message.BusinessMessage;

/** Waits for messages of the participant, and looks at them. */
final class ExpectPlay {

    private final Scene scene;
    private final Stage stage;
    private final Passing time;

    ExpectPlay(Scene scene, Passing time) {
        this.scene = scene;
        this.stage = scene.stage();
        this.time = time;
    }

    /** Plays the step; false when it did not go as demanded. */
    boolean play(Step.Expect step) {
        Instant start = scene.memory()
                .spoken(step.to())
                .map(Spoken::time)
                .orElse(stage.clock().now());
        Instant end = start.plus(step.within());
        List<Arrival> came = new ArrayList<>();
        List<Arrival> tooOften = new ArrayList<>();
        for (int i = 0; i < step.most(); i++) {
            Optional<Arrival> next = time.take(fits(step), end, i < step.least());
            if (next.isEmpty()) {
                break;
            }
            came.add(better(step, next.get(), tooOften));
        }
        came.forEach(arrival -> scene.repeats().said(step.to(), arrival));
        came.forEach(arrival -> scene.evidence(arrival.evidence()));
        boolean enough = came.size() >= step.least();
        boolean good = scene.add(arrived(step, came, start)) && enough;
        good &= tooOften.isEmpty() || new Looking(scene).leftOver(tooOften);
        for (Arrival arrival : came) {
            good &= look(step, arrival, end);
        }
        return good;
    }

    /** A message about what was sent; or one that is about nothing at all, so that its wrong reference is found out. */
    private Predicate<Arrival> fits(Step.Expect step) {
        return arrival -> {
            Set<String> texts = arrival.texts();
            boolean right = arrival.id().equals(step.message().id());
            return right
                    && !scene.repeats().contain(arrival, step.to())
                    && (scene.memory().isAbout(step.to(), texts)
                            || scene.memory().isAboutNothing(texts));
        };
    }

    /**
     * The same answer may serve two questions, as it does when a payment is repeated. But when something new answers the second, the same
     * came once too often.
     */
    private Arrival better(Step.Expect step, Arrival arrival, List<Arrival> tooOften) {
        if (!scene.repeats().contain(arrival)) {
            return arrival;
        }
        Predicate<Arrival> isNew = fits(step).and(other -> !scene.repeats().contain(other));
        Optional<Arrival> other = stage.inbox().take(isNew, grace());
        other.ifPresent(each -> tooOften.add(arrival));
        return other.orElse(arrival);
    }

    private StepResult arrived(Step.Expect step, List<Arrival> came, Instant start) {
        String number = step.most() == 1
                ? ""
                : step.least() == step.most()
                        ? step.least() + " times "
                        : step.least() + " to " + step.most() + " times ";
        String expected = number + step.message().id() + " within " + Times.text(step.within());
        String what = "expect " + step.common().name() + ", in answer to " + step.to();
        if (came.size() < step.least()) {
            StepResult missing = StepResult.fail(what, expected, nothing(came.size()));
            return step.judges() && came.isEmpty() && isSilent() ? missing.notRun() : missing;
        }
        Duration after = Duration.between(start, came.get(0).time());
        String often = came.size() == 1 ? "" : came.size() + " times, the first ";
        return StepResult.pass(what, expected, often + "after " + Times.text(after));
    }

    /** Nothing at all came that has not been looked at: no other message, and nothing that is none. */
    private boolean isSilent() {
        return stage.inbox().rest().isEmpty() && !stage.inbox().isFlooded();
    }

    private String nothing(int came) {
        String others =
                stage.inbox().rest().stream().map(Arrival::words).distinct().collect(Collectors.joining(", "));
        String flood = stage.inbox().isFlooded() ? "; so many messages came that the rest was not looked at" : "";
        return (came == 0 ? "it did not come" : "only " + came + " came")
                + (others.isEmpty() ? "" : "; what came instead: " + others)
                + flood;
    }

    private boolean look(Step.Expect step, Arrival arrival, Instant end) {
        String name = step.common().name();
        boolean good = true;
        if (arrival.time().isAfter(end)) {
            Duration late = Duration.between(end, arrival.time());
            good = scene.add(StepResult.fail(
                    "time of " + name,
                    "within " + Times.text(step.within()) + " of " + step.to(),
                    Times.text(late) + " too late"));
        }
        good &= new Looking(scene).look(name, arrival);
        BusinessMessage message = arrival.message().value().orElseThrow();
        MessageSubject subject = MessageSubject.of(message, scene.memory());
        scene.remember(
                name,
                new Spoken(subject, Optional.of(message), arrival.body(), Spoken.identifiers(message), arrival.time()));
        return scene.check("check " + name, step.checks(), subject) && good;
    }

    /** Plays the step; false when something came. */
    boolean play(Step.ExpectNothing step) {
        time.pass(step.within());
        Predicate<Arrival> fits = arrival -> !scene.repeats().contain(arrival)
                && step.message()
                        .map(message -> arrival.id().equals(message.id()))
                        .orElse(true);
        Optional<Arrival> came = stage.inbox().take(fits, stage.clock().isVirtual() ? grace() : Duration.ZERO);
        came.ifPresent(arrival -> scene.evidence(arrival.evidence()));
        String what = "expect nothing for " + Times.text(step.within());
        String expected = step.message().map(message -> "no " + message.id()).orElse("no message at all");
        return scene.add(
                came.isEmpty()
                        ? StepResult.pass(what, expected, "nothing came")
                        : StepResult.fail(what, expected, came.get().words() + " came"));
    }

    private Duration grace() {
        return stage.config().limits().grace();
    }
}
