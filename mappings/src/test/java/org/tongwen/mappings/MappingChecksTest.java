package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
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

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(folder.resolve("wallet"));
        Files.copy(
                ORIGINAL.resolve("transfer.schema.json"),
                folder.resolve("wallet/transfer.schema.json"),
                StandardCopyOption.REPLACE_EXISTING);
        mapping = Files.readString(ORIGINAL.resolve("transfer.pacs.008.001.08.yaml"));
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsFoundAtItsPlace() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> run(file)));
        }
    }

    /** A case says what to replace in the mapping, and behind a line of hyphens what the check must say then. */
    private void run(Path file) throws IOException {
        copy();
        String[] parts = Files.readString(file).split("---\n", 2);
        String[] lines = parts[0].split("\n");
        String before = lines[0].substring("replace: ".length()).replace("\\n", "\n");
        String after = lines[1].substring("with: ".length()).replace("\\n", "\n");
        assertThat(mapping).contains(before);
        int at = mapping.indexOf(before);
        String damaged = mapping.substring(0, at) + after + mapping.substring(at + before.length());
        String said = FindingText.lines(load(damaged).findings());
        if (Boolean.getBoolean("tongwen.update")) {
            Files.writeString(file, parts[0] + "---\n" + said);
        }
        assertThat(said).isNotEmpty().isEqualTo(parts[1]);
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
