package org.tongwen.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.conformance.conversation.Step;
import org.tongwen.xsd.finding.Finding;

/** Each row makes one mistake in the small plan, which is found when the plan is read, at its place. */
class PlanLanguageTest {

    private static final Path SMALL = Path.of("src", "test", "resources", "small-plan");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void thePlanItselfIsRight() {
        assertThat(findings()).isEmpty();
        assertThat(PlanReader.read(folder).value()).hasValueSatisfying(plan -> {
            assertThat(plan.cases()).hasSize(6);
            assertThat(plan.setting().signed()).isTrue();
            assertThat(plan.digest()).hasSize(64);
            ConversationCase accepted = (ConversationCase) plan.cases().get(0);
            assertThat(accepted.conversation().steps())
                    .extracting(step -> step.getClass().getSimpleName())
                    .containsExactly("Send", "Expect", "Observe", "ExpectNothing");
            assertThat(((Step.Expect) accepted.conversation().steps().get(1)).to())
                    .isEqualTo("pay");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S-ACCEPT                    | S-ACEPT                    | conformance.UnknownRequirement 1:14",
                "requirement: S-ACCEPT       | requirement: S-FINAL       | conformance.Untested 1:14",
                "title:                      | titel:                     | conformance.UnknownKey 2:1, conformance.MissingKey 1:1",
                "- send: pay                 | - sent: pay                | conformance.UnknownStep 4:5, conformance.MissingKey 10:5, conformance.WrongPath 14:15, conformance.WrongPath 18:11, conformance.WrongPath 21:9",
                "template: pay               | template: pya              | conformance.UnknownTemplate 5:15",
                "template: pay               | like: pay                  | conformance.UnknownName 5:11",
                "CdtTrfTxInf/Purp            | CdtTrfTxInf/Purpose        | conformance.WrongPath 6:14",
                "CdtTrfTxInf/RmtInf/Ustrd    | CdtTrfTxInf/RmtInf/Ustr    | conformance.WrongPath 9:7",
                "CdtTrfTxInf/IntrBkSttlmAmt: | CdtTrfTxInf/IntrBkSttlmAmt/@Cur: | conformance.WrongPath 8:7",
                "${new.invoice}              | ${nwe.invoice}             | conformance.WrongPath 9:33",
                "${new.invoice}              | ${new.invoice              | conformance.WrongValue 9:33",
                "${new.invoice}              | ${data.bad-account}        | conformance.WrongPath 9:33",
                "${new.invoice}              | ${now + soon}              | conformance.WrongValue 9:33",
                "message: pacs.002.001.10    | message: pacs.002.001.99   | conformance.UnknownMessage 11:14",
                "TxInfAndSts.TxSts = 'ACCC'  | TxInfAndSts.TxSt = 'ACCC'  | conformance.WrongPath 13:9",
                "TxInfAndSts.TxSts = 'ACCC'  | TxInfAndSts.TxSts == 'AC'  | condition.Syntax 13:28",
                "TxInfAndSts.TxSts = 'ACCC'  | TxInfAndSts.TxSts in list  | condition.UnknownList 13:30",
                "/party.payer-bank.bic       | /party.payer-bank.lei      | conformance.WrongPath 16:9",
                "means:                      | meaning:                   | conformance.UnknownKey 15:9, conformance.MissingKey 14:9",
                "booking.amount              | booking.sum                | conformance.WrongPath 21:9",
                "expect-nothing: 5 s         | expect-nothing: 5          | conformance.WrongValue 22:21",
                "observe: account            | observe: data              | conformance.DuplicateName 17:14",
                "expect: status              | expect: Status             | conformance.WrongValue 10:13",
            })
    void everyMistakeInAConversationIsFoundAtItsPlace(String right, String wrong, String findings) throws IOException {
        change("cases/accepted.yaml", right, wrong);

        assertThat(findings()).containsExactlyInAnyOrder(findings.split(", "));
        assertThat(PlanReader.read(folder).findings())
                .allSatisfy(finding -> assertThat(finding.place().document()).isEqualTo("cases/accepted.yaml"));
    }

    @Test
    void aGreetingIsAConversationWithoutRequirement() throws IOException {
        Path greeting = folder.resolve("preflight/creditor-agent.yaml");
        Files.createDirectories(greeting.getParent());
        String right = """
                title: A payment
                role: creditor-agent
                steps:
                  - send: pay
                    template: pay
                """;
        Files.writeString(greeting, right);
        assertThat(PlanReader.read(folder).value().orElseThrow().greetings())
                .singleElement()
                .satisfies(each -> assertThat(each.role()).contains("creditor-agent"));

        Files.writeString(greeting, "requirement: S-ACCEPT\n" + right.replace("role: creditor", "role: debtro"));
        assertThat(findings()).containsExactlyInAnyOrder("conformance.UnknownKey 1:1", "conformance.WrongValue 3:7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "definition: S-DEFINITION       | definition: S-DEFI      | conformance.UnknownRequirement 13:15",
                "definition: S-DEFINITION       | schema: S-DEFINITION    | conformance.UnknownKey 13:3",
                "signatures: required           | signatures: perhaps     | conformance.WrongValue 6:13",
                "signatures: required           | profile: cbpr           | conformance.WrongValue 6:10",
                "within: 10 s                   | within: soon            | conformance.WrongValue 7:9",
                "roles: [debtor-agent]          | roles: [debtor]         | conformance.WrongValue 58:13",
                "{bic: TWPADEFFXXX, name: Payer Bank} | TWPADEFFXXX       | conformance.WrongKind 9:3",
            })
    void everyMistakeInTheSettingIsFoundAtItsPlace(String right, String wrong, String findings) throws IOException {
        change("plan.yaml", right, wrong);

        assertThat(findings()).contains(findings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<NbOfTxs>1</NbOfTxs>  | ''                     | xsd.MissingElement",
                "<NbOfTxs>1</NbOfTxs>  | <NbOfTxs>one</NbOfTxs> | xsd.Pattern",
                "<MsgId>${new.id}      | <MsgId>${new.ID}       | conformance.WrongPath",
                "</RequestPayload>     | ''                     | xsd.NotWellFormed",
            })
    void everyMistakeInATemplateIsFound(String right, String wrong, String finding) throws IOException {
        change("templates/pay.xml", right, wrong);

        assertThat(PlanReader.read(folder).findings()).extracting(Finding::id).contains(finding);
        assertThat(PlanReader.read(folder).value()).isEmpty();
    }

    @Test
    void aCaseThatChecksNothingIsRefused() throws IOException {
        Files.writeString(folder.resolve("cases/idle.yaml"), """
                requirement: S-TIME
                title: Nothing
                steps:
                  - send: pay
                    template: pay
                    setup: yes
                  - clock: 1 s
                """);

        assertThat(findings()).containsExactly("conformance.NothingChecked 1:1");
    }

    @Test
    void theDigestChangesWithAnyFile() throws IOException {
        String before = PlanReader.read(folder).value().orElseThrow().digest();
        Files.writeString(folder.resolve("notes.txt"), "a note");

        assertThat(PlanReader.read(folder).value().orElseThrow().digest()).isNotEqualTo(before);
    }

    @Test
    void aPlanInAJarIsTheSamePlan() throws IOException {
        Path jar = folder.resolveSibling("plan.jar");
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                Path copy = files.getPath("/plans/small")
                        .resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            assertThat(PlanReader.read(files.getPath("/plans/small")).value().map(Plan::digest))
                    .isEqualTo(PlanReader.read(folder).value().map(Plan::digest))
                    .isPresent();
        } finally {
            Files.delete(jar);
        }
    }

    @Test
    void allPlansOfTheSuiteAreRight() {
        assertThat(Plans.names()).contains("message-validity");
        assertThat(Plans.names())
                .allSatisfy(name ->
                        assertThat(Plans.find(name).orElseThrow().findings()).isEmpty());
        assertThat(Plans.find("no-such-plan")).isEmpty();
        assertThat(Plans.find(folder.toString()).orElseThrow().value()).isPresent();
    }

    @Test
    void silenceIsNotRunOrAFailureAndNothingElse() throws IOException {
        change(
                "cases/accepted.yaml",
                "    check:\n      - TxInf",
                "    if-nothing-comes: failed\n    check:\n      - TxInf");

        assertThat(findings()).containsExactly("conformance.WrongValue 12:23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parties", "data", "roles", "requirements"})
    void aPartOfTheWrongKindIsOneMistakeAndNotOneWhereverItIsNamed(String part) throws IOException {
        Files.writeString(
                folder.resolve("plan.yaml"),
                Files.readString(folder.resolve("plan.yaml"))
                        .replaceFirst("(?m)^" + part + ":(.*\\R)( .*\\R)*", part + ": hello\n"));

        assertThat(PlanReader.read(folder).findings())
                .extracting(Finding::message)
                .first()
                .asString()
                .startsWith(part + " must ");
        assertThat(findings())
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(each -> each.matches("conformance.WrongKind.*|conformance.NoRequirement.*"));
    }

    @Test
    void aPartyOrAValueOfTheWrongKindIsOneMistakeToo() throws IOException {
        change("plan.yaml", "payer-bank: {", "payer-bank: [{");
        change("plan.yaml", "Payer Bank}", "Payer Bank}]");

        assertThat(findings()).singleElement().asString().startsWith("conformance.WrongKind");
    }

    private void change(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replace(right, wrong));
    }

    private List<String> findings() {
        return PlanReader.read(folder).findings().stream()
                .map(each -> each.id() + " " + each.place().line() + ":"
                        + each.place().column())
                .toList();
    }

    @Test
    void aTemplateWithAMistakeIsNotSaidToBeMissing() throws IOException {
        Files.writeString(folder.resolve("templates/pay.xml"), "<a><b></a>");

        assertThat(findings()).isNotEmpty().noneMatch(finding -> finding.contains("UnknownTemplate"));
    }

    @Test
    void whatIsNoTextAtAllHasAPlaceToo() throws IOException {
        Files.writeString(folder.resolve("cases/accepted.yaml"), "title: \u0001\n");
        assertThat(findings()).contains("yaml.Syntax 1:8");

        Files.write(folder.resolve("cases/accepted.yaml"), new byte[] {'a', ':', '\n', 'b', (byte) 0xE9, '\n'});
        assertThat(findings()).contains("yaml.Encoding 2:2");

        Files.writeString(folder.resolve("cases/accepted.yaml"), "- a\n");
        assertThat(findings()).contains("conformance.WrongKind 1:1");
    }
}
