package org.tongwen.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.certificate.Waivers;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonReader;
import org.tongwen.conformance.participant.ConfigReader;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.xsd.finding.Checked;

/** What the page on certification says is so: its files are read, and a stranger's tools check a certificate by its commands. */
class CertificationPageTest {

    private static final Path PAGE = Path.of("../docs/certification.md");

    @TempDir
    Path folder;

    @BeforeEach
    void inAFolderOfItsOwn() throws IOException {
        assertThat(PAGE).exists();
        Files.createDirectories(folder);
    }

    private static GuideBlock block(String note) throws IOException {
        return GuideBlock.of(PAGE).stream()
                .filter(block -> block.note().equals(note))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itsConfigurationIsReadWithoutAFinding() throws IOException {
        for (String name : List.of("bank.pub.pem", "suite.pem", "other-bank.pem", "wallet.pem", "waivers.yaml")) {
            Files.writeString(folder.resolve(name), "");
        }
        Path file = Files.writeString(
                folder.resolve("bank.yaml"), block("a whole configuration").text());

        Checked<ParticipantConfig> config = ConfigReader.read(file);

        assertThat(config.findings()).isEmpty();
        assertThat(plan().setting().data().keySet())
                .containsAll(config.value().orElseThrow().data().keySet());
        assertThat(plan().roles()).containsAll(config.value().orElseThrow().roles());
    }

    @Test
    void itsWaiversAreReadWithoutAFinding() throws IOException {
        assertThat(Waivers.read("w", block("a file of waivers").text().getBytes(UTF_8), plan())
                        .findings())
                .isEmpty();
    }

    private static Plan plan() {
        return Plans.find("wallet-interop").orElseThrow().value().orElseThrow();
    }

    @Test
    void everyFieldOfACertificateIsExplained() throws IOException {
        certify();
        String page = Files.readString(PAGE);
        String line = Files.readString(folder.resolve("certificate.jws")).strip();
        byte[] payload = Base64.getUrlDecoder().decode(line.split("\\.")[1]);

        assertThat(((Json.Fields) JsonReader.read(payload)).values().keySet())
                .allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    /** OpenSSL and a shell agree with us on the signature, and on every hash of the evidence. */
    @Test
    void aStrangerChecksACertificateWithoutTongwen() throws Exception {
        assumeTrue(runs("openssl pkeyutl -help"), "there is no OpenSSL here");
        assumeTrue(
                runs("printf x | base64 && printf x | sha256sum"), "there is no shell with base64 and sha256sum here");
        certify();

        String shown = shell(block("checks a certificate by hand").text());
        String head = shell(block("follows the evidence by hand").text()).strip();

        assertThat(shown).contains("Signature Verified Successfully", "\"alg\":\"EdDSA\"", "\"head\":\"" + head + "\"");
        Path certificate = folder.resolve("certificate.jws");
        String line = Files.readString(certificate);
        Files.writeString(
                certificate, line.substring(0, 200) + (line.charAt(200) == 'A' ? 'B' : 'A') + line.substring(201));
        assertThat(shell(block("checks a certificate by hand").text())).contains("Verification Failure");
        Path evidence = folder.resolve("evidence.jsonl");
        Files.writeString(evidence, Files.readString(evidence).replace("\"status\":200", "\"status\":201"));
        assertThat(shell(block("follows the evidence by hand").text())).startsWith("changed: ");
    }

    private void certify() throws IOException {
        Path keys = folder.resolve("keys");
        new Session().run("conformance", "keys", "create", "--out", keys.toString());
        Session.Outcome run = new Session()
                .run(
                        "conformance",
                        "run",
                        "--participant",
                        "hub",
                        "--plan",
                        "message-validity",
                        "--out",
                        folder.resolve("run").toString(),
                        "--key",
                        keys.resolve("issuer.pem").toString());
        assertThat(run.exitCode()).as(run.out()).isEqualTo(Exit.DONE);
        for (String name : List.of("certificate.jws", "evidence.jsonl")) {
            Files.copy(folder.resolve("run").resolve(name), folder.resolve(name));
        }
        Files.copy(keys.resolve("issuer.pub.pem"), folder.resolve("issuer.pub.pem"));
    }

    private boolean runs(String commands) throws InterruptedException {
        try {
            Process process = start(commands);
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String shell(String commands) throws IOException, InterruptedException {
        Process process = start(commands);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(folder.resolve("shown"));
    }

    private Process start(String commands) throws IOException {
        return new ProcessBuilder("sh", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("shown").toFile())
                .start();
    }
}
