package org.tongwen.conformance.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RunResult.PlanStamp;

/**
 * What an issuer says about a participant.
 *
 * @param id a name that no other certificate has
 * @param issuer id of the key that signs it
 * @param participant who was tested, in which roles
 * @param plan what was demanded
 * @param packs digests (SHA-256, hexadecimal) of the rule packs that judged, by pack and release
 * @param asOf the day whose rules were applied
 * @param engine version of the suite
 * @param started when the run began
 * @param ended when it ended
 * @param requirements what came of each requirement of the plan
 * @param waivers those on which the certificate rests
 * @param evidence where the chain of evidence ends that proves it
 * @param issued the first day on which it is valid, in UTC
 * @param validUntil the last day on which it is valid, in UTC
 */
public record Certificate(
        String id,
        String issuer,
        Participant participant,
        PlanStamp plan,
        SortedMap<String, String> packs,
        LocalDate asOf,
        String engine,
        Instant started,
        Instant ended,
        List<Line> requirements,
        List<Waiver> waivers,
        Chain evidence,
        LocalDate issued,
        LocalDate validUntil) {

    /** Copies the collections. */
    public Certificate {
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
        requirements = List.copyOf(requirements);
        waivers = List.copyOf(waivers);
    }

    /**
     * What came of one requirement.
     *
     * @param requirement its identifier
     * @param isMandatory whether nobody is certified without it
     * @param standing how it came out
     * @param reason why it is not a pass; empty for a pass
     */
    public record Line(String requirement, boolean isMandatory, Standing standing, String reason) {

        /** Whether it needs a waiver. */
        public boolean blocks() {
            return isMandatory
                    && switch (standing) {
                        case FAIL, NOT_RUN, ERROR -> true;
                        case PASS, NOT_APPLICABLE, UNTESTED -> false;
                    };
        }
    }

    /** How many requirements came out so. */
    public long count(Standing standing) {
        return requirements.stream().filter(line -> line.standing() == standing).count();
    }

    /** What is signed. */
    public Json.Fields json() {
        return CertificateJson.of(this);
    }

    /** The waiver of a requirement. */
    public Optional<Waiver> waiverOf(String requirement) {
        return waivers.stream()
                .filter(waiver -> waiver.requirement().equals(requirement))
                .findFirst();
    }
}
