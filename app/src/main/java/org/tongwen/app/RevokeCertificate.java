package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.certificate.Certificate;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.certificate.RevocationList;
import org.tongwen.conformance.certificate.SigningKey;
import org.tongwen.conformance.certificate.Verification;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance revoke}. */
@Command(
        name = "revoke",
        description = "Takes a certificate back: adds it to the issuer's signed list of revoked certificates.",
        customSynopsis = "tongwen conformance revoke [CERT --reason TEXT] --list FILE --key PRIVATE [--days 30]",
        footer = {
            "",
            "The list is made when it is not there. Without CERT it is issued anew, which it needs before the day on which it",
            "is to be replaced: whoever checks a certificate refuses a list that is older. A certificate cannot be taken off",
            "the list.",
            "",
            "Example: tongwen conformance revoke certificate.jws --reason 'key lost' --list revocations.jws --key keys/issuer.pem"
        })
final class RevokeCertificate implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CERT", description = "The certificate.")
    private @Nullable String certificate;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why. Everybody can read it.")
    private @Nullable String reason;

    @Option(names = "--list", required = true, paramLabel = "FILE", description = "The list.")
    private Path list;

    @Option(names = "--key", required = true, paramLabel = "PRIVATE", description = "The issuer's private key (PEM).")
    private String key;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + RevocationList.DAYS,
            converter = Days.class,
            description = "For how many days the list may be relied on, from 1 to " + Issuer.MOST_DAYS + ". Default: "
                    + RevocationList.DAYS)
    private int days;

    RevokeCertificate(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if ((certificate == null) != (reason == null)) {
            throw new ParameterException(spec.commandLine(), "CERT and --reason go together");
        }
        if (reason != null && reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason must say something");
        }
        Output.checkPlace(list, spec);
        SigningKey issuer = KeyFiles.signingKey(key, terminal);
        LocalDate today = LocalDate.now(clock);
        RevocationList next = added(list(issuer, today), issuer, today).next(today, days);
        Output.write(list, next.sign(issuer));
        terminal.result(
                list + ": issue " + next.number() + " with " + next.revoked().size()
                        + (next.revoked().size() == 1 ? " certificate" : " certificates") + ", to be replaced by "
                        + next.nextUpdate() + "\n");
        return Exit.DONE;
    }

    private RevocationList list(SigningKey issuer, LocalDate today) {
        if (!Files.exists(list)) {
            return RevocationList.empty(issuer.verificationKey(), today);
        }
        byte[] file = NamedFile.read(list.toString(), terminal);
        return known(list.toString(), RevocationList.verify(file, issuer.verificationKey()));
    }

    private RevocationList added(RevocationList known, SigningKey issuer, LocalDate today) {
        if (certificate == null) {
            return known;
        }
        byte[] file = NamedFile.read(certificate, terminal);
        Certificate taken = known(certificate, Verification.read(file, issuer.verificationKey()));
        known.entry(taken.id())
                .ifPresent(entry -> terminal.complain(certificate + " was revoked before, on " + entry.on()));
        return known.with(new RevocationList.Revoked(
                taken.id(), today, Optional.ofNullable(reason).orElse("")));
    }

    /** Nobody revokes what somebody else signed, and nobody signs a list that was changed. */
    private <T> T known(String file, Checked<T> checked) {
        FindingPrinter.print(FindingPrinter.in(file, checked.findings()), terminal);
        return checked.value().orElseThrow(() -> StopException.findings(file + " is not what this key signed"));
    }
}
