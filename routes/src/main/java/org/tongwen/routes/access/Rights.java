package org.tongwen.routes.access;

import java.util.Optional;
import org.tongwen.routes.config.HubConfig;

/** What a participant may do. Each question answers with the refusal, or with nothing when it may. */
public final class Rights {

    private Rights() {}

    /** Why it may not do that at all. */
    public static Optional<Admission.Refused> refusal(HubConfig.Participant participant, Action action) {
        boolean may = switch (action.role()) {
            case SENDER -> !participant.mappings().isEmpty();
            case PARTICIPANT -> true;
            case OPERATOR -> participant.operator();
        };
        return refusedUnless(may);
    }

    /** Why it may not use that mapping, to translate or to send. */
    public static Optional<Admission.Refused> refusalOfMapping(HubConfig.Participant participant, String mapping) {
        return participant.uses(mapping) ? Optional.empty() : Optional.of(Admission.Refused.mapping());
    }

    /** Why it may not send to that participant. */
    public static Optional<Admission.Refused> refusalOfCounterparty(HubConfig.Participant participant, String other) {
        return refusedUnless(participant.sendsTo(other));
    }

    private static Optional<Admission.Refused> refusedUnless(boolean may) {
        return may ? Optional.empty() : Optional.of(Admission.Refused.forbidden());
    }
}
