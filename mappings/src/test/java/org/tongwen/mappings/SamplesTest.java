package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.load.Catalogue;

/**
 * Runs every sample of every mapping in both directions: {@code institutions/<institution>/samples/<mapping>/<case>/}. A case holds the
 * institution's document ({@code institution.*}), the ISO message ({@code iso.xml}), what comes back where declared losses make a
 * difference ({@code back.*}), and what is said on the way ({@code to-iso.txt}, {@code from-iso.txt}: findings and losses, a line each).
 * {@code -Dtongwen.update=true} writes what came out, for review in the difference.
 */
class SamplesTest {

    private static final Path FOLDER = Path.of("institutions");
    private static final boolean UPDATE = Boolean.getBoolean("tongwen.update");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:30:00Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52");

    private final Checked<Mappings> mappings = Mappings.load(FOLDER, Catalogue.builtIn());

    @TestFactory
    Stream<DynamicTest> everySampleHoldsInBothDirections() throws IOException {
        assertThat(FindingText.lines(mappings.findings())).isEmpty();
        try (Stream<Path> folders = Files.walk(FOLDER, 4)) {
            List<Path> cases = folders.filter(folder -> folder.getNameCount() == 5 && Files.isDirectory(folder))
                    .filter(folder -> folder.getName(2).toString().equals("samples"))
                    .sorted()
                    .toList();
            assertThat(cases).isNotEmpty();
            return cases.stream()
                    .map(folder -> dynamicTest(FOLDER.relativize(folder).toString(), () -> run(folder)));
        }
    }

    private void run(Path folder) throws IOException {
        String name = folder.getName(1) + "." + folder.getName(3);
        Mapping mapping = mappings.value().orElseThrow().find(name).orElseThrow();
        Context context = new Context(given(folder), CLOCK, () -> ID, Reporting.LOSSES);
        Path institution = institution(folder);
        Translation there = mapping.translate(Direction.TO_ISO, Files.readAllBytes(institution), context);
        expect(folder.resolve("to-iso.txt"), said(there));
        if (there.result().isEmpty()) {
            assertThat(folder.resolve("iso.xml")).doesNotExist();
            return;
        }
        expect(folder.resolve("iso.xml"), text(there));
        Translation back =
                mapping.translate(Direction.FROM_ISO, Files.readAllBytes(folder.resolve("iso.xml")), context);
        expect(folder.resolve("from-iso.txt"), said(back));
        assertThat(back.result()).as(said(back)).isPresent();
        Path lossy = folder.resolve(institution.getFileName().toString().replace("institution", "back"));
        String original = Files.readString(institution);
        if (Files.exists(lossy) || (UPDATE && !text(back).equals(original))) {
            assertThat(there.losses())
                    .as(
                            folder
                                    + ": what comes back differs and no loss is declared; JSON is compared as Tongwen writes it, two blanks deep")
                    .isNotEmpty();
            expect(lossy, text(back));
        } else {
            assertThat(text(back)).isEqualTo(original);
        }
    }

    private static Path institution(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("institution."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, String> given(Path folder) throws IOException {
        Path file = folder.resolve("given.yaml");
        Map<String, String> given = new HashMap<>();
        if (Files.exists(file)) {
            Yaml yaml = YamlReader.read(file.toString(), Files.readAllBytes(file))
                    .value()
                    .orElseThrow();
            ((Yaml.Fields) yaml).entries().forEach((key, entry) -> given.put(key, ((Yaml.Text) entry.value()).text()));
        }
        return given;
    }

    private static String text(Translation translation) {
        return new String(translation.result().orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String said(Translation translation) {
        StringBuilder said = new StringBuilder(FindingText.lines(translation.findings()));
        translation
                .losses()
                .forEach(loss -> said.append(loss.place())
                        .append(": [LOSS] ")
                        .append(loss.field())
                        .append(": ")
                        .append(loss.reason())
                        .append('\n'));
        return said.toString();
    }

    /** What a file must hold; a file that is not there stands for nothing. */
    private static void expect(Path file, String actual) throws IOException {
        if (UPDATE && actual.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (UPDATE) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
