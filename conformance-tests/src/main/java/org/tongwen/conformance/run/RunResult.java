package org.tongwen.conformance.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongwen.conformance.evidence.Chain;

/**
 * What came of a run of a plan: all that reports and certificates say.
 *
 * @param plan the plan and its digest
 * @param packs digests (SHA-256, hexadecimal) of the rule packs that judged, by pack and release
 * @param participant who was tested
 * @param asOf the day whose rules were applied
 * @param started when the run began, by the real clock
 * @param ended when it ended
 * @param engine version of the suite
 * @param requirements one result for each requirement, in the plan's order
 * @param preflight what was found before
 * @param evidence where the chain of evidence ends that proves it
 * @param incomplete why not everything was run, such as a time limit or a selection; empty for a whole run
 */
public record RunResult(
        PlanStamp plan,
        SortedMap<String, String> packs,
        Participant participant,
        LocalDate asOf,
        Instant started,
        Instant ended,
        String engine,
        List<RequirementResult> requirements,
        Preflight preflight,
        Chain evidence,
        Optional<String> incomplete) {

    /**
     * Which plan was run.
     *
     * @param id such as {@code wallet-interop}
     * @param digest SHA-256 over all its files, in hexadecimal
     */
    public record PlanStamp(String id, String title, String version, String profile, String digest) {}

    /** Copies the collections. */
    public RunResult {
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
        requirements = List.copyOf(requirements);
    }

    /** How many requirements came to each outcome; those that nobody tests are not counted. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        requirements.stream()
                .filter(each -> each.requirement().untested().isEmpty())
                .forEach(each -> counts.merge(each.outcome(), 1L, Long::sum));
        return counts;
    }

    /** Whether everything was run, no mandatory requirement stands in the way, and at least one passed. */
    public boolean conformant() {
        boolean proved = requirements.stream()
                .anyMatch(each -> each.requirement().isMandatory() && each.outcome() == Outcome.PASS);
        return proved
                && incomplete.isEmpty()
                && preflight.ok()
                && requirements.stream().noneMatch(RequirementResult::blocks);
    }
}
