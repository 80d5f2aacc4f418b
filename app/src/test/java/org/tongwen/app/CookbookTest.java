package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cookbook's mappings pass the check and their samples, and its page shows nothing that does not stand in their files. */
class CookbookTest {

    private static final Path PAGE = Path.of("../docs/cookbook.md");
    private static final Path FOLDER = Path.of("../docs/cookbook");
    private static final String FROM = "from ";
    private static final Set<String> SHOWN = Set.of("yaml", "json", "xml", "csv", "text");

    @Test
    void allMappingsPassTheCheckWithoutAWarning() {
        Session.Outcome checked = new Session().run("map", "check", FOLDER.toString());

        assertThat(checked.err()).doesNotContain("[WARNING]", "[ERROR]");
        assertThat(checked.exitCode()).isEqualTo(Exit.DONE);
    }

    @Test
    void allSamplesHoldInBothDirections() {
        Session.Outcome tested = new Session().run("map", "test", FOLDER.toString());

        assertThat(tested.exitCode()).as(tested.out() + tested.err()).isEqualTo(Exit.DONE);
        assertThat(tested.out()).doesNotContain("has no samples");
    }

    @TestFactory
    Stream<DynamicTest> whatThePageShowsStandsInTheFiles() throws IOException {
        List<GuideBlock> blocks = GuideBlock.of(PAGE);
        assertThat(blocks).hasSizeGreaterThan(20);
        return blocks.stream()
                .filter(block -> SHOWN.contains(block.language()))
                .map(block -> dynamicTest("line " + block.line() + " " + block.note(), () -> {
                    assertThat(block.note()).startsWith(FROM);
                    Path file = FOLDER.resolve(block.note().substring(FROM.length()));
                    assertThat(block.standsIn(Files.readAllLines(file)))
                            .as(block.text())
                            .isTrue();
                }));
    }

    @Test
    void thePageTellsOfEachMapping() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> mappings = files.map(FOLDER::relativize)
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".yaml") && !file.contains("/samples/"))
                    .collect(Collectors.toSet());
            assertThat(mappings)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(page).contains("cookbook/" + file + ")"));
        }
    }
}
