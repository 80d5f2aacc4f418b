package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The folder route keeps every file that it refuses, as it was, with the findings beside it. */
class BadInputFolderTest {

    private static final Map<String, String> QUICK =
            Map.of("tongwen.folder.delay", "100", "tongwen.folder.readLockCheckInterval", "20");
    /** Those of the batch in ISO: the way back compares. */
    private static final Map<String, String> GIVEN =
            Map.of("debtor_name", "深圳示例商户有限公司", "debtor_account", "6222020200012345678", "debtor_agent", "DEMOCNBJ");

    @TempDir
    private static Path root;

    private static RunningHub hub;

    @BeforeAll
    static void dropAllFiles() throws IOException {
        for (BadInput bad : BadInputs.all()) {
            put("inbox/" + file(bad), bad.document());
        }
        put("inbox/wallet.transfer/to-iso/empty.json", new byte[0]);
        put("inbox/wallet.transfer/to-iso/two megabytes.json", new byte[2_000_000]);
        put("inbox/wallet.transfr/to-iso/wrong mapping.json", BadInputs.utf8(Documents.WALLET));
        put("inbox/wallet.transfer/sideways/wrong direction.json", BadInputs.utf8(Documents.WALLET));
        hub = RunningHub.start(options ->
                options.folder(root).maxBytes(1_000_000).properties(QUICK).given(GIVEN));
        await().atMost(Duration.ofMinutes(2)).until(() -> files("inbox") + files("working") == 0);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsKeptAndTheFindingSaysWhere() {
        return BadInputs.all().stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.name(), () -> kept(file(bad), bad.document(), bad.id() + " at " + bad.place())));
    }

    @Test
    void anEmptyFileIsKept() throws IOException {
        kept("wallet.transfer/to-iso/empty.json", new byte[0], "hub.EmptyBody at 0:0");
    }

    @Test
    void aFileOfTwoMegabytesIsKept() throws IOException {
        kept("wallet.transfer/to-iso/two megabytes.json", new byte[2_000_000], "hub.TooLarge at 0:0");
    }

    @Test
    void aFileForAnUnknownMappingOrDirectionIsKept() throws IOException {
        byte[] document = BadInputs.utf8(Documents.WALLET);

        kept("wallet.transfr/to-iso/wrong mapping.json", document, "hub.UnknownMapping at 0:0");
        kept("wallet.transfer/sideways/wrong direction.json", document, "hub.UnknownDirection at 0:0");
    }

    @Test
    void nothingIsTranslated() throws IOException {
        assertThat(files("outbox") + files("done")).isZero();
    }

    private static void kept(String file, byte[] document, String error) throws IOException {
        Path failed = root.resolve("failed").resolve(file);
        assertThat(Files.readAllBytes(failed)).isEqualTo(document);
        String findings = Files.readString(
                failed.resolveSibling(failed.getFileName().toString().replaceAll("\\.\\w+$", ".findings.json")));
        assertThat(findings).doesNotContain("org.", "com.", "java.", "Exception", "\tat ");
        JsonNode json = new ObjectMapper().readTree(findings);
        assertThat(json.get("file").asText()).isEqualTo(failed.getFileName().toString());
        List<String> errors = BadInputTest.findings(json).stream()
                .map(finding -> finding.get("id").asText() + " at " + BadInputTest.place(finding))
                .toList();
        assertThat(errors).containsExactly(error);
    }

    private static String file(BadInput bad) {
        return bad.mapping() + "/" + bad.direction() + "/" + bad.name() + ".in";
    }

    private static void put(String file, byte[] document) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, document);
    }

    private static long files(String folder) throws IOException {
        Path path = root.resolve(folder);
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).count();
        } catch (UncheckedIOException e) {
            // The hub renamed a file while we looked; whoever waits will look again.
            return -1;
        }
    }
}
