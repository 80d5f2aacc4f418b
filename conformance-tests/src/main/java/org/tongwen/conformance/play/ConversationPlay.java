package org.tongwen.conformance.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.conformance.conversation.Filler;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.conformance.plan.ConversationCase;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;

/** Plays a conversation, one step after the other, until one does not go as demanded. It always ends with a result. */
public final class ConversationPlay {

    private final ConversationCase tested;
    private final Scene scene;
    private final Passing time;

    private ConversationPlay(ConversationCase tested, Stage stage) {
        this.tested = tested;
        this.scene = new Scene(stage);
        this.time = new Passing(stage);
    }

    /** Plays a case. Another one must not be played with the same stage at the same time. */
    public static Played play(ConversationCase tested, Stage stage) {
        Optional<String> missing = Needs.missing(tested.conversation(), stage.config(), stage.keys());
        if (missing.isPresent()) {
            CaseResult without = CaseResult.of(tested.name(), tested.title(), Outcome.NOT_RUN, missing.get());
            return new Played(without, Map.of(), true);
        }
        return new ConversationPlay(tested, stage).play();
    }

    /** Plays a conversation before anything counts; what looks as if one side did not know the other's key, or why it could not be played. */
    static Greeting.Greeted greet(ConversationCase greeting, Stage stage) {
        Optional<String> missing = Needs.missing(greeting.conversation(), stage.config(), stage.keys());
        if (missing.isPresent()) {
            return new Greeting.Greeted(Set.of(), missing);
        }
        ConversationPlay play = new ConversationPlay(greeting, stage);
        CaseResult result = play.play().own();
        return new Greeting.Greeted(
                play.scene.keyFaults(),
                result.outcome() == Outcome.PASS ? Optional.empty() : Optional.of(result.reason()));
    }

    private Played play() {
        scene.stage().inbox().begin(tested.name());
        scene.stage().callback().forgetAnswers();
        try {
            time.set();
            List<Step> steps = tested.conversation().steps();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                if (!played(step)) {
                    return ended(step, steps.subList(i + 1, steps.size()));
                }
            }
            boolean clean = new Looking(scene).leftOver(scene.stage().inbox().rest());
            return ended(clean ? passed() : Outcome.FAIL);
        } catch (UnreachableException e) {
            return ended(Outcome.NOT_RUN, e.words());
        } catch (SuiteException e) {
            return ended(Outcome.ERROR, e.words());
        } catch (RuntimeException | StackOverflowError e) {
            return ended(Outcome.ERROR, "the suite broke: " + e);
        }
    }

    /** A case whose step did not go as demanded. Where there was nothing to judge, nothing failed. */
    private Played ended(Step step, List<Step> rest) {
        boolean untried = scene.steps().stream().noneMatch(each -> each.outcome() == Outcome.FAIL);
        String silence = untried ? "nothing came that could be judged: " + reason(Outcome.NOT_RUN) : "";
        notReached(rest);
        if (untried) {
            return ended(Outcome.NOT_RUN, silence);
        }
        return ended(step.common().setup() ? Outcome.NOT_RUN : Outcome.FAIL);
    }

    /** A case ends at the first step that goes wrong; what would have come then says nothing about the participant. */
    private void notReached(List<Step> rest) {
        String words = rest.stream()
                .map(ConversationPlay::words)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            scene.add(new StepResult("not reached: " + words, "", "", Outcome.NOT_RUN, Optional.empty()));
        }
    }

    /** What a step does, in short; nothing for one that only prepares another. */
    private static String words(Step step) {
        String name = step.common().name();
        if (step instanceof Step.Send) {
            return "send " + name;
        } else if (step instanceof Step.Expect) {
            return "expect " + name;
        } else if (step instanceof Step.ExpectNothing) {
            return "expect nothing";
        } else if (step instanceof Step.Trigger) {
            return "trigger " + name;
        }
        return step instanceof Step.Observe ? "observe " + name : "";
    }

    /** A case in which nothing was really checked is none. */
    private Outcome passed() {
        return scene.steps().isEmpty() ? Outcome.NOT_RUN : Outcome.PASS;
    }

    private boolean played(Step step) {
        try {
            return play(step);
        } catch (Filler.MissingException e) {
            return scene.add(StepResult.fail(
                    step.common().name().isEmpty() ? "step" : step.common().name(),
                    "something to refer to",
                    e.words()));
        }
    }

    private boolean play(Step step) {
        if (step instanceof Step.Send || step instanceof Step.Trigger) {
            scene.repeats().asked();
        }
        if (step instanceof Step.Send send) {
            return new SendPlay(scene).play(send);
        } else if (step instanceof Step.Expect expect) {
            return new ExpectPlay(scene, time).play(expect);
        } else if (step instanceof Step.ExpectNothing nothing) {
            return new ExpectPlay(scene, time).play(nothing);
        } else if (step instanceof Step.Trigger trigger) {
            return new AskPlay(scene).play(trigger);
        } else if (step instanceof Step.Observe observe) {
            return new AskPlay(scene).play(observe);
        } else if (step instanceof Step.Advance advance) {
            time.pass(advance.by());
            return true;
        }
        Step.Respond respond = (Step.Respond) step;
        scene.stage().callback().answer(respond.status(), respond.times());
        scene.repeats().callFor();
        return true;
    }

    private String reason(Outcome outcome) {
        return scene.steps().stream()
                .filter(step -> step.outcome() == outcome)
                .map(step -> step.what() + ": expected " + step.expected() + ", but " + step.actual())
                .collect(Collectors.joining("\n"));
    }

    private Played ended(Outcome outcome) {
        new Looking(scene).unreadable(scene.stage().inbox().rest());
        String reason = reason(Outcome.FAIL);
        String setup = outcome == Outcome.NOT_RUN && !reason.isEmpty() ? "could not come so far: " : "";
        return ended(outcome, outcome == Outcome.NOT_RUN && reason.isEmpty() ? "nothing was checked" : setup + reason);
    }

    private Played ended(Outcome outcome, String reason) {
        List<StepResult> steps = scene.steps();
        CaseResult own = new CaseResult(tested.name(), tested.title(), outcome, reason, steps, scene.evidence());
        return new Played(own, scene.others(), scene.isAnswered());
    }
}
