package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.tongwen.conformance.certificate.KeyException;
import org.tongwen.conformance.certificate.SigningKey;
import org.tongwen.conformance.certificate.VerificationKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tongwen conformance keys show}. */
@Command(
        name = "show",
        description = "Shows the id and the public half of a key. The private half is never shown.",
        customSynopsis = "tongwen conformance keys show FILE",
        footer = {
            "",
            "The id is the thumbprint of RFC 7638; certificates name their issuer by it.",
            "",
            "Example: tongwen conformance keys show keys/issuer.pub.pem"
        })
final class ShowKey implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The private or the public key (PEM).")
    private String file;

    ShowKey(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] bytes = NamedFile.read(file, terminal);
        try {
            VerificationKey key = SigningKey.isPrivate(bytes)
                    ? SigningKey.read(bytes).verificationKey()
                    : VerificationKey.read(bytes);
            terminal.result("key " + key.id() + "\n" + new String(key.pem(), StandardCharsets.US_ASCII));
            return Exit.DONE;
        } catch (KeyException e) {
            throw StopException.usage(file + ": " + e.getMessage());
        }
    }
}
