package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // the hub works behind the scenes
class FolderTest {

    private static final Map<String, String> QUICK =
            Map.of("tongwen.folder.delay", "100", "tongwen.folder.readLockCheckInterval", "100");
    private static final String WAY = "acme.payout/to-iso";

    @TempDir
    private Path root;

    @Test
    void translatesAFileAndKeepsIt() throws Exception {
        try (TestHub hub = start()) {
            drop(WAY, "pay.json", "{\"名\": 1}");

            await().until(() -> exists("done/" + WAY + "/pay.json"));
            assertThat(text("outbox/" + WAY + "/pay.xml"))
                    .isEqualTo("<to-iso debtor='' account=''>{\"名\": 1}</to-iso>");
            assertThat(text("outbox/" + WAY + "/pay.findings.json"))
                    .contains("\"file\" : \"pay.json\"")
                    .contains("\"result\" : \"pay.xml\"")
                    .contains("\"mapping\" : \"acme.payout\"")
                    .contains("\"id\" : \"mapping.Odd\"")
                    .contains("\"became\" : \"long\"");
            assertThat(text("done/" + WAY + "/pay.json")).isEqualTo("{\"名\": 1}");
            assertThat(files("inbox")).isEmpty();
            assertThat(files("working")).isEmpty();
            assertThat(files("outbox")).hasSize(2);
        }
    }

    @Test
    void keepsAFileThatItRefusesWithTheFindingsBesideIt() throws Exception {
        try (TestHub hub = start()) {
            drop(WAY, "bad.json", "error codec.Decimals");
            drop(WAY, "empty.json", "");
            drop(WAY, "crash.json", "crash");
            drop(WAY, "big.json", "x".repeat(1_000_001));
            drop("acme.pay0ut/to-iso", "lost.json", "x");
            drop("acme.payout/sideways", "lost.json", "x");
            drop("acme.payout", "shallow.json", "x");

            await().atMost(Duration.ofSeconds(30)).until(() -> files("failed").size() == 14);
            assertThat(text("failed/" + WAY + "/bad.findings.json"))
                    .contains("codec.Decimals")
                    .contains("\"line\" : 3");
            assertThat(text("failed/" + WAY + "/bad.json")).isEqualTo("error codec.Decimals");
            assertThat(text("failed/" + WAY + "/empty.findings.json")).contains("hub.EmptyBody");
            assertThat(text("failed/" + WAY + "/crash.findings.json"))
                    .contains("hub.Internal")
                    .doesNotContain("SECRET");
            assertThat(text("failed/" + WAY + "/big.findings.json")).contains("hub.TooLarge");
            assertThat(Files.size(root.resolve("failed/" + WAY + "/big.json"))).isEqualTo(1_000_001);
            assertThat(text("failed/acme.pay0ut/to-iso/lost.findings.json")).contains("did you mean acme.payout?");
            assertThat(text("failed/acme.payout/sideways/lost.findings.json")).contains("hub.UnknownDirection");
            assertThat(text("failed/acme.payout/shallow.findings.json")).contains("hub.Folder");
            assertThat(files("outbox")).isEmpty();
            assertThat(files("inbox")).isEmpty();
        }
    }

    @Test
    void neverReplacesAnEarlierFileOfTheSameName() throws Exception {
        try (TestHub hub = start()) {
            for (int i = 1; i <= 3; i++) {
                int number = i;
                drop(WAY, "pay.json", "number " + i);
                await().until(() -> files("done").size() == number);
            }
            drop(WAY, "pay.txt", "number 4");
            await().until(() -> files("done").size() == 4);

            assertThat(text("outbox/" + WAY + "/pay.xml")).contains("number 1");
            List<String> results = files("outbox").stream()
                    .filter(name -> name.endsWith(".xml"))
                    .toList();
            assertThat(results).hasSize(4);
            assertThat(results.stream().map(name -> text("outbox/" + WAY + "/" + name)))
                    .anyMatch(text -> text.contains("number 2"))
                    .anyMatch(text -> text.contains("number 3"))
                    .anyMatch(text -> text.contains("number 4"));
        }
    }

    @Test
    void leavesFilesAloneThatAreStillBeingWritten() throws Exception {
        try (TestHub hub = start()) {
            drop(WAY, "growing.json.part", "ha");
            drop(WAY, ".hidden.json", "ha");
            drop(WAY, "other.json", "x");

            await().until(() -> exists("done/" + WAY + "/other.json"));
            assertThat(files("inbox")).containsExactlyInAnyOrder("growing.json.part", ".hidden.json");
        }
    }

    @Test
    void refusesALinkWithoutFollowingIt() throws Exception {
        Path secret = Files.writeString(root.resolve("secret.txt"), "secret");
        Files.createDirectories(root.resolve("hub/inbox/" + WAY));
        Files.createSymbolicLink(root.resolve("hub/inbox/" + WAY + "/link.json"), secret);
        Path hubRoot = root.resolve("hub");
        try (TestHub hub = new TestHub(TestHub.OPTIONS.folder(hubRoot).properties(QUICK))) {
            await().until(() -> Files.exists(hubRoot.resolve("failed/" + WAY + "/link.findings.json")));

            assertThat(secret).hasContent("secret");
            assertThat(Files.exists(hubRoot.resolve("outbox"))).isFalse();
        }
    }

    @Test
    void finishesWhatAnEarlierProcessLeft() throws Exception {
        put("working/" + WAY + "/out.json", "x");
        put("outbox/" + WAY + "/out.xml", "<x/>");
        put("outbox/" + WAY + "/out.findings.json", "{}");
        put("working/" + WAY + "/half.json", "half");
        put("outbox/" + WAY + "/half.findings.json", "{}");
        put("working/" + WAY + "/refused.json", "x");
        put("failed/" + WAY + "/refused.findings.json", "{}");
        try (TestHub hub = start()) {
            await().until(() -> exists("done/" + WAY + "/half.json"));

            assertThat(text("outbox/" + WAY + "/out.xml")).isEqualTo("<x/>");
            assertThat(text("outbox/" + WAY + "/half.xml")).contains("half");
            assertThat(files("done")).containsExactlyInAnyOrder("out.json", "half.json");
            assertThat(files("failed")).containsExactlyInAnyOrder("refused.json", "refused.findings.json");
            assertThat(files("working")).isEmpty();
        }
    }

    @Test
    void triesAgainWhenTheDiskRefusesToBeWritten() throws Exception {
        put("outbox", "a file where a folder should be");
        try (TestHub hub = start()) {
            drop(WAY, "pay.json", "x");
            await().until(() -> exists("working/" + WAY) && files("inbox").size() == 1);
            Files.delete(root.resolve("outbox"));
            await().until(() -> files("done").size() == 1);

            assertThat(files("outbox")).containsExactlyInAnyOrder("pay.xml", "pay.findings.json");
            assertThat(files("failed")).isEmpty();
        }
    }

    private TestHub start() {
        return new TestHub(TestHub.OPTIONS.folder(root).properties(QUICK));
    }

    private void drop(String way, String name, String content) throws IOException {
        Path temporary = Files.writeString(Files.createTempFile(root, "drop", ".tmp"), content);
        Path folder = Files.createDirectories(root.resolve("inbox").resolve(way));
        Files.move(temporary, folder.resolve(name));
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    private boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    private String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The hub may rename a file while we look: then we look again. */
    private List<String> files(String folder) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return listed(folder);
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(NoSuchFileException.class);
            }
        }
        throw new AssertionError("the files of " + folder + " never rest");
    }

    private List<String> listed(String folder) throws IOException {
        if (!exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
