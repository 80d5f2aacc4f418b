package org.tongwen.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.engine.MadeKeys;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.conformance.reference.LocalReference;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongwen conformance reference}. */
@Command(
        name = "reference",
        description =
                "Starts the reference participant on this machine, so that the whole way to a certificate can be tried over HTTP.",
        customSynopsis = "tongwen conformance reference --out DIR [--variant NAME] [--callback-port PORT]",
        footer = {
            "",
            "Writes into DIR what its owner would write: participant.yaml, the configuration for \"conformance run\", and the",
            "keys that it names: participant.pub.pem, those of the suite (suite.pem, suite.pub.pem), and in the same way those",
            "of each party that the suite plays. It runs until it is told to end (Ctrl-C). What lies in DIR under these names",
            "is replaced.",
            "",
            "Example: tongwen conformance reference --out trial",
            "Example: tongwen conformance run --participant trial/participant.yaml --out trial/run"
        })
final class StartReference implements Callable<Integer> {

    private static final String CONFIGURATION = "participant.yaml";
    private static final String THEIRS = "participant.pub.pem";
    private static final String SUITE = "suite";

    private final Terminal terminal;
    private final Clock clock;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to; made if needed.")
    private Path folder;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "A broken participant instead; see \"conformance list --variants\".")
    private @Nullable String variant;

    @Option(
            names = "--callback-port",
            paramLabel = "PORT",
            defaultValue = "9443",
            converter = Serve.Port.class,
            description = "Port at which the suite will listen for its messages. Default: 9443")
    private int callbackPort;

    StartReference(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        LocalReference reference =
                Optional.ofNullable(variant).map(Tested::variant).orElseGet(() -> new LocalReference(Optional.empty()));
        make(folder);
        MadeKeys keys = MadeKeys.of(Plans.find(LocalReference.PLAN)
                .flatMap(Checked::value)
                .orElseThrow()
                .setting());
        URI callback = URI.create("http://127.0.0.1:" + callbackPort);
        LocalParticipant.Running running = reference.start(
                new LocalParticipant.Suite(callback, keys.suite().getPublic(), keys.publicKeys(), clock.instant()));
        try {
            write(running, keys);
            tell(running.config());
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // It was told to end.
            Thread.currentThread().interrupt();
        } finally {
            running.stop().close();
        }
        return Exit.DONE;
    }

    private void tell(ParticipantConfig config) {
        Path configuration = folder.resolve(CONFIGURATION);
        terminal.result(config.participant().name() + " is ready at "
                + config.endpoints().messages().orElseThrow() + "\nconfiguration: " + configuration + "\n");
        terminal.complain("try it from another terminal: tongwen conformance run --participant " + configuration
                + " --out " + folder.resolve("run"));
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StopException.refused("cannot make the folder " + folder + ": " + Input.reason(e));
        }
    }

    private void write(LocalParticipant.Running running, MadeKeys keys) throws IOException {
        pair(SUITE, keys.suite());
        for (Map.Entry<String, MadeKeys.Party> party : keys.parties().entrySet()) {
            pair(party.getKey(), party.getValue().keys());
        }
        text(THEIRS, SigningKeys.pem(running.theirs()));
        text(CONFIGURATION, configuration(running.config(), keys));
    }

    private void pair(String name, KeyPair keys) throws IOException {
        Path secret = folder.resolve(name + ".pem");
        Files.deleteIfExists(secret);
        KeyFiles.writeSecret(secret, SigningKeys.pem(keys.getPrivate()).getBytes(StandardCharsets.US_ASCII));
        text(name + ".pub.pem", SigningKeys.pem(keys.getPublic()));
    }

    private void text(String name, String content) {
        Output.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private String configuration(ParticipantConfig config, MadeKeys keys) {
        return "id: " + quoted(config.participant().id())
                + "\nname: " + quoted(config.participant().name())
                + "\nplan: " + config.plan()
                + "\nroles: [" + String.join(", ", config.participant().roles()) + "]"
                + "\n\nendpoints:\n" + lines(new TreeMap<>(config.endpoints().all()))
                + "clock: {control: " + quoted(config.clock().orElseThrow()) + "}"
                + "\ncallback: {host: 127.0.0.1, port: " + callbackPort + "}"
                + "\nkeys:\n  participant: " + THEIRS + "\n  suite: " + SUITE + ".pem\n  parties:\n"
                + keys.parties().keySet().stream()
                        .map(name -> "    " + name + ": " + name + ".pem\n")
                        .collect(Collectors.joining())
                + "\ndata:\n" + lines(new TreeMap<>(config.data()));
    }

    private static String lines(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> "  " + entry.getKey() + ": " + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** A text of JSON is one of YAML. */
    private static String quoted(Object text) {
        return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
