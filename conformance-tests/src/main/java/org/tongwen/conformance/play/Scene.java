package org.tongwen.conformance.play;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.conformance.conversation.Check;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.conformance.plan.Always;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Operand;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;

/** One case while it is played: what was said so far, and what came of it. */
final class Scene {

    private static final int LONGEST = 2_000;
    private static final String NOT_THERE = " is not there";
    private static final Pattern UETR = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Stage stage;
    private final Memory memory;
    private final Repeats repeats = new Repeats();
    private final List<StepResult> steps = new ArrayList<>();
    private final Set<Integer> evidence = new LinkedHashSet<>();
    private final Map<String, List<StepResult>> others = new LinkedHashMap<>();
    private final Set<Greeting.KeyFault> keyFaults = EnumSet.noneOf(Greeting.KeyFault.class);
    private boolean asked;
    private boolean answered;

    Scene(Stage stage) {
        this.stage = stage;
        this.memory = new Memory(stage.setting(), stage.config());
    }

    Stage stage() {
        return stage;
    }

    Memory memory() {
        return memory;
    }

    Repeats repeats() {
        return repeats;
    }

    /**
     * Remembers what was said. Whatever else names a payment of it belongs to this case, even when the case is over. Other identifiers that a
     * participant makes are not relied upon: one that numbers badly would be blamed for messages too many.
     */
    void remember(String name, Spoken said) {
        memory.remember(name, said);
        said.identifiers().stream().filter(text -> UETR.matcher(text).matches()).forEach(stage.inbox()::named);
    }

    LiveFiller filler() {
        return new LiveFiller(memory, stage.clock(), stage.inbox());
    }

    List<StepResult> steps() {
        return steps;
    }

    /** What came of requirements that hold in every case, by requirement. */
    Map<String, List<StepResult>> others() {
        return others;
    }

    List<Integer> evidence() {
        return List.copyOf(evidence);
    }

    void evidence(List<Integer> numbers) {
        evidence.addAll(numbers);
    }

    /** Something came back from a request, or nothing did. */
    void came(Reply reply) {
        evidence.addAll(reply.evidence());
        asked = true;
        answered |= reply.status() != 0;
    }

    /** Something looks as if one side did not know the other's key. */
    void suspect(Greeting.KeyFault fault) {
        keyFaults.add(fault);
    }

    Set<Greeting.KeyFault> keyFaults() {
        return keyFaults;
    }

    /** Whether the participant answered anything at all, if it was asked. */
    boolean isAnswered() {
        return answered || !asked;
    }

    /** Records what was done or checked; false when it did not go as demanded. */
    boolean add(StepResult result) {
        steps.add(result);
        return result.outcome() == Outcome.PASS;
    }

    /** Records something that a requirement of its own demands in every case, or else this case; false when this case is over by it. */
    boolean add(Always always, StepResult result) {
        String requirement = stage.setting().always().get(always);
        if (requirement == null) {
            return add(result);
        }
        others.computeIfAbsent(requirement, key -> new ArrayList<>()).add(result);
        return true;
    }

    /**
     * Checks something; false when one of the checks does not hold. After one that does not, what another one asks for may be missing for
     * no other reason, as the code of a reason is when nothing was rejected: that is told, but not as a fault of its own.
     */
    boolean check(String what, List<Check> checks, Subject of) {
        boolean all = true;
        for (Check check : checks) {
            StepResult result = result(what, check, of);
            boolean follows = !all && result.outcome() == Outcome.FAIL && isMissing(check.condition(), of);
            all &= add(follows ? following(result) : result);
        }
        return all;
    }

    private static boolean isMissing(Condition condition, Subject of) {
        return condition.paths().stream().anyMatch(path -> times(path, of).equals(NOT_THERE));
    }

    private static StepResult following(StepResult result) {
        return new StepResult(
                result.what(),
                result.expected(),
                result.actual() + "; that may follow from what is wrong above",
                Outcome.NOT_RUN,
                result.reproduce());
    }

    /** What comes of one check. */
    static StepResult result(String what, Check check, Subject of) {
        boolean holds = check.condition().holds(of);
        String expected = check.words().map(words -> words + ": ").orElse("") + check.condition();
        return holds
                ? StepResult.pass(what, expected, "it is so")
                : StepResult.fail(what, expected, values(check.condition(), of));
    }

    /** What stands where a condition looks. */
    private static String values(Condition condition, Subject of) {
        List<String> values = new ArrayList<>();
        for (Path path : condition.paths()) {
            List<String> texts = new ArrayList<>();
            new Operand.Values(path).someText(of, text -> !texts.add(text));
            values.add(path + (texts.isEmpty() ? times(path, of) : " = " + String.join(", ", texts)));
        }
        return shortened(String.join("; ", values));
    }

    /** Groups have no text; how often they are there may be all that matters. */
    private static String times(Path path, Subject of) {
        int[] times = {0};
        path.visit(of, value -> times[0] += value.isThere() ? 1 : 0);
        return times[0] == 0 ? NOT_THERE : " is there " + (times[0] == 1 ? "once" : times[0] + " times");
    }

    /** A text that is not too long to be read. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }

    /** How something is done by hand, if there is a way. */
    static StepResult with(StepResult result, String reproduce) {
        return new StepResult(
                result.what(), result.expected(), result.actual(), result.outcome(), Optional.of(reproduce));
    }
}
