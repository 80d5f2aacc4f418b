package org.tongwen.conformance.reference;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.run.Participant;

/**
 * The reference participant as the suite starts it for a run.
 *
 * @param defect what is broken in it, if anything
 */
public record LocalReference(Optional<Defect> defect) implements LocalParticipant {

    private static final String PLAN = "wallet-interop";
    private static final List<String> ROLES = List.of("debtor-agent", "creditor-agent", "initiating-wallet");

    /** The names of the broken variants, such as {@code signs-nothing}. */
    public static List<String> variants() {
        return Arrays.stream(Defect.values()).map(LocalReference::word).toList();
    }

    /** The variant of that name. */
    public static Optional<LocalReference> variant(String name) {
        return Arrays.stream(Defect.values())
                .filter(each -> word(each).equals(name))
                .findFirst()
                .map(found -> new LocalReference(Optional.of(found)));
    }

    @Override
    public Running start(Suite suite) {
        URI messages = URI.create(suite.callback() + "/messages");
        ReferenceParticipant participant =
                ReferenceParticipant.start(Setup.reference(messages, suite.suite(), defect));
        ParticipantConfig config = ParticipantConfig.of(who(), PLAN, endpoints(participant))
                .clock(participant.clockControl())
                .data(Setup.data());
        return new Running(config, participant.key(), participant);
    }

    private Participant who() {
        String name = defect.map(each -> "Broken participant: it " + each.words()).orElse("Reference participant");
        return new Participant("RFRNDEFFXXX", name, ROLES);
    }

    private static ParticipantConfig.Endpoints endpoints(ReferenceParticipant participant) {
        return new ParticipantConfig.Endpoints(
                Optional.of(participant.base()),
                Optional.of(participant.trigger()),
                Optional.of(participant.base()),
                Optional.empty(),
                Optional.empty());
    }

    private static String word(Defect defect) {
        return defect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
