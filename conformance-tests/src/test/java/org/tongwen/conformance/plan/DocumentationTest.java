package org.tongwen.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.xsd.finding.FindingText;

/** The plan and the case that the documentation shows are read as they stand there. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "certification-plans.md");
    private static final Path SMALL = Path.of("src", "test", "resources", "small-plan");

    @TempDir
    private Path folder;

    @Test
    void thePlanAndTheCaseOfThePageAreRight() throws IOException {
        List<String> examples = examples();
        String general = Stream.of("WI-GEN-01", "WI-GEN-02", "WI-GEN-03", "WI-GEN-04", "WI-GEN-05")
                .map(id -> "  - {id: " + id + ", text: It holds., clause: \"1\", severity: mandatory}\n")
                .collect(Collectors.joining());
        write("plan.yaml", examples.get(0) + general);
        write("cases/accepted.yaml", examples.get(1));
        write("templates/pacs008.xml", Files.readString(SMALL.resolve("templates/pay.xml")));

        assertThat(FindingText.lines(PlanReader.read(folder).findings())).isEmpty();
        assertThat(PlanReader.read(folder).value().orElseThrow().cases()).hasSize(1);
    }

    private static List<String> examples() throws IOException {
        Matcher blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
