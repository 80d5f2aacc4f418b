package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongwen.conformance.certificate.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance keys create}. */
@Command(
        name = "create",
        description = "Makes an Ed25519 key for signing certificates.",
        customSynopsis = "tongwen conformance keys create --out DIR [--name issuer]",
        footer = {
            "",
            "Writes NAME.pem (the private key, PKCS#8, readable by its owner only) and NAME.pub.pem (the public key, which",
            "goes to everybody who is to check certificates). Keep the private key where you keep such keys: whoever has it",
            "can certify.",
            "",
            "Example: tongwen conformance keys create --out keys"
        })
final class CreateKeys implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write them to; made if needed.")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "issuer",
            description = "Name of the files. Default: issuer")
    private String name;

    CreateKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new ParameterException(spec.commandLine(), "'" + name + "' is not a plain name for a file");
        }
        Path secret = folder.resolve(name + ".pem");
        Path shared = folder.resolve(name + ".pub.pem");
        if (Files.exists(shared)) {
            throw KeyFiles.exists(shared);
        }
        make(folder);
        SigningKey key = SigningKey.create();
        KeyFiles.writeSecret(secret, key.pem());
        Output.write(shared, key.verificationKey().pem());
        terminal.result(
                "key " + key.verificationKey().id() + "\n" + "private: " + secret + "\n" + "public:  " + shared + "\n");
        return Exit.DONE;
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StopException.refused("cannot make the folder " + folder + ": " + Input.reason(e));
        }
    }
}
