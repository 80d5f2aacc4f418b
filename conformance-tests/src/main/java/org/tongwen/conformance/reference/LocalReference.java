package org.tongwen.conformance.reference;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.run.Participant;

/**
 * The reference participant as the suite starts it for a run, in this process.
 *
 * @param defect what is broken in it, if anything
 * @param limits how long the suite waits for it
 */
public record LocalReference(Optional<Defect> defect, ParticipantConfig.Limits limits) implements LocalParticipant {

    /** It answers at once, so that nobody needs to wait long for what does not come. */
    public static final ParticipantConfig.Limits LIMITS = new ParticipantConfig.Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(10));

    /** The plan that it is there for. */
    public static final String PLAN = "wallet-interop";

    /** The participant without a defect, or with one. */
    public LocalReference(Optional<Defect> defect) {
        this(defect, LIMITS);
    }

    /** The names of the broken variants, such as {@code signs-nothing}. */
    public static List<String> variants() {
        return Stream.of(Defect.values()).map(Defect::variant).toList();
    }

    /** The variant of that name. */
    public static Optional<LocalReference> variant(String name) {
        return Defect.ofVariant(name).map(defect -> new LocalReference(Optional.of(defect)));
    }

    @Override
    public Running start(Suite suite) {
        Setup setup = Setup.reference(URI.create(suite.callback() + "/messages"), suite::key, defect);
        ReferenceParticipant participant = ReferenceParticipant.start(setup);
        return new Running(config(setup, participant), participant.key(), participant);
    }

    private ParticipantConfig config(Setup setup, ReferenceParticipant participant) {
        String name =
                defect.map(broken -> "Broken participant: it " + broken.words()).orElse("Reference participant");
        List<String> roles = List.of("debtor-agent", "creditor-agent", "initiating-wallet");
        ParticipantConfig.Endpoints endpoints = new ParticipantConfig.Endpoints(
                Optional.of(participant.base()),
                Optional.of(participant.trigger()),
                Optional.of(participant.base()),
                Optional.empty(),
                Optional.empty());
        return ParticipantConfig.of(new Participant(setup.bic(), name, roles), PLAN, endpoints)
                .clock(participant.clockControl())
                .data(Setup.data())
                .limits(limits);
    }
}
