package org.tongwen.routes.screen;

import java.util.List;
import java.util.Set;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * What a sender must not be told: that a name is on a list, or what a screening service says. Whoever is watched would be warned, and a list could be
 * read out by trying names.
 */
public final class Confidential {

    private static final Set<String> IDS = Set.of("screen.WatchList", "screen.External");

    private Confidential() {}

    /** Whether findings of that id are. */
    public static boolean is(String id) {
        return IDS.contains(id);
    }

    /** What stands in the place of such a finding. */
    public static Finding review() {
        return Finding.error("screen.Review", Place.NOWHERE, "the message waits for a review");
    }

    /** The findings as their sender may read them. */
    public static List<Finding> hidden(List<Finding> findings) {
        return findings.stream()
                .map(finding -> is(finding.id()) ? review() : finding)
                .distinct()
                .toList();
    }
}
