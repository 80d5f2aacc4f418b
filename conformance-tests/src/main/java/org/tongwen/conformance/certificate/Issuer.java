package org.tongwen.conformance.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Decides whether a run earns a certificate, and signs it. Every reason against it is told. */
public final class Issuer {

    /** For how many days a certificate is valid unless its issuer says otherwise: standards and software change with the quarters. */
    public static final int DAYS = 90;

    /** For how many days a certificate, or a waiver that it rests on, may be valid at most: a leap year. */
    public static final int MOST_DAYS = 366;

    /** The name of a certificate's file in a run's folder. */
    public static final String FILE = "certificate.jws";

    private static final int LONGEST_REASON = 500;

    private final RunResult run;
    private final List<Waiver> waivers;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private Issuer(RunResult run, List<Waiver> waivers, LocalDate today) {
        this.run = run;
        this.waivers = waivers;
        this.today = today;
    }

    /** A certificate and its file. */
    public record Signed(Certificate certificate, byte[] file) {

        /** Copies the bytes. */
        public Signed {
            file = file.clone();
        }

        /** A copy of the bytes. */
        @Override
        public byte[] file() {
            return file.clone();
        }
    }

    /**
     * What stands against a certificate, one finding of severity error for each reason; warnings on waivers that nobody needs.
     *
     * @param today the day on which it would be issued, in UTC
     */
    public static List<Finding> reasonsAgainst(RunResult run, List<Waiver> waivers, LocalDate today) {
        Issuer issuer = new Issuer(run, waivers, today);
        issuer.judge();
        return issuer.findings;
    }

    /**
     * Signs a certificate, unless anything stands against it.
     *
     * @param today the day on which it is issued, in UTC
     * @param days for how many days it is valid, from 1 to {@value #MOST_DAYS}; less when a waiver that it needs lapses before
     */
    public static Checked<Signed> issue(
            RunResult run, List<Waiver> waivers, SigningKey key, LocalDate today, int days) {
        List<Finding> reasons = new ArrayList<>(reasonsAgainst(run, waivers, today));
        if (days < 1 || days > MOST_DAYS) {
            reasons.add(Finding.error(
                    "certificate.Validity",
                    Place.NOWHERE,
                    "a certificate is valid for 1 to " + MOST_DAYS + " days, not for " + days));
        }
        if (Finding.anyError(reasons)) {
            return Checked.none(reasons);
        }
        Certificate certificate = new Issuer(run, waivers, today)
                .certificate(key.verificationKey().id(), days);
        byte[] file = Jws.sign(Jws.Kind.CERTIFICATE, CertificateJson.of(certificate), key);
        return Checked.of(new Signed(certificate, file), reasons);
    }

    private void judge() {
        run.incomplete().ifPresent(reason -> against("certificate.Incomplete", "", "the run is incomplete: " + reason));
        if (!run.preflight().ok()) {
            against("certificate.Preflight", "", "the checks before the run found errors of configuration");
        }
        if (run.plan().digest().isEmpty()) {
            against("certificate.NoDigest", "", "the plan has no digest, so nobody could tell later what was demanded");
        }
        if (run.evidence().count() == 0) {
            against("certificate.NoEvidence", "", "nothing was exchanged with the participant");
        }
        if (run.requirements().stream().noneMatch(Issuer::proves)) {
            against("certificate.NothingProved", "", "no mandatory requirement passed");
        }
        run.requirements().forEach(this::judge);
    }

    private static boolean proves(RequirementResult result) {
        return result.requirement().isMandatory() && Standing.of(result) == Standing.PASS;
    }

    private void judge(RequirementResult result) {
        Certificate.Line line = line(result);
        Optional<Waiver> waiver = waiver(line.requirement());
        if (!line.blocks()) {
            waiver.ifPresent(each -> findings.add(Finding.warning(
                    "certificate.NeedlessWaiver",
                    Place.of(line.requirement()),
                    "the requirement is waived, and nothing stands against it")));
        } else if (line.standing() == Standing.ERROR) {
            against(
                    "certificate.SuiteError",
                    line.requirement(),
                    "the suite itself broke, which can not be waived: " + line.reason());
        } else if (run.incomplete().isPresent() && isLeftOut(result)) {
            // One reason says so of all of them: the run is incomplete.
            return;
        } else if (waiver.isEmpty()) {
            against("certificate.NotMet", line.requirement(), said(line));
        } else if (waiver.get().until().isAfter(today.plusDays(MOST_DAYS))) {
            against(
                    "certificate.WaiverTooLong",
                    line.requirement(),
                    "the waiver of " + waiver.get().owner() + " holds until "
                            + waiver.get().until() + ", more than " + MOST_DAYS + " days ahead");
        } else if (!waiver.get().holdsOn(today)) {
            against(
                    "certificate.WaiverLapsed",
                    line.requirement(),
                    "the waiver of " + waiver.get().owner() + " lapsed after "
                            + waiver.get().until() + "; " + said(line));
        }
    }

    private static boolean isLeftOut(RequirementResult result) {
        return result.cases().isEmpty() && Standing.of(result) == Standing.NOT_RUN;
    }

    private static String said(Certificate.Line line) {
        String reason = line.reason().replace("\n", "; ");
        return "mandatory and " + line.standing().words() + (reason.isEmpty() ? "" : ": " + reason);
    }

    private void against(String id, String requirement, String reason) {
        findings.add(Finding.error(id, Place.of(requirement), reason));
    }

    private Optional<Waiver> waiver(String requirement) {
        return waivers.stream()
                .filter(each -> each.requirement().equals(requirement))
                .findFirst();
    }

    private Certificate certificate(String issuer, int days) {
        List<Certificate.Line> lines =
                run.requirements().stream().map(Issuer::line).toList();
        List<Waiver> needed = lines.stream()
                .filter(Certificate.Line::blocks)
                .flatMap(line -> waiver(line.requirement()).stream())
                .toList();
        LocalDate last = needed.stream()
                .map(Waiver::until)
                .reduce(today.plusDays(days), (one, other) -> one.isBefore(other) ? one : other);
        return new Certificate(
                "urn:uuid:" + UUID.randomUUID(),
                issuer,
                run.participant(),
                run.plan(),
                run.packs(),
                run.asOf(),
                run.engine(),
                run.started(),
                run.ended(),
                lines,
                needed,
                run.evidence(),
                today,
                last);
    }

    private static Certificate.Line line(RequirementResult result) {
        String reason = result.requirement().untested().orElse(result.reason());
        Standing standing = Standing.of(result);
        return new Certificate.Line(
                result.requirement().id(),
                result.requirement().isMandatory(),
                standing,
                standing == Standing.PASS ? "" : shortened(reason));
    }

    /** A participant can put any text into a reason, of any length. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
