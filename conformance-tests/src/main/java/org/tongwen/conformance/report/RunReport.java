package org.tongwen.conformance.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.Finding;

/**
 * All that is to be told of a run.
 *
 * @param run what came of it
 * @param waivers those that the participant was given, needed or not
 * @param configuration how it was run, without secrets, for people
 * @param day on which it is judged whether waivers hold, in UTC
 * @param issued the certificate; empty when none was asked for or none could be issued
 */
public record RunReport(
        RunResult run, List<Waiver> waivers, List<Setting> configuration, LocalDate day, Optional<Issued> issued) {

    /** Copies the lists. */
    public RunReport {
        waivers = List.copyOf(waivers);
        configuration = List.copyOf(configuration);
    }

    /** One line of the configuration. */
    public record Setting(String name, String value) {}

    /**
     * What the report says of the certificate.
     *
     * @param id the certificate's name
     * @param issuer id of the key that signed it
     * @param validUntil its last day, in UTC
     */
    public record Issued(String id, String issuer, LocalDate validUntil) {}

    /** What stands against a certificate; errors, and warnings on waivers that nobody needs. */
    public List<Finding> reasonsAgainst() {
        return Issuer.reasonsAgainst(run, waivers, day);
    }

    /** The waiver of a requirement, whether it still holds or not. */
    public Optional<Waiver> waiverOf(RequirementResult result) {
        return waivers.stream()
                .filter(each -> each.requirement().equals(result.requirement().id()))
                .findFirst();
    }

    /** Whether a waiver that holds lets it pass. An error of the suite is never waived. */
    public boolean isWaived(RequirementResult result) {
        return result.blocks()
                && Standing.of(result) != Standing.ERROR
                && waiverOf(result).filter(waiver -> waiver.holdsOn(day)).isPresent();
    }
}
