package org.tongwen.mappings.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** Collects findings, each once. Warnings that the author has accepted, with a reason, are left out; errors cannot be accepted. */
final class Report {

    private static final String PREFIX = "mapping.";

    private final List<Finding> findings;
    private final Set<Finding> said = new HashSet<>();
    private final Map<String, Map<String, Word>> accepted;
    private final Set<Word> used = new HashSet<>();

    /**
     * Starts with what is known.
     *
     * @param before findings of earlier stages
     * @param accepted reasons by finding id, without {@code mapping.}, and part of an ISO path
     */
    Report(List<Finding> before, Map<String, Map<String, Word>> accepted) {
        this.findings = new ArrayList<>(before);
        this.accepted = accepted;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean anyError() {
        return Finding.anyError(findings);
    }

    void add(Finding finding) {
        if (said.add(finding)) {
            findings.add(finding);
        }
    }

    /** Adds a finding about an element, unless it is accepted there. */
    void add(Finding finding, String isoPath) {
        if (finding.severity() == Severity.ERROR || !isAccepted(finding, isoPath)) {
            add(finding);
        }
    }

    private boolean isAccepted(Finding finding, String isoPath) {
        Map<String, Word> reasons = accepted.getOrDefault(finding.id().replace(PREFIX, ""), Map.of());
        boolean known = false;
        for (Map.Entry<String, Word> reason : reasons.entrySet()) {
            if (("/" + isoPath + "/").contains("/" + reason.getKey() + "/")) {
                used.add(reason.getValue());
                known = true;
            }
        }
        return known;
    }

    /** Says which acceptances have nothing to accept. */
    void end() {
        // A rule with a mistake may be the one that is meant.
        if (anyError()) {
            return;
        }
        accepted.forEach((id, reasons) -> reasons.forEach((path, word) -> {
            if (!used.contains(word)) {
                add(MappingFinding.UNUSED.at(word.place(), "there is no warning " + id + " at " + path + " to accept"));
            }
        }));
    }
}
