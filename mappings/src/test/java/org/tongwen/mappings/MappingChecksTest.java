package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.check.MappingFinding;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.load.Catalogue;

/** Damages the wallet's mapping in one place and looks at what the check says, and where. */
class MappingChecksTest {

    private static final Path ORIGINAL = Path.of("institutions/wallet");
    private static final Path CASES = Path.of("src/test/resources/checks");

    @TempDir
    private Path folder;

    private String mapping = "";
    private String schema = "";

    @BeforeEach
    void copy() throws IOException {
        // Files that a case before this one put beside the mapping.
        Files.deleteIfExists(folder.resolve("wallet/remittance.xsl"));
        for (String part : List.of("a", "b", "address")) {
            Files.deleteIfExists(folder.resolve("parts/" + part + ".yaml"));
        }
        Files.createDirectories(folder.resolve("parts"));
        Files.createDirectories(folder.resolve("wallet"));
        schema = Files.readString(ORIGINAL.resolve("transfer.schema.json"));
        Files.writeString(folder.resolve("wallet/transfer.schema.json"), schema);
        mapping = Files.readString(ORIGINAL.resolve("transfer.pacs.008.001.08.yaml"));
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsFoundAtItsPlace() throws IOException {
        return cases().stream().map(file -> dynamicTest(CASES.relativize(file).toString(), () -> run(file)));
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * A case stands in the folder of the finding that it shows. It says what to replace in the mapping ({@code replace}) or in the schema
     * ({@code in-schema}), which files stand beside it ({@code file}), and behind a line of hyphens what the check must say then.
     */
    private void run(Path file) throws IOException {
        copy();
        String[] parts = Files.readString(file).split("---\n", 2);
        String[] lines = parts[0].split("\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String after = unescaped(lines[i + 1].substring("with: ".length()));
            if (lines[i].startsWith("file: ")) {
                Path beside = folder.resolve("wallet").resolve(lines[i].substring("file: ".length()));
                Files.writeString(beside.normalize(), after);
            } else if (lines[i].startsWith("in-schema: ")) {
                schema = damaged(schema, unescaped(lines[i].substring("in-schema: ".length())), after);
            } else {
                mapping = damaged(mapping, unescaped(lines[i].substring("replace: ".length())), after);
            }
        }
        Files.writeString(folder.resolve("wallet/transfer.schema.json"), schema);
        List<Finding> findings = load(mapping).findings();
        String said = FindingText.lines(findings);
        if (Boolean.getBoolean("tongwen.update")) {
            Files.writeString(file, parts[0] + "---\n" + said);
        } else {
            assertThat(said).isEqualTo(parts[1]);
        }
        String id = id(file);
        assertThat(findings).extracting(Finding::id).contains(id.contains(".") ? id : "mapping." + id);
        assertThat(findings).allMatch(finding -> finding.place().line() > 0);
    }

    private static String id(Path file) {
        return CASES.relativize(file).getName(0).toString();
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private static String damaged(String text, String before, String after) {
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        return text.substring(0, at) + after + text.substring(at + before.length());
    }

    /** These need more than one damaged file; tests below, and those of the samples, show them. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            "mapping.NoFiles",
            "mapping.DuplicateName",
            "mapping.TooManyFiles",
            "mapping.Unreadable",
            "mapping.Untested");

    @Test
    void everyFindingOfTheCheckHasACase() throws IOException {
        Set<String> shown = cases().stream().map(file -> "mapping." + id(file)).collect(Collectors.toSet());
        shown.addAll(SHOWN_ELSEWHERE);
        assertThat(shown)
                .containsAll(Stream.of(MappingFinding.values())
                        .map(MappingFinding::id)
                        .toList());
    }

    /** What is found in documents, and not in mappings. */
    private static final Set<String> OF_TRANSLATIONS = Set.of(
            "AmbiguousTemplate",
            "Split",
            "StylesheetFails",
            "UndeclaredLoss",
            "Conflict",
            "DocumentChanged",
            "More",
            "NotInBulk",
            "FormulaDiffers",
            "FormulaFails",
            "Given",
            "Supplied",
            "NoCase",
            "NotAValue",
            "NoMapping",
            "Refused",
            "Template",
            "TooMany",
            "UnreadIso",
            "WrongMessage");

    private static final Set<String> OF_DISPATCHES =
            Set.of("Condition", "UnknownMapping", "Unreachable", "WrongMapping");

    @Test
    void everyFindingInTheCodeIsInTheList() throws IOException {
        Pattern id = Pattern.compile("\"(mapping\\.[A-Z]\\w+)\"");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                id.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        Set<String> known =
                Stream.of(MappingFinding.values()).map(MappingFinding::id).collect(Collectors.toSet());
        OF_TRANSLATIONS.forEach(name -> known.add("mapping." + name));
        OF_DISPATCHES.forEach(name -> known.add("mapping." + name));
        assertThat(known).containsAll(found);
    }

    @Test
    void theDocumentationListsTheFindingsOfTheCheck() throws IOException {
        String docs = Files.readString(Path.of("../docs/mapping-language.md"));
        assertThat(Stream.of(MappingFinding.values())
                        .map(finding -> "| `" + finding.id() + "` | "
                                + finding.severity().name().toLowerCase(Locale.ROOT) + " | " + finding.meaning()
                                + " |"))
                .allSatisfy(row -> assertThat(docs).contains(row));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        Files.write(folder.resolve("wallet/large.yaml"), new byte[50_000_000]);
        assertThat(FindingText.lines(load(mapping).findings()))
                .isEqualTo(
                        "wallet/large.yaml:1:1: [ERROR] large.yaml is larger than 5000000 bytes | mapping.Unreadable\n");
    }

    @Test
    void aFileThatIsNestedTenThousandDeepIsRefused() throws IOException {
        assertThat(load("a: " + "[".repeat(10_000)).findings())
                .extracting(Finding::id)
                .contains("yaml.TooDeep");
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            steps.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(load(steps.toString()).findings()).extracting(Finding::id).contains("yaml.TooDeep");
    }

    @Test
    void aCodeTableOfAHundredThousandRowsIsCheckedInSeconds() throws IOException {
        StringBuilder rows = new StringBuilder("codes:\n  large:\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append("    C").append(i).append(": I").append(i % 99_999).append('\n');
        }
        String large = mapping.replace("codes:\n", rows.toString());
        List<Finding> findings = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> load(large).findings());
        assertThat(findings).extracting(Finding::id).containsExactly("mapping.NotInvertible");
    }

    @Test
    void allMistakesAreListedInOneRun() throws IOException {
        String damaged = mapping.replace("MsgId: transfer_id", "MsgId: transfer_no")
                .replace("= 'CLRG'", "= 'CLRX'")
                .replace("as code(purpose)", "as cod(purpose)");
        assertThat(shown(load(damaged)))
                .extracting(line -> line.split(" ")[1])
                .contains("mapping.UnknownSource", "mapping.NotInCodeSet", "mapping.UnknownCodec");
    }

    @Test
    void aDamagedFileIsLeftOutAndTheOthersServe() throws IOException {
        Files.writeString(folder.resolve("wallet/broken.yaml"), "mapping: [");
        Checked<Mappings> loaded = load(mapping);
        assertThat(loaded.value().orElseThrow().find("wallet.transfer")).isPresent();
        assertThat(loaded.findings()).extracting(Finding::id).containsExactly("yaml.Syntax");
    }

    @Test
    void twoFilesMayNotHaveOneName() throws IOException {
        Files.writeString(folder.resolve("wallet/again.yaml"), mapping);
        assertThat(load(mapping).findings()).extracting(Finding::id).containsExactly("mapping.DuplicateName");
    }

    @Test
    void aSchemaOutsideTheFolderIsNotRead() throws IOException {
        assertThat(load(mapping.replace("transfer.schema.json", "../../etc/passwd"))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("mapping.MissingSchema");
    }

    private Checked<Mappings> load(String text) throws IOException {
        Files.writeString(folder.resolve("wallet/transfer.pacs.008.001.08.yaml"), text);
        return Mappings.load(folder, Catalogue.builtIn());
    }

    private static List<String> shown(Checked<Mappings> loaded) {
        return loaded.findings().stream()
                .map(finding -> finding.place().line() + ":" + finding.place().column() + " " + finding.id() + " "
                        + finding.message())
                .toList();
    }
}
