package org.tongwen.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.certificate.Certificate;
import org.tongwen.conformance.certificate.PlanIdentity;
import org.tongwen.conformance.certificate.Verification;
import org.tongwen.conformance.certificate.VerificationKey;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen conformance verify}. */
@Command(
        name = "verify",
        description = "Checks a certificate of conformance with the issuer's public key. It needs no network.",
        customSynopsis =
                "tongwen conformance verify CERT --key PUBLIC [--revocations FILE] [--evidence DIR] [--at DATE] ...",
        footer = {
            "",
            "Finds any change to the certificate, its expiry, waivers that lapsed, its revocation when the issuer's list is",
            "given, and any change to the evidence when the run's folder is given. What was not given is not checked, and a",
            "note says so.",
            "",
            "Exit codes: 0 the certificate is good on that day, 1 it is not, 2 the key cannot be used, 3 a file does not",
            "exist.",
            "",
            "Example: tongwen conformance verify certificate.jws --key issuer.pub.pem --revocations revocations.jws"
        })
final class VerifyCertificate implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    @Parameters(paramLabel = "CERT", description = "The certificate.")
    private String certificate;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "PUBLIC",
            description = "The issuer's public key (PEM), from a source that you trust.")
    private String key;

    @Option(names = "--revocations", paramLabel = "FILE", description = "The issuer's list of revoked certificates.")
    private @Nullable String revocations;

    @Option(names = "--evidence", paramLabel = "DIR", description = "The folder of the run that it certifies.")
    private @Nullable Path evidence;

    @Option(
            names = "--at",
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day for which it is checked, in UTC. Default: today")
    private @Nullable LocalDate at;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the result; JSON holds all that is certified. Default: text")
    private OutputFormat format;

    VerifyCertificate(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        VerificationKey issuer = KeyFiles.verificationKey(key, terminal);
        byte[] file = NamedFile.read(certificate, terminal);
        Optional<byte[]> list = Optional.ofNullable(revocations).map(name -> NamedFile.read(name, terminal));
        Optional<Path> folder = Optional.ofNullable(evidence).map(Folder::existing);
        LocalDate day = Optional.ofNullable(at).orElseGet(() -> LocalDate.now(clock));
        Checked<Certificate> checked = withPlan(Verification.of(file, issuer, list, folder, day));
        print(checked, day);
        return checked.ok() ? Exit.DONE : Exit.FINDINGS;
    }

    /** A certificate stays good when the suite knows another plan of that name, but nobody should take it for one of that plan. */
    private static Checked<Certificate> withPlan(Checked<Certificate> checked) {
        if (checked.value().isEmpty()) {
            return checked;
        }
        Certificate certificate = checked.value().get();
        List<Finding> findings = new ArrayList<>(checked.findings());
        PlanIdentity.warning(certificate.plan()).ifPresent(findings::add);
        return Checked.of(certificate, findings);
    }

    private void print(Checked<Certificate> checked, LocalDate day) {
        List<Finding> findings = FindingPrinter.in(certificate, checked.findings());
        switch (format) {
            case TEXT -> {
                terminal.result(CertificateText.verdict(certificate, checked, day));
                FindingPrinter.print(findings, terminal);
            }
            case JSON ->
                terminal.result(JsonReport.object(json -> {
                    json.writeStringField("verdict", checked.ok() ? "valid" : "invalid");
                    json.writeStringField("day", day.toString());
                    json.writeFieldName("findings");
                    FindingJson.array(findings, json);
                    if (checked.value().isPresent()) {
                        json.writeFieldName("certificate");
                        checked.value().get().json().write(json);
                    }
                }));
        }
    }
}
