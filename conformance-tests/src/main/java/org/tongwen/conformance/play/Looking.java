package org.tongwen.conformance.play;

import java.util.List;
import java.util.Optional;
import org.tongwen.conformance.participant.Arrival;
import org.tongwen.conformance.participant.MessageSignature;
import org.tongwen.conformance.plan.Always;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.Severity;

/** What every message that comes is held to: its definition, the rules of the profile, its signature. */
final class Looking {

    private static final String BY_DEFINITION = "xsd.";

    private final Scene scene;

    Looking(Scene scene) {
        this.scene = scene;
    }

    /** Looks at a message; false when this case is over by it. */
    boolean look(String name, Arrival arrival) {
        List<Finding> errors = errors(arrival).stream()
                .map(finding -> finding.at(finding.place().in(exchange(arrival))))
                .toList();
        boolean good = judge(Always.DEFINITION, "definition of " + name, "valid by its definition", errors, true);
        boolean valid = errors.stream().noneMatch(error -> error.id().startsWith(BY_DEFINITION));
        good &= !valid
                || judge(Always.RULES, "rules for " + name, "in keeping with the rules of the profile", errors, false);
        return signature(name, arrival) && good;
    }

    /** What the evidence calls the bytes in which a finding has its line and column. */
    private static String exchange(Arrival arrival) {
        return arrival.evidence().isEmpty()
                ? ""
                : "exchange-" + arrival.evidence().get(0);
    }

    private List<Finding> errors(Arrival arrival) {
        try {
            return scene.stage().judge().judge(arrival.body()).findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        } catch (RuntimeException e) {
            throw new SuiteException("the suite cannot judge a message: " + e);
        }
    }

    private boolean judge(Always always, String what, String expected, List<Finding> errors, boolean byDefinition) {
        List<Finding> own = errors.stream()
                .filter(finding -> finding.id().startsWith(BY_DEFINITION) == byDefinition)
                .toList();
        StepResult result = own.isEmpty()
                ? StepResult.pass(what, expected, "it is so")
                : StepResult.fail(
                        what, expected, Scene.shortened(FindingText.lines(own).strip()));
        return scene.add(always, result);
    }

    private boolean signature(String name, Arrival arrival) {
        if (!scene.stage().setting().signed()) {
            return true;
        }
        String what = "signature of " + name;
        Optional<String> fault = scene.stage()
                .theirs()
                .map(key -> MessageSignature.fault(arrival.body(), key))
                .orElse(Optional.of("the configuration names no key of the participant"));
        boolean isOther = scene.stage()
                .theirs()
                .filter(key -> MessageSignature.isOfOtherKey(arrival.body(), key))
                .isPresent();
        if (fault.isPresent() && isOther) {
            scene.suspect(Greeting.KeyFault.PARTICIPANT);
        }
        StepResult result = fault.map(words -> StepResult.fail(what, "signed by the participant", words))
                .orElse(StepResult.pass(what, "signed by the participant", "it is so"));
        return scene.add(Always.SIGNATURE, result);
    }

    /** What came and no step called for; false when this case is over by it. */
    boolean leftOver(List<Arrival> rest) {
        String what = "end of the case";
        String expected = "nothing but what was called for";
        boolean good = true;
        for (Arrival arrival : rest) {
            scene.evidence(arrival.evidence());
            good &= scene.add(Always.UNEXPECTED, StepResult.fail(what, expected, arrival.words() + " came"));
        }
        if (rest.isEmpty() && demanded(Always.UNEXPECTED)) {
            scene.add(Always.UNEXPECTED, StepResult.pass(what, expected, "it is so"));
        }
        return good;
    }

    /** What came and is no message breaks the requirement that every message keeps to its definition, if the plan has one. */
    void unreadable(List<Arrival> rest) {
        boolean demanded = demanded(Always.DEFINITION);
        rest.stream().filter(arrival -> demanded && arrival.id().isEmpty()).forEach(arrival -> {
            String actual = Scene.shortened(arrival.words() + ": "
                    + FindingText.lines(arrival.message().findings()).strip());
            scene.add(Always.DEFINITION, StepResult.fail("what came", "a message that is known", actual));
        });
    }

    private boolean demanded(Always always) {
        return scene.stage().setting().always().containsKey(always);
    }
}
