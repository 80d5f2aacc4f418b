package org.tongwen.mappings.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

class SampleRunTest {

    private static final String AT = "bank/samples/reject/plain/";
    private static final String EXTRA = "{\"ref\": \"R-1\", \"why\": \"NARR\", \"amount\": 1}";

    @TempDir
    private Path folder;

    private Bank bank;

    @BeforeEach
    void makeBank() {
        bank = new Bank(folder);
    }

    @Test
    void aSampleThatHoldsPasses() {
        assertThat(bank.trial().findings()).extracting(Finding::id).containsExactly("sample.OwnOnly");
        assertThat(bank.problems()).isEmpty();
        assertThat(bank.trial().ready()).isPresent();
    }

    @Test
    void aSampleThatBeginsWithTheMessageOfAThirdPartyIsAskedFor() {
        bank.sample("sample.yaml", "start: iso\n");
        assertThat(bank.trial().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
                .satisfies(finding -> assertThat(finding.id()).isEqualTo("sample.OwnOnly"));

        bank.sample("sample.yaml", "start: iso\norigin: the scheme's handbook\n");
        assertThat(bank.trial().findings()).isEmpty();
        assertThat(bank.trial().samples().get(0).terms().origin()).isEqualTo("the scheme's handbook");
    }

    @Test
    void aSampleNamesItsProfileAndItsDay() {
        bank.sample("sample.yaml", "profile: cbpr-plus\nas-of: 2025-12-01\n");
        assertThat(bank.problems()).isEmpty();
        assertThat(bank.trial().samples().get(0).terms().profile())
                .isEqualTo(Profile.of("cbpr-plus").asOf(LocalDate.of(2025, 12, 1)));

        bank.sample("sample.yaml", "profile: cbpr\nas-of: 14.11.2026\n");
        assertThat(bank.problems())
                .containsExactlyInAnyOrder(AT + "sample.yaml:1:10 sample.Form", AT + "sample.yaml:2:8 sample.Form");
    }

    @Test
    void whatNoSampleExercisesIsNamedForEachDirection() {
        bank.sample("institution.json", "{\"ref\": \"R-1\", \"why\": \"NARR\"}");
        bank.trial(true);

        assertThat(untested())
                .containsExactlyInAnyOrder(
                        "bank/reject.admi.002.001.01.yaml:10:14 no sample exercises text towards ISO"
                                + " (Document/admi.002.001.01/Rsn/RsnDesc)",
                        "bank/reject.admi.002.001.01.yaml:10:14 no sample exercises text on the way back"
                                + " (Document/admi.002.001.01/Rsn/RsnDesc)");

        bank.mapping(Bank.MAPPING.replace("given: [desk]", "accept: {Untested: {RsnDesc: the desk never writes one}}"));
        assertThat(untested()).isEmpty();
    }

    @Test
    void aDirectionThatNoSampleRunsIsNotJudged() {
        bank.sample("institution.json", "{\"ref\": \"R-1\", \"why\": \"NARR\"}");
        bank.sample("sample.yaml", "roundTrip: none\nreason: the desk reads no answer\n");
        bank.trial(true);

        assertThat(untested()).hasSize(1).first().asString().contains("towards ISO");
    }

    private List<String> untested() {
        return bank.trial().findings().stream()
                .filter(finding -> finding.id().equals("mapping.Untested"))
                .map(finding -> finding.place() + " " + finding.message())
                .toList();
    }

    @Test
    void aDifferenceIsShownWithTheLinesOfTheFile() {
        bank.sample("iso.xml", Bank.ISO.replace("<RsnDesc>no such account</RsnDesc>", "<RsnDesc>no account</RsnDesc>"));

        assertThat(bank.problems()).first().isEqualTo(AT + "iso.xml:10 sample.Differs");
        assertThat(bank.trial().samples().get(0).problems().get(0).detail()).isEqualTo("""
                --- iso.xml
                +++ what came out
                @@ -8 +8 @@
                       <RjctgPtyRsn>NARR</RjctgPtyRsn>
                       <RjctnDtTm>2026-11-21T02:30:00+00:00</RjctnDtTm>
                -      <RsnDesc>no account</RsnDesc>
                +      <RsnDesc>no such account</RsnDesc>
                     </Rsn>
                   </admi.002.001.01>
                """);
        assertThat(bank.trial().findings())
                .as("what a failing sample leaves open is not known")
                .isEmpty();
        assertThat(bank.trial().ready()).isEmpty();
    }

    @Test
    void anAuthorMayWriteJsonInAnyOrderWithAnyBlanks() {
        bank.sample("institution.json", "{\"text\":\"no such account\",\n\n\"why\":\"NARR\", \"ref\":\"R-1\"}");

        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void anAuthorMayWriteXmlWithPrefixesCommentsAndOtherBlanks() {
        bank.sample("iso.xml", "<!-- by hand -->" + """
                <d:Document xmlns:d="urn:iso:std:iso:20022:tech:xsd:admi.002.001.01"><d:admi.002.001.01><d:RltdRef>
                <d:Ref>R-1</d:Ref></d:RltdRef><d:Rsn><d:RjctgPtyRsn>NARR</d:RjctgPtyRsn>
                <d:RjctnDtTm>2026-11-21T02:30:00+00:00</d:RjctnDtTm><d:RsnDesc>no such account</d:RsnDesc></d:Rsn>
                </d:admi.002.001.01></d:Document>""");

        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void aValueIsComparedByItsText() {
        bank.sample("iso.xml", Bank.ISO.replace("02:30:00+00:00", "02:30:00Z"));

        assertThat(bank.problems()).first().isEqualTo(AT + "iso.xml:9 sample.Differs");
    }

    @Test
    void aFileThatIsMissingIsWrittenByUpdateAndOnlyThen() {
        bank.delete("iso.xml");

        assertThat(bank.problems()).containsExactly(AT + "iso.xml sample.Missing");
        assertThat(bank.has("iso.xml")).isFalse();

        SampleResult updated = bank.trial(true).samples().get(0);

        assertThat(updated.passed()).isTrue();
        assertThat(updated.updated()).containsExactly(bank.sample.resolve("iso.xml"));
        assertThat(bank.read("iso.xml")).isEqualTo(Bank.ISO);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void updateLeavesAloneWhatMeansTheSame() {
        String byHand = "{\"text\":\"no such account\", \"why\":\"NARR\", \"ref\":\"R-1\"}";
        bank.sample("institution.json", byHand);

        assertThat(bank.trial(true).samples().get(0).updated()).isEmpty();
        assertThat(bank.read("institution.json")).isEqualTo(byHand);
    }

    @Test
    void aCaseWithoutMessageIsARefusal() {
        bank.delete("iso.xml");
        bank.sample("institution.json", "{\"ref\": \"R-1\"}");
        assertThat(bank.problems()).containsExactly(AT + "to-iso.txt sample.Missing");
        bank.trial(true);

        assertThat(bank.read("to-iso.txt")).contains("schema.Missing");
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void aRefusalWhereAMessageIsExpectedSaysWhy() {
        bank.sample("institution.json", "{\"ref\": \"R-1\"}");

        assertThat(bank.problems()).containsExactly(AT + "to-iso.txt sample.Missing", AT + "iso.xml sample.Refused");
        bank.trial(true);
        assertThat(bank.has("iso.xml"))
                .as("an author's document is never deleted")
                .isTrue();
        assertThat(bank.detail()).contains("schema.Missing");
    }

    @Test
    void whatIsSaidMustBeExpectedAndWhatIsExpectedSaid() {
        bank.sample("from-iso.txt", "1:1: [WARNING] something | mapping.Odd\n");

        assertThat(bank.problems()).containsExactly(AT + "from-iso.txt sample.Unexpected");
        bank.trial(true);
        assertThat(bank.has("from-iso.txt")).isFalse();
    }

    @Test
    void aLossThatNothingDeclaresFails() {
        bank.sample("institution.json", EXTRA);
        bank.trial(true);

        assertThat(bank.problems()).containsExactly(AT + "institution.json sample.Undeclared");
        assertThat(bank.detail()).contains("-amount = 1\n").contains("@@ -1 +");
        assertThat(bank.has("back.json")).isFalse();
    }

    @Test
    void aDeclaredLossIsWhatBackIsFor() {
        bank.namesAmount();
        bank.mapping(Bank.MAPPING.replace("given: [desk]", "no-home: {amount: not part of a rejection}"));
        bank.sample("institution.json", EXTRA);
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.read("to-iso.txt")).endsWith("[LOSS] amount: not part of a rejection\n");
        assertThat(bank.read("back.json")).doesNotContain("amount");

        bank.sample("back.json", "{\"why\": \"NARR\", \"ref\": \"R-2\"}");
        assertThat(bank.detail()).contains("-ref = \"R-2\"\n+ref = \"R-1\"\n");
    }

    @Test
    void aBackThatSaysWhatHoldsAnywayIsNeedless() {
        bank.sample("back.json", Bank.DOCUMENT);

        assertThat(bank.problems()).containsExactly(AT + "back.json sample.Unexpected");
    }

    @Test
    void twoPassAllowsAnotherFormThatStaysTheSame() {
        bank.sample("institution.json", EXTRA);
        bank.sample("sample.yaml", "roundTrip: twoPass\nreason: the amount is for the desk\n");
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.read("back.json")).doesNotContain("amount");
    }

    @Test
    void withoutARoundTripNothingComesBack() {
        bank.sample("institution.json", EXTRA);
        bank.sample("sample.yaml", "roundTrip: none\nreason: nobody answers\n");
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        bank.sample("back.json", "{}");
        assertThat(bank.problems()).containsExactly(AT + "back.json sample.Unexpected");
    }

    @Test
    void aCaseMayBeginWithAMessageOfAThirdParty() {
        bank.delete("institution.json");
        assertThat(bank.problems()).containsExactly(AT + "institution.json sample.Missing");

        bank.sample("sample.yaml", "start: iso\norigin: published example of a rejection\n");
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.read("institution.json")).isEqualTo(Bank.DOCUMENT);
    }

    @Test
    void aMessageWithMoreThanTheInstitutionTakesComesBackWithLess() {
        bank.sample("sample.yaml", "start: iso\n");
        bank.sample("iso.xml", Bank.ISO.replace("</Rsn>", "  <AddtlData>more</AddtlData>\n    </Rsn>"));
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.read("from-iso.txt")).contains("mapping.UnreadIso");
        assertThat(bank.read("back.xml")).isEqualTo(Bank.ISO);
    }

    @Test
    void aMessageThatIsRefusedHasNoDocument() {
        bank.sample("sample.yaml", "start: iso\n");
        bank.sample("iso.xml", Bank.ISO.replace("<RjctgPtyRsn>NARR</RjctgPtyRsn>", ""));
        bank.delete("institution.json");
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.read("from-iso.txt")).contains("xsd.");
    }

    @Test
    void givenValuesAreForTheMappingThatTakesThem() {
        bank.mapping(Bank.MAPPING.replace("RsnDesc: text", "RsnDesc: text\n    AddtlData: = $desk"));
        bank.sample("sample.yaml", "given:\n  desk: window 3\n");
        bank.trial(true);

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.read("iso.xml")).contains("<AddtlData>window 3</AddtlData>");

        bank.sample("sample.yaml", "given: {desk: window 3, dsk: window 4}");
        assertThat(bank.problems()).containsExactly(AT + "sample.yaml sample.Given");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roundTrip: none           | 1:1  | roundTrip: none needs a reason:",
                "roundTrip: sometimes      | 1:12 | roundTrip: is onePass, twoPass or none",
                "'{roundTrip: none, resn: x}' | 1:1 | roundTrip: none needs a reason:",
                "reason: because           | 1:1  | reason: stands beside roundTrip:",
                "start: middle             | 1:8  | start: is institution or iso",
                "given: [a]                | 1:8  | given: holds a value for each name",
                "given: {a: [b]}           | 1:12 | a: is one piece of text",
                "gven: {a: b}              | 1:1  | there is no key gven here; did you mean 'given'?",
                "[a]                       | 1:1  | a sample.yaml is a map",
            })
    void aMistakeInTheTermsIsFoundAtItsPlace(String text, String place, String message) {
        bank.sample("sample.yaml", text);

        List<SampleProblem> problems = bank.trial().samples().get(0).problems();

        assertThat(problems.get(0).id()).isEqualTo("sample.Form");
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.place()).hasToString(AT + "sample.yaml:" + place);
            assertThat(problem.message()).startsWith(message);
        });
    }

    @Test
    void aFileOfAnUnknownNameIsPerhapsMistyped() {
        bank.sample("isos.xml", Bank.ISO);
        bank.sample(".isos.xml.swp", "");
        bank.sample("iso.xml~", "");

        assertThat(bank.problems()).containsExactly(AT + "isos.xml sample.UnknownFile");
    }

    @Test
    void aMappingWithoutSamplesIsAWarning() throws IOException {
        Files.move(bank.root.resolve("bank/samples/reject"), bank.root.resolve("bank/samples/rejects"));

        Trial trial = bank.trial();

        assertThat(trial.findings()).extracting(Finding::id).containsExactly("sample.None");
        assertThat(trial.ok()).isTrue();
        Authored mapping = trial.mapping().value().orElseThrow();
        assertThat(new Samples(bank.root).strangers(List.of(mapping)))
                .extracting(finding -> finding.id() + " " + finding.place())
                .containsExactly("sample.UnknownMapping bank/samples/rejects");
    }

    @Test
    void aMappingWithErrorsIsNotTried() {
        bank.mapping(Bank.MAPPING.replace("Ref: ref", "Ref: reff"));

        assertThat(bank.trial().samples()).isEmpty();
        assertThat(bank.trial().ok()).isFalse();
        assertThat(bank.trial().all()).extracting(Finding::id).contains("mapping.UnknownSource");
    }
}
