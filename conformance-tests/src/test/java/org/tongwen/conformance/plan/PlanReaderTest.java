package org.tongwen.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

class PlanReaderTest {

    private static final String PLAN = """
            id: small
            title: A small plan
            requirements:
              - id: R1
                text: Something holds.
                clause: clause 1
                severity: mandatory
            """;
    private static final String CASE = """
            requirement: R1
            verdict: invalid
            findings:
              - xsd.Pattern /Document/A
              - xsd.NotWellFormed
            """;

    @TempDir
    private Path folder;

    @Test
    void aPlanIsReadAsItIsWritten() throws IOException {
        write("plan.yaml", PLAN);
        writeCase("one", CASE);

        Checked<Plan> plan = PlanReader.read(folder);

        assertThat(plan.findings()).isEmpty();
        assertThat(plan.value()).hasValueSatisfying(read -> {
            assertThat(read.id()).isEqualTo("small");
            assertThat(read.title()).isEqualTo("A small plan");
            assertThat(read.requirements())
                    .containsExactly(
                            Requirement.of("R1", "Something holds.", "clause 1", Requirement.Severity.MANDATORY));
            MessageCase only = (MessageCase) read.cases().get(0);
            assertThat(only.name()).isEqualTo("one");
            assertThat(only.verdict()).isEqualTo(Verdict.INVALID);
            assertThat(only.findings())
                    .containsExactly(
                            new ExpectedFinding("xsd.Pattern", "/Document/A"),
                            new ExpectedFinding("xsd.NotWellFormed", ""));
            assertThat(only.message()).asString(StandardCharsets.UTF_8).isEqualTo("<a>汉</a>");
        });
    }

    /** Each row changes one piece of the plan; one finding at one place must come of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: small            | idd: small               | conformance.UnknownKey 1:1, conformance.MissingKey 1:1",
                "title: A small plan  | id: again                | yaml.DuplicateKey 2:1, conformance.MissingKey 1:1",
                "title: A small plan  | title: []                | conformance.WrongKind 2:8",
                "title: A small plan  | title: ''                | conformance.WrongValue 2:8",
                "title: A small plan  | title: 'open             | yaml.Syntax 8:1",
                "severity: mandatory  | severity: high           | conformance.WrongValue 7:15",
                "clause: clause 1     | claus: clause 1          | conformance.UnknownKey 6:5, conformance.MissingKey 4:5",
                "requirements:        | requirements: none #     | yaml.Syntax 4:3",
            })
    void everyMistakeInThePlanFileIsFoundAtItsPlace(String right, String wrong, String findings) throws IOException {
        write("plan.yaml", PLAN.replace(right, wrong));
        writeCase("one", CASE);

        assertThat(findings()).containsExactlyInAnyOrder(findings.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requirement: R1           | requirement: R9            | conformance.UnknownRequirement 1:14",
                "requirement: R1           | requirement: R1\\nverdict: valid | yaml.DuplicateKey 3:1",
                "verdict: invalid          | verdict: maybe             | conformance.WrongValue 2:10",
                "xsd.Pattern /Document/A   | Pattern /Document/A        | conformance.WrongValue 4:5",
                "xsd.Pattern /Document/A   | xsd.Pattern Document/A     | conformance.WrongValue 4:5",
                "xsd.Pattern /Document/A   | xsd.Pattern /A at the end  | conformance.WrongValue 4:5",
                "xsd.Pattern /Document/A   | {id: xsd.Pattern}          | conformance.WrongKind 4:5",
            })
    void everyMistakeInACaseFileIsFoundAtItsPlace(String right, String wrong, String findings) throws IOException {
        write("plan.yaml", PLAN);
        writeCase("one", CASE.replace(right, wrong.replace("\\n", "\n")));

        assertThat(findings()).containsExactlyInAnyOrder(findings.split(", "));
        assertThat(PlanReader.read(folder).findings().get(0).place().document()).isEqualTo("cases/one/case.yaml");
    }

    @Test
    void aRequirementNamedTwiceIsFound() throws IOException {
        write("plan.yaml", PLAN + PLAN.substring(PLAN.indexOf("  - id")));
        writeCase("one", CASE);

        assertThat(findings()).containsExactly("conformance.DuplicateRequirement 8:5");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertThat(PlanReader.read(folder).findings())
                .extracting(finding -> finding.place().document())
                .containsExactly("plan.yaml");

        write("plan.yaml", PLAN);
        Files.createDirectories(folder.resolve("cases/empty"));

        assertThat(PlanReader.read(folder).findings())
                .extracting(finding -> finding.place().document())
                .containsExactly("cases/empty/case.yaml");
    }

    @Test
    void aPlanWithAMistakeIsNone() throws IOException {
        write("plan.yaml", PLAN);
        writeCase("one", CASE.replace("R1", "R2"));

        assertThat(PlanReader.read(folder).value()).isEmpty();
    }

    @Test
    void textThatIsNotUtf8IsFound() throws IOException {
        Files.write(folder.resolve("plan.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xC4});

        assertThat(findings()).containsExactly("yaml.Encoding 1:5");
    }

    @Test
    void aListInsteadOfKeysIsFound() throws IOException {
        write("plan.yaml", "- one\n");

        assertThat(findings()).containsExactly("conformance.WrongKind 1:1");
    }

    private List<String> findings() {
        return PlanReader.read(folder).findings().stream()
                .map(PlanReaderTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.id() + " " + finding.place().line() + ":"
                + finding.place().column();
    }

    private void writeCase(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("cases").resolve(name));
        write("cases/" + name + "/case.yaml", text);
        write("cases/" + name + "/message.xml", "<a>汉</a>");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aRequirementThatNoCaseTriesMustSayWhy() throws IOException {
        String more = """
                  - id: R2
                    text: Nobody tries it.
                    clause: clause 2
                    severity: mandatory
                """;
        write("plan.yaml", PLAN + more);
        writeCase("one", CASE);

        assertThat(findings()).containsExactly("conformance.NoCase 8:5");

        write("plan.yaml", PLAN + more + "    untested: Nobody can.\n");

        assertThat(findings()).isEmpty();
    }

    @Test
    void aCaseOfAnUnknownRequirementMayBeTheOneThatSeemsToBeMissing() throws IOException {
        write("plan.yaml", PLAN);
        writeCase("one", CASE.replace("R1", "R9"));

        assertThat(findings()).containsExactly("conformance.UnknownRequirement 1:14");
    }
}
