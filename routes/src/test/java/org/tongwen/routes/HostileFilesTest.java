package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders below the inbox of one participant, made to reach what is another's or to break the hub. */
class HostileFilesTest {

    private static final Map<String, String> QUICK =
            Map.of("tongwen.folder.delay", "100", "tongwen.folder.readLockCheckInterval", "50");

    @TempDir
    private Path folder;

    private Path work = Path.of("");
    private LiveHub hub;

    @BeforeEach
    void start() throws IOException {
        work = folder.resolve("work");
        Files.createDirectories(folder.resolve("out"));
        Files.createDirectories(work.resolve("inbox/thief/messages"));
        Files.createDirectories(work.resolve("outbox/victim/messages"));
        hub = new LiveHub(
                folder, """
                participants:
                  victim:
                    agents: [AAAAGB2LXXX]
                    mappings: [swift.mt103]
                    counterparties: "*"
                    profile: none
                  thief:
                    agents: [CCCCGB2LXXX]
                    mappings: [swift.mt103]
                    profile: none
                  wallet:
                    agents: [BBBBESMMXXX]
                    receives: {channel: folder, to: out, mappings: {"*": iso}}
                """, options -> options.folder(work).properties(QUICK).maxBytes(1_000), Surroundings.USUAL);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aLinkInThePlaceOfAFolderLeadsNowhere() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.writeString(work.resolve("outbox/victim/messages/receipt.json"), "receipt");
        Files.createSymbolicLink(work.resolve("inbox/thief/swift.mt103"), outside);
        Files.delete(work.resolve("inbox/thief/messages"));
        Files.createSymbolicLink(work.resolve("inbox/thief/messages"), work.resolve("outbox/victim/messages"));

        afterAnotherFile();
        assertThat(outside.resolve("secret.txt")).hasContent("secret");
        assertThat(work.resolve("outbox/victim/messages/receipt.json")).hasContent("receipt");
        assertThat(names("failed/thief")).isEmpty();
    }

    /** Results would else go to where the link leads: into the inbox of the victim, and be sent in its name. */
    @Test
    void aLinkInTheOutboxLeadsNowhere() throws Exception {
        Path inbox = Files.createDirectories(work.resolve("inbox/victim/messages"));
        Files.createDirectories(work.resolve("outbox/thief/swift.mt103"));
        Files.createSymbolicLink(work.resolve("outbox/thief/swift.mt103/to-iso"), inbox);
        drop("thief/swift.mt103/to-iso", "pay.txt", LiveHub.mt103(1));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(work.resolve("working/thief/swift.mt103/to-iso")));
        Thread.sleep(500);
        assertThat(names("inbox/victim")).isEmpty();
        assertThat(names("done/victim")).isEmpty();
        Files.delete(work.resolve("outbox/thief/swift.mt103/to-iso"));
        await().atMost(Duration.ofSeconds(20)).until(() -> names("done/thief").size() == 1);
    }

    @Test
    void strangeNamesAreTakenCutOrLeftAlone() throws Exception {
        String mt103 = LiveHub.mt103(2);
        drop("victim/messages", "x".repeat(250) + ".txt", mt103);
        drop("victim/messages", "金".repeat(80) + ".txt", LiveHub.mt103(3));
        drop("victim/messages", "x." + "y".repeat(240), LiveHub.mt103(4));
        drop("victim/messages", "%2e%2e%2f..%2fevil.txt", LiveHub.mt103(5));
        drop("victim/messages", "a\n2026-11-22T00:00:00Z ERROR forged.txt", LiveHub.mt103(6));
        drop("victim/messages", "NUL", LiveHub.mt103(7));
        drop("victim/../victim/messages/deeper", "x.txt", LiveHub.mt103(8));
        drop("nobody/messages", "x.txt", LiveHub.mt103(9));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names("done/victim/messages")).hasSize(5));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names("failed")).hasSize(4));
        assertThat(names("done/victim/messages"))
                .contains("%2e%2e%2f..%2fevil.txt", "NUL")
                .allMatch(name -> name.length() <= 180);
        assertThat(names("outbox/victim/messages")).hasSize(5);
        assertThat(names("inbox")).containsExactly("a\n2026-11-22T00:00:00Z ERROR forged.txt");
        assertThat(names("working")).isEmpty();
    }

    @Test
    void whoMayNotUseAMappingIsToldWhereThatIsSaid() throws Exception {
        drop("thief/wallet.transfer/to-iso", "x.json", "{}");

        Path findings = work.resolve("failed/thief/wallet.transfer/to-iso/x.findings.json");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(findings));
        assertThat(findings).content().contains("hub.Forbidden", "says mappings, in its part of the configuration");
    }

    @Test
    void aFileGrowsNoLargerThanWhatIsReadOfIt() throws Exception {
        drop("victim/messages", "large.txt", "x".repeat(1_001));
        drop("victim/messages", "whole.txt", LiveHub.mt103(10));

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        names("done").contains("whole.txt") && names("failed").contains("large.findings.json"));
        assertThat(work.resolve("failed/victim/messages/large.findings.json"))
                .content()
                .contains("hub.TooLarge");
    }

    /** The hub has looked at everything that lay there when this one was dropped. */
    private void afterAnotherFile() throws IOException {
        drop("victim/messages", "other.txt", LiveHub.mt103(99));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> names("done/victim/messages").contains("other.txt"));
    }

    private void drop(String way, String name, String content) throws IOException {
        Path draft = Files.writeString(Files.createTempFile(folder, "drop", ".part"), content);
        Path inbox = Files.createDirectories(work.resolve("inbox").resolve(way));
        Files.move(draft, inbox.resolve(name));
    }

    private List<String> names(String way) throws IOException {
        Path start = work.resolve(way);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
