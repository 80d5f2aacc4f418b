package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** No container can be built or run where the tests run, so the files for it are read with care. */
class PackagingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** A name with a version of at least two numbers, which no later image takes over. */
    private static final Pattern PINNED = Pattern.compile("[a-z0-9/-]+:\\d+\\.\\d+\\S*");

    /** The instructions, with continued lines joined. */
    private static List<String> docker() throws IOException {
        String joined = Files.readString(ROOT.resolve("Dockerfile"))
                .replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", "");
        return joined.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String instruction(String name) throws IOException {
        List<String> all =
                docker().stream().filter(line -> line.startsWith(name + " ")).toList();
        return all.get(all.size() - 1);
    }

    private static JsonNode yaml(String file) throws IOException {
        return JSON.valueToTree(
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ROOT.resolve(file))));
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The JSON array at the end of an instruction. */
    private static List<String> array(String instruction) throws IOException {
        return words(JSON.readTree(instruction.substring(instruction.indexOf('['))));
    }

    @Test
    void imagesArePinned() throws Exception {
        List<String> images = new ArrayList<>();
        docker().stream()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1])
                .forEach(images::add);
        yaml("compose.yaml")
                .get("services")
                .forEach(service -> images.add(service.get("image").asText()));

        assertThat(images).hasSize(4).allMatch(image -> PINNED.matcher(image).matches());
    }

    @Test
    void theHubRunsWithoutRootAndFetchesNothing() throws Exception {
        assertThat(instruction("USER")).matches("USER [1-9]\\d+:[1-9]\\d+");
        assertThat(docker())
                .noneMatch(line -> line.startsWith("ADD ") || line.contains("http") && line.startsWith("RUN "));
        assertThat(docker()).noneMatch(line -> line.contains("curl") || line.contains("wget"));
    }

    @Test
    void theContainersCommandsAreOursWithOptionsThatTheyHave() throws Exception {
        List<String> start = new ArrayList<>(array(instruction("ENTRYPOINT")));
        start.addAll(array(instruction("CMD")));

        assertIsCommand(start, "serve");
        assertIsCommand(array(instruction("HEALTHCHECK")), "health");
    }

    private static void assertIsCommand(List<String> words, String command) {
        int main = words.indexOf(Main.class.getName());
        assertThat(words.subList(0, main)).startsWith("java").containsSequence("-cp", "/opt/tongwen/*");
        assertThat(words.get(main + 1)).isEqualTo(command);
        String help = new Session().run(command, "--help").out();
        assertThat(words.subList(main + 2, words.size()))
                .filteredOn(word -> word.startsWith("--"))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(help).containsPattern("(?m)^\\s+" + option + "=?"));
    }

    @Test
    void theContainersWriteNowhereButInTheirVolumes() throws Exception {
        JsonNode hub = yaml("compose.yaml").at("/services/hub");
        String written = array(instruction("VOLUME")).get(0);

        assertThat(hub.get("read_only").asBoolean()).isTrue();
        assertThat(words(hub.get("cap_drop"))).containsExactly("ALL");
        assertThat(words(hub.get("tmpfs"))).containsExactly("/tmp");
        assertThat(words(hub.get("volumes")))
                .contains("hub-data:" + written)
                .filteredOn(volume -> volume.startsWith("."))
                .isNotEmpty()
                .allSatisfy(volume -> {
                    assertThat(volume).endsWith(":ro");
                    assertThat(ROOT.resolve(volume.split(":")[0])).exists();
                });
        assertThat(words(hub.get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(array(instruction("CMD")))
                .contains(words(hub.get("volumes")).get(0).split(":")[1]);
    }

    @Test
    void noSecretStandsInTheFiles() throws Exception {
        JsonNode compose = yaml("compose.yaml");
        List<String> settings = new ArrayList<>();
        compose.get("services")
                .forEach(service ->
                        service.path("environment").properties().forEach(variable -> settings.add(variable.getKey())));

        assertThat(settings).isNotEmpty().noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|KEY)"));
        assertThat(compose.get("secrets")).isNotEmpty().allSatisfy(secret -> {
            assertThat(secret.properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactly("file");
            assertThat(secret.get("file").asText()).startsWith("./deploy/secrets/");
        });
        assertThat(Files.readString(ROOT.resolve(".gitignore"))).contains("/deploy/secrets/");
        assertThat(Files.readString(ROOT.resolve(".dockerignore"))).contains("deploy/secrets");
        assertThat(yaml("deploy/hub.yaml").at("/store/password").has("file")).isTrue();
    }

    @Test
    void hubAndDatabaseAgree() throws Exception {
        JsonNode compose = yaml("compose.yaml");
        JsonNode store = yaml("deploy/hub.yaml").get("store");
        JsonNode database = compose.at("/services/db/environment");

        assertThat(store.get("postgres").asText())
                .isEqualTo("jdbc:postgresql://db/" + database.get("POSTGRES_DB").asText());
        assertThat(store.get("user")).isEqualTo(database.get("POSTGRES_USER"));
        assertThat(store.at("/password/file")).isEqualTo(database.get("POSTGRES_PASSWORD_FILE"));
        assertThat(store.get("keys").asText())
                .startsWith(array(instruction("VOLUME")).get(0) + "/");
    }
}
