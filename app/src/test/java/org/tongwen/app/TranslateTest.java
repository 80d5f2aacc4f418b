package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.app.FakeMapping.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class TranslateTest {

    private static final String CHINESE = "{\"付款人\": \"欧阳明月\", \"名\": \"𠮷野家\"}\n";

    @TempDir
    private Path folder;

    private String mappings;

    @BeforeEach
    void mappingFolder() throws IOException {
        mappings = "--mappings=" + Files.createDirectory(folder.resolve("mappings"));
    }

    @Test
    void theResultGoesToStandardOutputByteForByte() throws IOException {
        Session.Outcome done = session(FakeMapping.echo("wallet.transfer"))
                .run("translate", "wallet.transfer", "to-iso", file("in.json", CHINESE), mappings);

        assertThat(done.exitCode()).isZero();
        assertThat(done.bytes()).isEqualTo(bytes(CHINESE));
        assertThat(done.err()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Files.write(folder.resolve("in"), all);

        Session.Outcome done = session(FakeMapping.echo("m"))
                .run("translate", "m", "from-iso", folder.resolve("in").toString(), mappings);

        assertThat(done.bytes()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ""})
    void aDashOrNoFileMeansStandardInput(String dash) {
        String[] args = Stream.of("translate", "m", "to-iso", dash, mappings)
                .filter(arg -> !arg.isEmpty())
                .toArray(String[]::new);

        Session.Outcome done = session(FakeMapping.echo("m")).in(bytes(CHINESE)).run(args);

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEqualTo(CHINESE);
    }

    @Test
    void directionAndGivenValuesReachTheMapping() {
        FakeMapping shows = new FakeMapping(
                "m",
                (direction, document, context) ->
                        FakeMapping.done(bytes(direction + " " + context.given().get("debtor_name"))));

        Session.Outcome done =
                session(shows).run("translate", "m", "from-iso", "--given", "debtor_name=A=B 公司", mappings);

        assertThat(done.out()).isEqualTo(Direction.FROM_ISO + " A=B 公司");
    }

    @Test
    void storedMessagesReachTheMapping() throws IOException {
        FakeMapping shows = new FakeMapping(
                "m",
                (direction, document, context) ->
                        FakeMapping.done(context.originals().find("pacs.008").orElse(bytes("none"))));
        String stored = file("stored.xml", "<stored/>");

        Session.Outcome done =
                session(shows).run("translate", "m", "to-iso", "--recall", "pacs.008=" + stored, mappings);
        Session.Outcome unknown =
                session(shows).run("translate", "m", "to-iso", "--recall", "pacs.009=" + stored, mappings);
        Session.Outcome missing =
                session(shows).run("translate", "m", "to-iso", "--recall", "pacs.008=" + stored + "x", mappings);

        assertThat(done.out()).isEqualTo("<stored/>");
        assertThat(unknown.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(unknown.err()).startsWith("tongwen: mapping m does not recall 'pacs.009'");
        assertThat(missing.exitCode()).isNotEqualTo(Exit.DONE);
        assertThat(missing.err()).contains("no such file");
    }

    @Test
    void anErrorWritesNothingButFindingsAtTheirPlaceInTheFile() throws IOException {
        String file = file("two words.json", "{}");

        Session.Outcome failed = session(FakeMapping.refusing("m")).run("translate", "m", "to-iso", file, mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.bytes()).isEmpty();
        assertThat(failed.err())
                .isEqualTo(file + ":3:7 /amount: [ERROR] the amount has too many decimals: \"1.5\" | mapping.Amount\n");
    }

    @Test
    void aResultBesideAnErrorIsNotWritten() {
        Finding error = Finding.error("mapping.X", Place.NOWHERE, "wrong");
        FakeMapping both = new FakeMapping(
                "m",
                (direction, document, context) ->
                        new Translation(Optional.of(bytes("half")), "application/xml", List.of(error), List.of()));

        Session.Outcome failed = session(both).run("translate", "m", "to-iso", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.bytes()).isEmpty();
    }

    @Test
    void neitherResultNorErrorIsAFaultOfOurs() {
        FakeMapping nothing = new FakeMapping(
                "m",
                (direction, document, context) ->
                        new Translation(Optional.empty(), "application/xml", List.of(), List.of()));

        assertThat(session(nothing).run("translate", "m", "to-iso", mappings).exitCode())
                .isEqualTo(Exit.INTERNAL);
    }

    @Test
    void aHeldPaymentHasAnExitCodeOfItsOwn() throws IOException {
        Finding town = Finding.error("scheme.CU-27", Place.of(5, 1, "4:50K"), "the address lacks the town");
        FakeMapping holds = new FakeMapping("m", (direction, document, context) -> Translation.refused(List.of(town)));
        Path report = folder.resolve("report.json");

        Session.Outcome held =
                session(holds).in(bytes("x")).run("translate", "m", "to-iso", "--report", report.toString(), mappings);

        assertThat(held.exitCode()).isEqualTo(Exit.HELD);
        assertThat(held.bytes()).isEmpty();
        assertThat(new ObjectMapper().readTree(report.toFile()).get("outcome").asText())
                .isEqualTo("held");
    }

    @Test
    void profileAndDayReachTheMapping() {
        Mapping shows = profileShown();

        assertThat(session(shows)
                        .run("translate", "m", "to-iso", "--profile", "cbpr-plus", "--as-of", "2025-12-01", mappings)
                        .out())
                .isEqualTo("cbpr-plus 2025-12-01");
        assertThat(session(shows).run("translate", "m", "to-iso", mappings).out())
                .isEqualTo("usual today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profile=cbpr", "--as-of=14.11.2026", "--as-of=2026-11-14"})
    void aProfileThatIsNoneAndADayWithoutAProfileAreRefused(String option) {
        assertThat(session(profileShown())
                        .run("translate", "m", "to-iso", option, mappings)
                        .exitCode())
                .isEqualTo(Exit.USAGE);
    }

    private static FakeMapping profileShown() {
        return new FakeMapping(
                "m",
                (direction, document, context) ->
                        FakeMapping.done(bytes(context.profile().scheme().orElse("usual") + " "
                                + context.profile().asOf().map(Object::toString).orElse("today"))));
    }

    @Test
    void aUetrIsAssignedWhereTheMappingTakesOne() {
        FakeMapping shows = new FakeMapping(
                "m",
                (direction, document, context) ->
                        FakeMapping.done(bytes(context.given().getOrDefault("uetr", "-"))));

        assertThat(session(shows)
                        .run("translate", "m", "to-iso", "--assign-uetr", mappings)
                        .out())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(session(shows).run("translate", "m", "to-iso", mappings).out())
                .isEqualTo("-");
        assertThat(session(shows)
                        .run("translate", "m", "to-iso", "--assign-uetr", "--given", "uetr=x", mappings)
                        .exitCode())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aWarningDoesNotHoldTheResultBack() {
        Finding warning = Finding.warning("mapping.Late", Place.of("/date"), "the date is old");
        FakeMapping warns = new FakeMapping(
                "m",
                (direction, document, context) ->
                        new Translation(Optional.of(document), "application/xml", List.of(warning), List.of()));

        Session.Outcome done = session(warns).in(bytes("x")).run("translate", "m", "to-iso", mappings);

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEqualTo("x");
        assertThat(done.err()).isEqualTo("<stdin> /date: [WARNING] the date is old | mapping.Late\n");
    }

    @Test
    void lossesAreNotesOneForEachField() {
        Session.Outcome done = session(losing()).in(bytes("x")).run("translate", "m", "to-iso", mappings);

        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).isEqualTo("""
                        <stdin> /list/0/url: [NOTE] url is not carried: channel callback (2 times) | app.Loss
                        <stdin>:4 /name: [NOTE] name is carried changed: at most 140 characters | app.Loss
                        """);
    }

    @Test
    void theReportHoldsEverything() throws IOException {
        Path report = folder.resolve("report.json");

        session(losing()).in(bytes("x")).run("translate", "m", "to-iso", "--report", report.toString(), mappings);

        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("mapping", "digest", "direction", "ok", "outcome", "findings", "losses");
        assertThat(json.get("ok").asBoolean()).isTrue();
        assertThat(json.get("direction").asText()).isEqualTo("to-iso");
        assertThat(json.get("losses")).hasSize(3);
        assertThat(json.at("/losses/2")).isEqualTo(new ObjectMapper().readTree("""
                                        {"field": "name", "fate": "truncated", "reason": "at most 140 characters", "value": "很长", "became": "很",
                                         "document": "<stdin>", "line": 4, "path": "/name"}"""));
    }

    @Test
    void theReportIsAPageWhenItsNameEndsInHtml() throws IOException {
        Path report = folder.resolve("report.html");

        session(losing()).in(bytes("x")).run("translate", "m", "to-iso", "--report", report.toString(), mappings);

        assertThat(Files.readString(report))
                .startsWith("<!doctype html>")
                .contains("<h1>m to-iso</h1>", "<dd>translated</dd>", "<td>at most 140 characters</td>")
                .doesNotContain("<script", "http:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "losses", "lineage"})
    void theAmountOfReportingReachesTheMapping(String word) {
        FakeMapping shows = new FakeMapping(
                "m",
                (direction, document, context) ->
                        FakeMapping.done(bytes(context.reporting().word())));

        assertThat(session(shows)
                        .run("translate", "m", "to-iso", "--reporting", word, mappings)
                        .out())
                .isEqualTo(word);
    }

    @Test
    void lossesAreReportedUnlessSomethingElseIsAskedFor() {
        FakeMapping shows = new FakeMapping(
                "m",
                (direction, document, context) ->
                        FakeMapping.done(bytes(context.reporting().word())));

        assertThat(session(shows).run("translate", "m", "to-iso", mappings).out())
                .isEqualTo("losses");
        assertThat(session(shows)
                        .run("translate", "m", "to-iso", "--reporting", "all", mappings)
                        .exitCode())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aFailureIsReportedToo() throws IOException {
        Path report = folder.resolve("report.json");

        session(FakeMapping.refusing("m")).run("translate", "m", "to-iso", "--report", report.toString(), mappings);

        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.at("/findings/0/id").asText()).isEqualTo("mapping.Amount");
        assertThat(json.at("/findings/0/document").asText()).isEqualTo("<stdin>");
    }

    @Test
    void outReplacesTheFileAndLeavesNothingElseBehind() throws IOException {
        Path out = Files.writeString(folder.resolve("结果 1.xml"), "old");

        Session.Outcome done = session(FakeMapping.echo("m"))
                .in(bytes(CHINESE))
                .run("translate", "m", "to-iso", "--out", out.toString(), mappings);

        assertThat(done.exitCode()).isZero();
        assertThat(done.bytes()).isEmpty();
        assertThat(out).hasContent(CHINESE);
        assertThat(names()).containsExactlyInAnyOrder("结果 1.xml", "mappings");
    }

    @Test
    void outIsUntouchedWhenThereAreErrors() throws IOException {
        Path out = Files.writeString(folder.resolve("result.xml"), "old");

        session(FakeMapping.refusing("m")).run("translate", "m", "to-iso", "--out", out.toString(), mappings);

        assertThat(out).hasContent("old");
        assertThat(names()).containsExactlyInAnyOrder("result.xml", "mappings");
    }

    @Test
    void outThroughALinkKeepsTheLink() throws IOException {
        Path target = Files.writeString(folder.resolve("target.xml"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.xml"), target);

        session(FakeMapping.echo("m"))
                .in(bytes("new"))
                .run("translate", "m", "to-iso", "--out", link.toString(), mappings);

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void placesThatCannotBeWrittenAreFoundBeforeAnyWork() {
        Session session = session(new FakeMapping("m", (direction, document, context) -> {
            throw new AssertionError("no work is to be done");
        }));

        Session.Outcome isFolder = session.run("translate", "m", "to-iso", "--out", folder.toString(), mappings);
        Session.Outcome noFolder =
                session.run("translate", "m", "to-iso", "--out", folder + "/mapings/x.xml", mappings);
        Session.Outcome same = session.run("translate", "m", "to-iso", "--out", "x", "--report", "./x", mappings);

        assertThat(isFolder.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(noFolder.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(noFolder.err()).contains("no such folder; did you mean 'mappings'?");
        assertThat(same.exitCode()).isEqualTo(Exit.USAGE);
    }

    @Test
    void anUnknownMappingIsNotFoundAndTheNearestIsNamed() {
        Session.Outcome failed = session(FakeMapping.echo("swift.mt103"), FakeMapping.echo("wallet.transfer"))
                .run("translate", "swift.mt13", "to-iso", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(failed.err()).isEqualTo("tongwen: no mapping is named 'swift.mt13'; did you mean 'swift.mt103'?\n");
    }

    @Test
    void aMappingFileWithErrorsDoesNotDisturbTheOthers() {
        Session session = session(broken());

        assertThat(session.in(bytes("x"))
                        .run("translate", "good", "to-iso", mappings)
                        .err())
                .isEmpty();
    }

    @Test
    void aNameMissingAmongFilesWithErrorsShowsTheErrors() {
        Session.Outcome failed = session(broken()).run("translate", "bad", "to-iso", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.err()).isEqualTo("""
                        bank/bad.yaml:2:1: [ERROR] the key is not known | mapping.UnknownKey
                        [ERROR] no mapping file without errors has this name: "bad" | app.UnknownMapping
                        """);
    }

    @Test
    void anUnknownFileIsNotFoundAndTheNearestIsNamed() throws IOException {
        file("payment 1.json", "{}");

        Session.Outcome failed =
                session(FakeMapping.echo("m")).run("translate", "m", "to-iso", folder + "/paymnt 1.json", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(failed.err()).endsWith("no such file; did you mean 'payment 1.json'?\n");
    }

    @Test
    void aFolderIsNoDocument() {
        Session.Outcome failed =
                session(FakeMapping.echo("m")).run("translate", "m", "to-iso", folder.toString(), mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.err()).contains("[ERROR] a folder stands where a file is expected | app.NotAFile");
    }

    @Test
    void aDocumentLargerThanTheLimitIsRefused() {
        Session session = session(FakeMapping.echo("m"));

        Session.Outcome fits = session.in(new byte[1000]).run("translate", "m", "to-iso", "--max-size=1kB", mappings);
        Session.Outcome large = session.in(new byte[1001]).run("translate", "m", "to-iso", "--max-size=1kB", mappings);

        assertThat(fits.exitCode()).isZero();
        assertThat(large.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(large.bytes()).isEmpty();
        assertThat(large.err())
                .isEqualTo("<stdin>: [ERROR] the document is larger than the limit of 1000 bytes | app.TooLarge\n");
    }

    @Test
    void theTimeLimitEndsTheCommandAndNothingIsWrittenAfterwards() {
        CountDownLatch never = new CountDownLatch(1);
        Path out = folder.resolve("out.xml");
        FakeMapping sleeps = new FakeMapping("m", (direction, document, context) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return FakeMapping.done(document);
        });

        Session.Outcome late = session(sleeps)
                .in(bytes("x"))
                .run("translate", "m", "to-iso", "--timeout", "0.2", "--out", out.toString(), mappings);
        never.countDown();

        assertThat(late.exitCode()).isEqualTo(Exit.TIMED_OUT);
        assertThat(late.err()).isEqualTo("tongwen: timed out after 0.2 s\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void anInternalErrorIsOneLine() {
        Session.Outcome failed = session(throwing()).run("translate", "m", "to-iso", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.INTERNAL);
        assertThat(failed.bytes()).isEmpty();
        assertThat(failed.err()).isEqualTo("tongwen: internal error: java.lang.IllegalStateException: two lines\n");
    }

    @Test
    void itsPlaceInTheProgramIsShownOnRequest() {
        Session.Outcome byOption = session(throwing()).run("translate", "m", "to-iso", "--debug", mappings);
        Session.Outcome byVariable =
                session(throwing()).environment(Map.of("TONGWEN_DEBUG", "1")).run("translate", "m", "to-iso", mappings);

        assertThat(byOption.err()).contains("\tat org.tongwen.app.TranslateTest");
        assertThat(byVariable.err()).contains("\tat org.tongwen.app.TranslateTest");
    }

    @Test
    void aStackOverflowIsAnInternalErrorToo() {
        FakeMapping deep = new FakeMapping("m", (direction, document, context) -> {
            throw new StackOverflowError();
        });

        assertThat(session(deep).run("translate", "m", "to-iso", mappings).exitCode())
                .isEqualTo(Exit.INTERNAL);
    }

    @Test
    void aReaderThatWentAwayIsNoReasonToComplain() {
        Session.Outcome ended = session(FakeMapping.echo("m"))
                .in(bytes("x"))
                .runInto(failing("Broken pipe"), "translate", "m", "to-iso", mappings);

        assertThat(ended.exitCode()).isEqualTo(Exit.BROKEN_PIPE);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aFullDiskIs() {
        Session.Outcome failed = session(FakeMapping.echo("m"))
                .in(bytes("x"))
                .runInto(failing("No space left on device"), "translate", "m", "to-iso", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.INTERNAL);
        assertThat(failed.err()).isEqualTo("tongwen: cannot write to the standard output: No space left on device\n");
    }

    @Test
    void aGivenNameThatTheMappingDoesNotTakeIsRefused() {
        Session.Outcome failed =
                session(FakeMapping.echo("m")).run("translate", "m", "to-iso", "--given", "debtor_nme=A", mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(failed.err())
                .startsWith("tongwen: mapping m takes no given value 'debtor_nme'; did you mean 'debtor_name'?\n");
    }

    @Test
    void aSchemaFileWithAnErrorStopsTheWork() throws IOException {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(schemas.resolve("own.xsd"), "<not closed");

        Session.Outcome failed = session(FakeMapping.echo("m"))
                .in(bytes("x"))
                .run("translate", "m", "to-iso", "--xsd", schemas.toString(), mappings);

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.bytes()).isEmpty();
        assertThat(failed.err()).contains("own.xsd").contains("xsd.Schema");
    }

    @Test
    void coloursAndHarmlessnessOfFindingsOnAScreen() {
        Finding finding = Finding.error("mapping.X", Place.of("/\u001b[2J"), "wrong [ERROR] here");
        FakeMapping refuses = new FakeMapping(
                "m",
                (direction, document, context) ->
                        new Translation(Optional.empty(), "application/xml", List.of(finding), List.of()));

        Session.Outcome failed = session(refuses).colour().run("translate", "m", "to-iso", mappings);

        assertThat(failed.err())
                .isEqualTo("<stdin> /\\u001b[2J: \u001b[31m[ERROR]\u001b[0m wrong [ERROR] here | mapping.X\n");
    }

    private static Session session(Mapping... mappings) {
        return new Session().mappings(mappings);
    }

    private static Session session(MappingSource source) {
        return new Session().mappings(source).in(new ByteArrayInputStream(new byte[0]));
    }

    private static MappingSource broken() {
        Finding finding =
                Finding.error("mapping.UnknownKey", new Place("bank/bad.yaml", 2, 1, ""), "the key is not known");
        return (folder, catalogue) -> Checked.of(Mappings.of(List.of(FakeMapping.echo("good"))), List.of(finding));
    }

    private static FakeMapping losing() {
        LedgerEntry first = new LedgerEntry(
                Place.of("/list/0/url"), "url", Fate.LOST, "https://a", Optional.empty(), "channel callback", "", "");
        LedgerEntry second = new LedgerEntry(
                Place.of("/list/1/url"), "url", Fate.LOST, "https://b", Optional.empty(), "channel callback", "", "");
        LedgerEntry third = new LedgerEntry(
                Place.of(4, 0, "/name"),
                "name",
                Fate.TRUNCATED,
                "很长",
                Optional.of("很"),
                "at most 140 characters",
                "",
                "");
        return new FakeMapping("m", (direction, document, context) -> FakeMapping.done(document, first, second, third));
    }

    private static FakeMapping throwing() {
        return new FakeMapping("m", (direction, document, context) -> {
            throw new IllegalStateException("two\nlines");
        });
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private String file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
