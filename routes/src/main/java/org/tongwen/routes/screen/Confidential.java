package org.tongwen.routes.screen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.routes.conversation.Addressing;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * What a sender must not be told: that a name is on a list, or what a screening service says, since whoever is watched would be warned, and a list could
 * be read out by trying names; nor who takes part in the hub beside those to whom it may send.
 */
public final class Confidential {

    private static final Set<String> IDS = Set.of("screen.WatchList", "screen.External");

    private Confidential() {}

    /**
     * What the sender reads in place of a finding with that id and value; empty when it may read the finding.
     */
    public static Optional<Finding> inPlaceOf(String id, Optional<String> value) {
        if (IDS.contains(id)) {
            return Optional.of(Finding.error("screen.Review", Place.NOWHERE, "the message waits for a review"));
        }
        return id.equals(Addressing.FORBIDDEN) ? Optional.of(Addressing.toSender(value)) : Optional.empty();
    }

    /** The findings as their sender may read them. */
    public static List<Finding> hidden(List<Finding> findings) {
        return findings.stream()
                .map(finding -> inPlaceOf(finding.id(), finding.value()).orElse(finding))
                .distinct()
                .toList();
    }
}
