package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.app.Session.Outcome;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.State;

class DeskCommandsTest {

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Outcome run(String... words) {
        return new Session().run(words);
    }

    /** A command about the store itself. */
    private Outcome store(String... words) {
        return run(with(words, "--data", data().toString()));
    }

    /** A command about the running hub. */
    private Outcome hub(DeskFixture hub, String... words) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), DeskFixture.KEY + "\n");
        return run(with(words, "--hub", hub.url(), "--key-file", key.toString()));
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void storeAndHubAnswerWithTheSameBytes() throws IOException {
        List<String[]> questions = new ArrayList<>();
        List<Outcome> ofHub = new ArrayList<>();
        try (DeskFixture hub = DeskFixture.open(data())) {
            MessageId id = hub.held("the source");
            questions.add(new String[] {"journal", "show", id.toString(), "--contents"});
            questions.add(new String[] {"journal", "show", id.toString(), "--format", "json"});
            questions.add(new String[] {"journal", "find", "--reference", "E-1 ü", "--since", "2026-01-01"});
            questions.add(new String[] {"held", "list"});
            questions.add(new String[] {"held", "list", "--format", "json", "--participant", "acme"});
            questions.add(new String[] {"held", "show", id.toString()});
            for (String[] question : questions) {
                ofHub.add(hub(hub, question));
            }
        }
        for (int i = 0; i < questions.size(); i++) {
            Outcome outcome = store(questions.get(i));

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.out()).isNotEmpty().isEqualTo(ofHub.get(i).out());
        }
    }

    /** What the hub takes, the commands take. */
    @Test
    void theStoreIsThatOfTheConfiguration() throws IOException {
        try (DeskFixture hub = DeskFixture.open(data())) {
            hub.held("the source");
        }
        Path config = Files.writeString(folder.resolve("hub.yaml"), """
                store: {file: data/journal, keys: data/keys.json}
                participants:
                  acme:
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    profile: none
                """.formatted("0".repeat(64)));

        Outcome outcome = run("held", "list", "--config", config.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("  held  acme  ");
    }

    @Test
    void aStoryIsShownAsText() throws IOException {
        try (DeskFixture hub = DeskFixture.open(data())) {
            MessageId id = hub.held("line 1\n\u001b[31mline 2");

            String story =
                    hub(hub, "journal", "show", id.toString(), "--contents").out();

            assertThat(story)
                    .startsWith(id + "  held\n")
                    .contains("  participant   acme\n", "  mapping       acme.payout\n")
                    .containsPattern("  2\\S+Z  held  hub\n      /Document: \\[error\\] too much \\| screen.Limit\n")
                    .contains("original\n    line 1\n    \\u001b[31mline 2\n");
        }
    }

    @Test
    void aMessageIsRepairedWithTheMendedSource() throws IOException {
        try (DeskFixture hub = DeskFixture.open(data())) {
            MessageId id = hub.held("{\"amount\": 1}\n");
            Path source = folder.resolve("payment.json");

            assertThat(hub(hub, "held", "show", id.toString(), "--source", source.toString())
                            .exitCode())
                    .isZero();
            assertThat(source).hasContent("{\"amount\": 1}\n");
            Files.writeString(source, "hold");
            assertThat(hub(hub, "held", "repair", id.toString(), source.toString(), "--reason", "a & b=c")
                            .exitCode())
                    .isEqualTo(Exit.HELD);
            hub(hub, "held", "show", id.toString(), "--source", source.toString());
            assertThat(source).hasContent("hold");
            Files.writeString(source, "good");
            Outcome repaired = hub(hub, "held", "repair", id.toString(), source.toString(), "--reason", "typo");

            assertThat(repaired.exitCode()).isZero();
            assertThat(repaired.out()).contains("reason: a & b=c", "reason: typo", "released", "carol");
            assertThat(hub.journal().content(id, Content.ORIGINAL).orElseThrow())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("{\"amount\": 1}\n");
        }
    }

    @Test
    void aRepairThatLeadsToARefusalEndsWithOne() throws IOException {
        try (DeskFixture hub = DeskFixture.open(data())) {
            Path source = Files.writeString(folder.resolve("bad"), "rubbish");

            assertThat(hub(hub, "held", "repair", hub.held("x").toString(), source.toString(), "--reason", "r")
                            .exitCode())
                    .isEqualTo(Exit.FINDINGS);
        }
    }

    @Test
    void aMessageIsReleasedOnceAndTheSecondOperatorIsTold() throws IOException {
        try (DeskFixture hub = DeskFixture.open(data())) {
            String id = hub.held("x").toString();

            Outcome first = hub(hub, "held", "release", id, "--reason", "checked", "--seen", "2");
            Outcome second = hub(hub, "held", "release", id, "--reason", "checked");

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out()).contains("delivery  to beta  pacs.008.001.08  waiting after 0 attempts");
            assertThat(second.exitCode()).isEqualTo(Exit.FINDINGS);
            assertThat(second.err()).contains("it is released | hub.Overtaken");
            assertThat(second.out()).isEmpty();
        }
    }

    @Test
    void aMessageIsRefusedWithoutAHub() {
        MessageId id;
        try (DeskFixture hub = DeskFixture.open(data())) {
            id = hub.held("x");
        }

        Outcome refused = store("held", "refuse", id.toString(), "--reason", "closed account", "--as", "dora");

        assertThat(refused.exitCode()).as(refused.err()).isZero();
        assertThat(refused.out()).contains("refused  command:dora\n      reason: closed account\n");
        try (DeskFixture hub = DeskFixture.open(data())) {
            assertThat(hub.journal().story(id).orElseThrow().state()).isEqualTo(State.REFUSED);
        }
    }

    @Test
    void withoutAHubNothingIsReleasedOrRepaired() throws IOException {
        String id;
        try (DeskFixture hub = DeskFixture.open(data())) {
            id = hub.held("x").toString();
        }
        Path source = Files.writeString(folder.resolve("good"), "good");

        assertThat(store("held", "release", id, "--reason", "r").err()).contains("app.NeedsHub", "--hub URL");
        assertThat(store("held", "repair", id, source.toString(), "--reason", "r")
                        .exitCode())
                .isEqualTo(Exit.FINDINGS);
        assertThat(store("held", "list").out()).contains(id);
    }

    @Test
    void aStoreThatAHubUsesIsSaidToBeInUse() {
        try (DeskFixture hub = DeskFixture.open(data())) {
            Outcome outcome = store("held", "list");

            assertThat(hub.requests()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(Exit.INTERNAL);
            assertThat(outcome.err()).contains("in use by another process", "--hub URL");
        }
    }

    @Test
    void aStoreThatIsNotThereIsNotMade() {
        Outcome outcome = store("journal", "find");

        assertThat(outcome.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(outcome.err()).contains("no journal stands there");
        assertThat(data()).doesNotExist();
    }

    @Test
    void aMessageThatIsNotThereIsNotFound() throws IOException {
        try (DeskFixture hub = DeskFixture.open(data())) {
            String other = MessageId.next(Clock.systemUTC()).toString();

            assertThat(hub(hub, "journal", "show", other).exitCode()).isEqualTo(Exit.NOT_FOUND);
            assertThat(hub(hub, "held", "refuse", other, "--reason", "r").exitCode())
                    .isEqualTo(Exit.NOT_FOUND);
        }
    }

    @Test
    void whoHasNoKeyIsTurnedAway() {
        try (DeskFixture hub = DeskFixture.open(data())) {
            Outcome outcome = run("held", "list", "--hub", hub.url());

            assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
            assertThat(outcome.err()).contains("hub.Unauthenticated");
        }
    }

    @Test
    void aHubThatDoesNotAnswerIsNamed() {
        Outcome outcome = run("held", "list", "--hub", "http://127.0.0.1:1");

        assertThat(outcome.exitCode()).isEqualTo(Exit.INTERNAL);
        assertThat(outcome.err()).contains("no hub answers at http://127.0.0.1:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held list --hub ftp://x                   | is not an address",
                "held list --hub http://x --data d         | does not go with",
                "held list --key-file k                    | go with --hub",
                "held list --config c --data d             | do not go together",
                "held release nonsense --reason r          | is not the id of a message",
                "held release 01a2035c-c754-7000-9c5d-4ea515e17144 | --reason",
                "journal verify --head x                   | is not a head",
                "journal                                   | which journal command?",
                "journal keys                              | which keys command?",
                "held                                      | which held command?",
            })
    void wrongUsageIsExplained(String words, String said) {
        Outcome outcome = run(words.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(outcome.err()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=gone", "since=yesterday", "most=0"})
    void aSearchThatMakesNoSenseIsExplained(String search) throws IOException {
        String[] parts = search.split("=");
        try (DeskFixture hub = DeskFixture.open(data())) {
            Outcome outcome = hub(hub, "journal", "find", "--" + parts[0], parts[1]);

            assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
            assertThat(outcome.err()).contains("hub.Parameter");
        }
    }

    @Test
    void keysAreListedAndRotatedWithoutBeingShown() throws IOException {
        MessageId id;
        try (DeskFixture hub = DeskFixture.open(data())) {
            id = hub.held("before");
        }
        assertThat(store("journal", "keys", "show").out()).matches("\\d+  seals\n");
        assertThat(store("journal", "keys", "rotate").exitCode()).isZero();

        assertThat(store("journal", "keys", "show").out()).matches("\\d+ +opens what it sealed\n\\d+ +seals\n");
        assertThat(store("journal", "show", id.toString(), "--contents").out()).contains("original\n    before\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journal show",
                "journal find",
                "journal verify",
                "journal deliver",
                "journal keys show",
                "journal keys rotate",
                "held list",
                "held show",
                "held repair",
                "held release",
                "held refuse"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        Outcome outcome = run((command + " --help").split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Usage: tongwen " + command, "Example: tongwen " + command);
    }
}
