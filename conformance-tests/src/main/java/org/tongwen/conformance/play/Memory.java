package org.tongwen.conformance.play;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Setting;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Place;

/** All that a conversation knows, by name. It is the root of every path: of what was said, of the participant's data, of the parties. */
final class Memory implements Subject {

    private final Map<String, Subject> known = new LinkedHashMap<>();
    private final Map<String, Spoken> spoken = new LinkedHashMap<>();

    Memory(Setting setting, ParticipantConfig config) {
        TreeSubject parties = TreeSubject.empty(this);
        setting.parties().forEach((name, party) -> parties.add(name, TreeSubject.of(party, this)));
        known.put("party", parties);
        known.put("data", TreeSubject.of(config.data(), this));
        known.put(
                "participant",
                TreeSubject.of(
                        Map.of(
                                "id", config.participant().id(),
                                "name", config.participant().name()),
                        this));
    }

    void remember(String name, Spoken said) {
        spoken.put(name, said);
        known.put(name, said.subject());
    }

    Optional<Spoken> spoken(String name) {
        return Optional.ofNullable(spoken.get(name));
    }

    /** Whether texts name something of this name; they may name more, as the answer to a recall names the payment too. */
    boolean isAbout(String name, Set<String> texts) {
        return spoken(name).filter(said -> said.named(texts) > 0).isPresent();
    }

    /** Whether texts name nothing that was said. */
    boolean isAboutNothing(Set<String> texts) {
        return spoken.values().stream().allMatch(other -> other.named(texts) == 0);
    }

    @Override
    public Subject root() {
        return this;
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.empty();
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public boolean some(String name, Predicate<? super Subject> test) {
        Subject named = known.get(name);
        return named != null && test.test(named);
    }

    @Override
    public Place place() {
        return Place.NOWHERE;
    }
}
