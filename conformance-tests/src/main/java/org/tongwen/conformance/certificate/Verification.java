package org.tongwen.conformance.certificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.json.JsonReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Checks a certificate off line, with nothing but the issuer's public key. Whatever could not be checked is said. */
public final class Verification {

    /** How many days may lie between the day of the rules and that of the issue before a warning says so. */
    private static final int NEAR = 31;

    private final Certificate certificate;
    private final VerificationKey key;
    private final List<Finding> findings = new ArrayList<>();

    private Verification(Certificate certificate, VerificationKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * Checks a certificate for a day.
     *
     * @param file the certificate, as it was issued
     * @param key of the issuer, from a source that is trusted
     * @param revocations the issuer's list, as it was issued; without it a note says that revocation was not checked
     * @param evidence the folder of the run; without it the evidence is not checked, and a note says so
     * @param day in UTC
     * @return the certificate when it is what the key signed; it counts on that day only if no finding is an error
     * @throws java.io.UncheckedIOException when the evidence cannot be read
     */
    public static Checked<Certificate> of(
            byte[] file, VerificationKey key, Optional<byte[]> revocations, Optional<Path> evidence, LocalDate day) {
        Checked<Certificate> read = read(file, key);
        if (read.value().isEmpty()) {
            return read;
        }
        Verification verification = new Verification(read.value().get(), key);
        verification.dates(day);
        verification.rules();
        verification.waivers(day);
        verification.revocations(revocations, day);
        verification.evidence(evidence);
        return Checked.of(read.value().get(), verification.findings);
    }

    /** The certificate that a file holds when it is what the key signed. It may have expired or been revoked. */
    public static Checked<Certificate> read(byte[] file, VerificationKey key) {
        Checked<Json.Fields> payload = Jws.verify(Jws.Kind.CERTIFICATE, file, key);
        if (payload.value().isEmpty()) {
            return Checked.none(payload.findings());
        }
        try {
            Certificate certificate = CertificateJson.read(payload.value().get());
            return certificate.issuer().equals(key.id())
                    ? Checked.of(certificate, List.of())
                    : Checked.none(Finding.error(
                            "certificate.OtherKey",
                            Place.NOWHERE,
                            "the certificate names another key than that which signed"));
        } catch (JsonException e) {
            return Checked.none(Finding.error("certificate.Form", Place.NOWHERE, String.valueOf(e.getMessage())));
        }
    }

    /**
     * What a certificate says, without a look at its signature: for somebody who has no key and only compares it with something else.
     * Nothing is proved by it.
     */
    public static Checked<Certificate> unproved(byte[] file) {
        Checked<CompactForm> form = CompactForm.read(file, Jws.Kind.CERTIFICATE.words());
        if (form.value().isEmpty()) {
            return Checked.none(form.findings());
        }
        try {
            return Checked.of(
                    CertificateJson.read(JsonReader.fields(form.value().get().payload())), List.of());
        } catch (JsonException e) {
            return Checked.none(Finding.error("certificate.Form", Place.NOWHERE, String.valueOf(e.getMessage())));
        }
    }

    private void dates(LocalDate day) {
        if (day.isBefore(certificate.issued())) {
            error("certificate.NotYetValid", "", "the certificate is valid from " + certificate.issued());
        }
        if (day.isAfter(certificate.validUntil())) {
            error("certificate.Expired", "", "the certificate expired after " + certificate.validUntil());
        }
    }

    /** The day of the rules stands on the certificate; nobody should overlook that it is not about the day of issue. */
    private void rules() {
        long days = Math.abs(ChronoUnit.DAYS.between(certificate.asOf(), certificate.issued()));
        if (days > NEAR) {
            findings.add(Finding.warning(
                    "certificate.OtherRules",
                    Place.NOWHERE,
                    "the rules are those of " + certificate.asOf() + ", " + days + " days from the day of issue, "
                            + certificate.issued()));
        }
    }

    /** Asked again, though no issuer signs a certificate for longer than its waivers: the day is what counts, not the issuer's care. */
    private void waivers(LocalDate day) {
        for (Certificate.Line line : certificate.requirements()) {
            Optional<Waiver> waiver = certificate.waiverOf(line.requirement());
            if (line.blocks() && (waiver.isEmpty() || line.standing() == Standing.ERROR)) {
                error(
                        "certificate.NotMet",
                        line.requirement(),
                        "mandatory, " + line.standing().words() + ", and not waived");
            } else if (line.blocks() && !waiver.get().holdsOn(day)) {
                error(
                        "certificate.WaiverLapsed",
                        line.requirement(),
                        "the waiver of " + waiver.get().owner() + " lapsed after "
                                + waiver.get().until());
            }
        }
    }

    private void revocations(Optional<byte[]> file, LocalDate day) {
        if (file.isEmpty()) {
            findings.add(Finding.note(
                    "certificate.RevocationNotChecked",
                    Place.NOWHERE,
                    "without the issuer's revocation list nobody can tell whether the certificate was taken back"));
            return;
        }
        Checked<RevocationList> list = RevocationList.verify(file.get(), key);
        list.findings()
                .forEach(each -> error("certificate.RevocationList", "", "the revocation list: " + each.message()));
        list.value().ifPresent(each -> revocations(each, day));
    }

    private void revocations(RevocationList list, LocalDate day) {
        list.entry(certificate.id())
                .ifPresent(entry -> error(
                        "certificate.Revoked", "", "the issuer took it back on " + entry.on() + ": " + entry.reason()));
        if (day.isAfter(list.nextUpdate())) {
            error(
                    "certificate.RevocationListOld",
                    "",
                    "the revocation list was to be replaced by " + list.nextUpdate() + "; ask the issuer for the next");
        }
    }

    private void evidence(Optional<Path> folder) {
        if (folder.isEmpty()) {
            findings.add(Finding.note(
                    "certificate.EvidenceNotChecked", Place.NOWHERE, "the evidence was not there to be compared"));
            return;
        }
        Path file = folder.get().resolve(EvidenceLog.FILE);
        if (!Files.isRegularFile(file)) {
            error("certificate.NoEvidence", "", "the folder has no file " + EvidenceLog.FILE);
            return;
        }
        Checked<Chain> chain = EvidenceLog.verify(file);
        findings.addAll(chain.findings());
        chain.value()
                .filter(end -> !end.equals(certificate.evidence()))
                .ifPresent(end -> error(
                        "certificate.OtherEvidence",
                        "",
                        "the evidence is not that of the certificate: it has " + end.count()
                                + " exchanges and another end, "
                                + certificate.evidence().count() + " are certified"));
    }

    private void error(String id, String requirement, String message) {
        findings.add(Finding.error(id, Place.of(requirement), message));
    }
}
