package org.tongwen.conformance.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongwen.conformance.plan.ConversationCase;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Setting;
import org.tongwen.xsd.finding.Finding;

/**
 * A signed exchange before anything counts. A key that does not belong to the other side fails every case, and proves nothing of the
 * participant; so it is looked for first, and told as what it is.
 */
public final class Greeting {

    /** Whose key seems to be another than the other side knows. */
    enum KeyFault {
        SUITE,
        PARTICIPANT
    }

    /**
     * What came of one greeting.
     *
     * @param faults what looks as if one side did not know the other's key
     * @param open why it did not go as it should, in words; empty when it did
     */
    record Greeted(Set<KeyFault> faults, Optional<String> open) {

        /** Copies the faults. */
        Greeted {
            faults = Set.copyOf(faults);
        }
    }

    private final Plan plan;
    private final Stage stage;
    private final List<Finding> findings = new ArrayList<>();

    private Greeting(Plan plan, Stage stage) {
        this.plan = plan;
        this.stage = stage;
    }

    /** Greets the participant as the suite, and as each party that has a key of its own; tells what is wrong with the keys. */
    public static List<Finding> exchange(Plan plan, Stage stage) {
        Greeting greeting = new Greeting(plan, stage);
        plan.greetings().stream()
                .filter(each ->
                        each.role().map(stage.config().roles()::contains).orElse(true))
                .findFirst()
                .ifPresent(greeting::exchange);
        return greeting.findings;
    }

    private void exchange(ConversationCase greeting) {
        Set<String> own = stage.config().keys().parties().keySet();
        if (own.isEmpty()) {
            greet(greeting, stage, "keys.suite");
            return;
        }
        Map<String, Map<String, String>> parties = plan.setting().parties();
        parties.keySet().stream()
                .filter(name -> !own.contains(name))
                .findFirst()
                .ifPresent(name -> greet(greeting, as(name), "keys.suite"));
        parties.keySet().stream()
                .filter(own::contains)
                .forEach(name -> greet(greeting, as(name), "keys.parties." + name));
    }

    /** The stage on which everybody is that party, so that it speaks first. */
    private Stage as(String party) {
        Setting own = plan.setting();
        Map<String, String> speaker = Objects.requireNonNull(own.parties().get(party));
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        own.parties().keySet().forEach(name -> all.put(name, speaker));
        return stage.setting(new Setting(own.signed(), all, own.data(), own.always()));
    }

    private void greet(ConversationCase greeting, Stage as, String key) {
        Greeted greeted = ConversationPlay.greet(greeting, as);
        if (greeted.faults().contains(KeyFault.SUITE)) {
            findings.add(
                    Finding.error(
                                    "preflight.SuiteKey",
                                    stage.config().place(key),
                                    "the participant answers 401 to what is signed with this key: it does not know it")
                            .hint(
                                    "give the participant the public half of this key, or name the key whose public half it has"));
        }
        if (greeted.faults().contains(KeyFault.PARTICIPANT)) {
            findings.add(Finding.error(
                            "preflight.ParticipantKey",
                            stage.config().place("keys.participant"),
                            "the participant signs with another key than this")
                    .hint("name the public half of the key that it signs with"));
        }
        greeted.open()
                .filter(words -> greeted.faults().isEmpty())
                .ifPresent(words -> findings.add(Finding.warning(
                        "preflight.Greeting",
                        stage.config().place(key),
                        "whether the keys are right is not known: " + words)));
    }
}
