package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.app.Main;

/** The command line in a process of its own, as scripts of a bank call it: exit code, standard output, standard error. */
class BadInputCommandTest {

    /** One of each line of the issue; the others differ only in the document. */
    private static final Set<String> SHOWN = Set.of(
            "not JSON",
            "a duplicate key deep inside",
            "a text for a number",
            "no openid in the second transfer",
            "an unknown scene",
            "a name that is too long and may not be cut",
            "block 4 without hyphen",
            "an MT202",
            "field 77B",
            "JPY 1,5 in field 33B",
            "an external entity",
            "an unknown namespace",
            "a message of another kind",
            "CNY 0.001");

    @TempDir
    private Path folder;

    static List<BadInput> shown() {
        List<BadInput> shown = BadInputs.all().stream()
                .filter(bad -> SHOWN.contains(bad.name()))
                .toList();
        assertThat(shown).hasSize(SHOWN.size());
        return shown;
    }

    /** What a run left behind. */
    private record Outcome(int exitCode, String out, String err) {

        void saysOnly(int code, String error) {
            assertThat(err).doesNotContain("org.", "com.", "java.", "Exception", "\tat ");
            assertThat(exitCode).as(err).isEqualTo(code);
            assertThat(out).isEmpty();
            assertThat(err).contains(error);
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void isRefusedAtItsPlace(BadInput bad) throws Exception {
        Path file = Files.write(folder.resolve("付款 1.in"), bad.document());

        Outcome outcome = translate(bad, file.toString());

        String path = bad.path().isEmpty() ? "" : " " + bad.path();
        outcome.saysOnly(1, file + ":" + bad.line() + ":" + bad.column() + path + ": [ERROR] ");
        assertThat(outcome.err().lines().filter(line -> line.contains("[ERROR]")))
                .singleElement()
                .asString()
                .endsWith(" | " + bad.id());
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("empty.json"), new byte[0]);

        run("translate", "wallet.transfer", "to-iso", file.toString()).saysOnly(1, "the document is empty");
    }

    @Test
    void tenMegabytesOfOpenBracketsAreRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(10_000_000));

        run("translate", "wallet.transfer", "to-iso", file.toString()).saysOnly(1, file + ":1:101 /0/0/0");
    }

    @Test
    void twoMegabytesAreRefusedWhereOneIsTheLimit() throws Exception {
        Path file = Files.write(folder.resolve("large.json"), new byte[2_000_000]);

        run("translate", "wallet.transfer", "to-iso", file.toString(), "--max-size", "1MB")
                .saysOnly(1, "the document is larger than the limit of 1000000 bytes");
    }

    @Test
    void anUnknownMappingIsNotFound() throws Exception {
        run("translate", "wallet.transfr", "to-iso", "-").saysOnly(3, "did you mean 'wallet.transfer'?");
    }

    @Test
    void anUnknownDirectionIsWrongUsage() throws Exception {
        run("translate", "wallet.transfer", "to_iso", "-").saysOnly(2, "to_iso");
    }

    @Test
    void anUnknownFileIsNotFound() throws Exception {
        run("translate", "wallet.transfer", "to-iso", folder + "/none.json").saysOnly(3, "no such file");
    }

    @Test
    void aGivenValueThatIsMissingIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("batch.json"), Documents.WECHAT);

        run("translate", "wechat-pay.transfer-batch", "to-iso", file.toString())
                .saysOnly(1, "the value debtor_name must be given");
    }

    @Test
    void aMessageThatIsWrongIsNotValid() throws Exception {
        String xml =
                BadInput.with(Documents.PACS, "<IntrBkSttlmAmt Ccy=\"EUR\">1280.5", "<IntrBkSttlmAmt Ccy=\"JPY\">1.5");
        Path file = Files.writeString(folder.resolve("wrong.xml"), xml);

        Outcome outcome = run("validate", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out() + outcome.err())
                .contains("39:9 /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/IntrBkSttlmAmt", "iso.CurrencyDecimals")
                .doesNotContain("org.", "com.", "java.", "Exception", "\tat ");
    }

    private static Outcome translate(BadInput bad, String file) throws Exception {
        List<String> args = new ArrayList<>(List.of("translate", bad.mapping(), bad.direction(), file));
        bad.given().forEach((name, value) -> args.addAll(List.of("--given", name + "=" + value)));
        return run(args.toArray(String[]::new));
    }

    private static Outcome run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dtongwen.home=" + Path.of("").toAbsolutePath().getParent(),
                "-cp",
                System.getProperty("tongwen.product"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path err = Files.createTempFile("err", ".txt");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Outcome outcome = new Outcome(process.exitValue(), out, Files.readString(err));
        Files.delete(err);
        return outcome;
    }

    private static java.io.File nothing() throws IOException {
        java.io.File file = Files.createTempFile("nothing", "").toFile();
        file.deleteOnExit();
        return file;
    }
}
