package org.tongwen.conformance.reference;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.run.Participant;

/**
 * The participant that is called {@code reference}, and with a colon and a variant behind it one of its broken variants: started for a
 * run, in this process.
 *
 * @param defect what is broken in it, if anything
 * @param limits how long the suite waits for it
 */
public record Reference(Optional<Defect> defect, ParticipantConfig.Limits limits) implements LocalParticipant {

    private static final String NAME = "reference";

    /** It answers at once, so that nobody needs to wait long for what does not come. */
    public static final ParticipantConfig.Limits LIMITS = new ParticipantConfig.Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(10));

    /** The participant without a defect, or with one. */
    public static Reference of(Optional<Defect> defect) {
        return new Reference(defect, LIMITS);
    }

    /** The participant of that name, such as {@code reference} or {@code reference:takes-garbage}; empty when nobody is called so. */
    public static Optional<Reference> named(String name) {
        if (name.equals(NAME)) {
            return Optional.of(of(Optional.empty()));
        }
        return name.startsWith(NAME + ":")
                ? Defect.ofVariant(name.substring(NAME.length() + 1)).map(defect -> of(Optional.of(defect)))
                : Optional.empty();
    }

    @Override
    public Running start(Suite suite) {
        Setup setup = Setup.reference(URI.create(suite.callback() + "/messages"), suite.suite(), defect);
        ReferenceParticipant participant = ReferenceParticipant.start(setup);
        return new Running(config(setup, participant), participant.key(), participant);
    }

    private ParticipantConfig config(Setup setup, ReferenceParticipant participant) {
        String name = "Reference participant" + defect.map(broken -> " that " + broken.words()).orElse("");
        List<String> roles = List.of("debtor-agent", "creditor-agent", "initiating-wallet");
        ParticipantConfig.Endpoints endpoints = new ParticipantConfig.Endpoints(
                Optional.of(participant.base()),
                Optional.of(participant.trigger()),
                Optional.of(participant.base()),
                Optional.empty(),
                Optional.empty());
        return ParticipantConfig.of(new Participant(setup.bic(), name, roles), "wallet-interop", endpoints)
                .clock(participant.clockControl())
                .data(Setup.data())
                .limits(limits);
    }
}
