package org.tongwen.app;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.tongwen.conformance.certificate.Certificate;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.VisibleText;

/** A certificate in a few lines. */
final class CertificateText {

    private CertificateText() {}

    /** The verdict, then what is certified if the signature is right. */
    static String verdict(String file, Checked<Certificate> checked, LocalDate day) {
        String line = VisibleText.of(file) + ": " + (checked.ok() ? "valid" : "not valid") + " on " + day + "\n";
        return line + checked.value().map(CertificateText::of).orElse("");
    }

    /** What is certified. */
    static String of(Certificate certificate) {
        String roles = certificate.participant().roles().isEmpty()
                ? ""
                : ", " + String.join(" and ", certificate.participant().roles());
        return line(certificate.participant().name() + " ("
                        + certificate.participant().id() + ")" + roles)
                + line(certificate.plan().id() + " " + certificate.plan().version() + ", rules as of "
                        + certificate.asOf() + ": " + certificate.plan().title())
                + line("digest of the plan " + certificate.plan().digest())
                + line(counts(certificate) + "; " + certificate.evidence().count()
                        + (certificate.evidence().count() == 1 ? " exchange" : " exchanges") + " as evidence")
                + untested(certificate)
                + certificate.waivers().stream().map(CertificateText::waiver).collect(Collectors.joining())
                + line("issued " + certificate.issued() + ", valid until " + certificate.validUntil() + ", "
                        + certificate.id())
                + line("signed with the key " + certificate.issuer());
    }

    private static String counts(Certificate certificate) {
        return Arrays.stream(Standing.values())
                .filter(standing -> certificate.count(standing) > 0)
                .map(standing -> certificate.count(standing) + " " + standing.words())
                .collect(Collectors.joining(", "));
    }

    private static String untested(Certificate certificate) {
        return certificate.requirements().stream()
                .filter(each -> each.standing() == Standing.UNTESTED)
                .map(each -> line("untested: " + each.requirement() + ": " + each.reason()))
                .collect(Collectors.joining());
    }

    private static String waiver(Waiver waiver) {
        return line("waived: " + waiver.requirement() + " until " + waiver.until() + " by " + waiver.owner() + ": "
                + waiver.reason());
    }

    private static String line(String text) {
        return "    " + VisibleText.of(text) + "\n";
    }
}
