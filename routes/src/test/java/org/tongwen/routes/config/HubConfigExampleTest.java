package org.tongwen.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.Mappings;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.TestRevocationList;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;

/** The example and the documentation are right. */
class HubConfigExampleTest {

    private static final Path EXAMPLE = Path.of("examples/hub.yaml");
    private static final Path DOCS = Path.of("../docs/hub-configuration.md");

    @TempDir
    Path folder;

    @Test
    void theExampleIsReadWithoutFindings() throws IOException {
        TestAuthority authority = TestAuthority.named("CN=Authority");
        TestAuthority.Issued hub = authority.issue("CN=hub");
        hub.certificate(folder.resolve("tls/hub.pem"));
        hub.key(folder.resolve("tls/hub.key"));
        hub.key(folder.resolve("secrets/hub-signing.pem"));
        for (String file : List.of(
                "tls/client-authorities.pem", "tls/acme-standby.pem", "tls/acme-authority.pem", "keys/acme.pem")) {
            authority.own().certificate(folder.resolve(file));
        }
        TestRevocationList.of(authority, Instant.now().plus(1, ChronoUnit.DAYS))
                .der(folder.resolve("tls/client-authorities.crl"));
        write("secrets/rivermint-authorization", "Bearer x");
        write("lists/watch-list.txt", "Jane Doe");
        Files.createDirectories(folder.resolve("out/clearing"));
        Path file = Files.copy(EXAMPLE, folder.resolve("hub.yaml"));
        Mappings mappings = Mappings.builtIn(Catalogue.builtIn()).value().orElseThrow();

        Checked<HubConfig> read = HubConfigReader.read(
                file,
                Known.of(mappings, Set.of("cbpr-plus"), Channels.builtIn()),
                Map.of("TONGWEN_DB_PASSWORD", "x", "SCREENING_TOKEN", "x"),
                Clock.systemUTC());

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().orElseThrow().participants()).hasSize(4);
    }

    /** What the reader takes is known from what it says when it is given something else. */
    @Test
    void everyKeyIsInTheDocumentation() throws IOException {
        write("hub.yaml", """
                x: 1
                listen: {x: 1, tls: {x: 1}}
                store: {x: 1}
                delivery: {x: 1}
                screening: {x: 1}
                conversations: {x: 1}
                observe: {x: 1}
                participants:
                  a:
                    x: 1
                    credentials: {x: 1, tokens: {x: 1}}
                    limits: {x: 1}
                    checks: {x: 1, velocity: [{x: 1}]}
                    signature: {x: 1}
                    receives: {x: 1}
                """);
        Set<String> keys = new TreeSet<>();
        HubConfigReader.read(
                        folder.resolve("hub.yaml"),
                        new Known(Map.of(), Set.of(), Channels.builtIn()),
                        Map.of(),
                        Clock.systemUTC())
                .findings()
                .forEach(finding -> known(finding.hint(), keys));
        String docs = Files.readString(DOCS);

        assertThat(keys).hasSizeGreaterThan(60);
        assertThat(keys).allSatisfy(key -> assertThat(docs).containsPattern("[`{ ]" + key + "[`:]"));
    }

    @Test
    void everyFindingIsInTheDocumentation() throws IOException {
        String docs = Files.readString(DOCS);
        Pattern id = Pattern.compile("(?:error|warning|unknown|claim)\\(\\s*\"([A-Z][A-Za-z]+)\"");
        Set<String> ids = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = id.matcher(Files.readString(source));
            while (matcher.find()) {
                ids.add("config." + matcher.group(1));
            }
        }

        assertThat(ids).hasSizeGreaterThan(15);
        assertThat(ids).allSatisfy(each -> assertThat(docs).contains("`" + each + "`"));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/org/tongwen/routes/config"))) {
            return files.toList();
        }
    }

    private static void known(String hint, Set<String> keys) {
        String mark = "known keys: ";
        if (hint.startsWith(mark)) {
            keys.addAll(List.of(hint.substring(mark.length()).split(", ")));
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
    }
}
