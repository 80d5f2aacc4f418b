package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.app.FakeMapping.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {

    private static final String HEADER = """
            <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
              <Fr><FIId><FinInstnId><BICFI>TWENCNSHXXX</BICFI></FinInstnId></FIId></Fr>
              <To><FIId><FinInstnId><BICFI>TWBKDEFF</BICFI></FinInstnId></FIId></To>
              <BizMsgIdr>A</BizMsgIdr>
              <MsgDefIdr>pacs.002.001.10</MsgDefIdr>
              <CreDt>2026-11-21T10:15:30+08:00</CreDt>
            </AppHdr>
            """;
    private static final String STATUS = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
              <FIToFIPmtStsRpt>
                <GrpHdr>
                  <MsgId>状态-9</MsgId>
                  <CreDtTm>2026-11-21T10:15:34+08:00</CreDtTm>
                </GrpHdr>
              </FIToFIPmtStsRpt>
            </Document>
            """;
    private static final String WRONG = STATUS.replace("状态-9", "状".repeat(36));

    @TempDir
    private Path folder;

    private Path good;
    private Path bad;

    @BeforeEach
    void files() throws IOException {
        good = Files.writeString(folder.resolve("good 1.xml"), STATUS);
        bad = Files.writeString(folder.resolve("bad.xml"), WRONG);
    }

    @Test
    void aValidFileIsCalledValid() {
        Session.Outcome done = validate(good.toString());

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEqualTo(good + ": valid pacs.002.001.10\n");
        assertThat(done.err()).isEmpty();
    }

    @Test
    void anInvalidFileHasItsFindingsOnStandardError() {
        Session.Outcome done = validate(bad.toString());

        assertThat(done.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(done.out()).isEqualTo(bad + ": invalid pacs.002.001.10, 1 error\n");
        assertThat(done.err())
                .startsWith(bad + ":4:7 /Document/FIToFIPmtStsRpt/GrpHdr/MsgId: [ERROR] MsgId has 36 characters")
                .endsWith(" | xsd.MaxLength\n");
    }

    @Test
    void standardInputIsReadForADashAndForNothing() {
        assertThat(new Session().in(bytes(STATUS)).run("validate", "-").out())
                .isEqualTo("<stdin>: valid pacs.002.001.10\n");
        assertThat(new Session().in(bytes(STATUS)).run("validate").out()).isEqualTo("<stdin>: valid pacs.002.001.10\n");
        assertThat(new Session().in(bytes(STATUS)).run("validate", "-", "-").exitCode())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aHeaderIsNamedBesideItsDocument() throws IOException {
        Path both = Files.writeString(folder.resolve("both.xml"), "<Envelope>" + HEADER + STATUS + "</Envelope>");

        assertThat(validate(both.toString()).out()).isEqualTo(both + ": valid pacs.002.001.10 with head.001.001.02\n");
    }

    @Test
    void everyFileGetsItsVerdictInTheOrderGiven() {
        String missing = folder.resolve("goood 1.xml").toString();

        Session.Outcome done = validate(missing, bad.toString(), folder.toString(), good.toString());

        assertThat(done.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(done.out().lines())
                .containsExactly(
                        missing + ": not found",
                        bad + ": invalid pacs.002.001.10, 1 error",
                        folder + ": unreadable",
                        good + ": valid pacs.002.001.10");
        assertThat(done.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo(missing + ": [ERROR] no such file; did you mean 'good 1.xml'? | app.NotFound"));
    }

    @Test
    void aMissingFileAloneIsNotFound() {
        assertThat(validate(good.toString(), folder.resolve("none.xml").toString())
                        .exitCode())
                .isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void jsonHoldsVerdictsAndFindings() throws IOException {
        Session.Outcome done =
                new Session().run("validate", "--format", "json", good.toString(), bad.toString(), "none");

        JsonNode json = new ObjectMapper().readTree(done.bytes());
        assertThat(json.findValuesAsText("verdict")).containsExactly("valid", "invalid", "not-found");
        assertThat(json.at("/0/file").asText()).isEqualTo(good.toString());
        assertThat(json.at("/0/message").asText()).isEqualTo("pacs.002.001.10");
        assertThat(json.at("/1/findings/0/id").asText()).isEqualTo("xsd.MaxLength");
        assertThat(json.at("/1/findings/0/document").asText()).isEqualTo(bad.toString());
        assertThat(json.at("/1/findings/0/value").asText()).isEqualTo("状".repeat(36));
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isEqualTo(Exit.FINDINGS);
    }

    @Test
    void anotherMessageThanAskedForIsInvalid() {
        Session.Outcome asked = new Session().run("validate", "--message", "pacs.002.001.10", good.toString());
        Session.Outcome other = new Session().run("validate", "--message", "pacs.002.001.12", good.toString());

        assertThat(asked.exitCode()).isZero();
        assertThat(other.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(other.err())
                .isEqualTo(good + ":1:1 /Document: [ERROR] the message is not pacs.002.001.12: \"pacs.002.001.10\""
                        + " | iso.OtherMessage\n");
    }

    @Test
    void anUnknownMessageIsNotFound() {
        Session.Outcome failed = new Session().run("validate", "--message", "pacs.02.001.10", good.toString());

        assertThat(failed.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .isEqualTo("tongwen: no message is named 'pacs.02.001.10'; did you mean 'pacs.002.001.10'?\n");
        assertThat(new Session()
                        .run("validate", "--message", "head.001", good.toString())
                        .err())
                .startsWith("tongwen: no message is named 'head.001'; there are head.001.001.01, ");
    }

    @Test
    void whereOnlyTheFirstErrorsAreListedThatIsSaid() throws IOException {
        String wrong = "<OrgnlGrpInfAndSts/>".repeat(1001);
        Path long1 = Files.writeString(folder.resolve("long.xml"), STATUS.replace("</GrpHdr>", "</GrpHdr>" + wrong));

        assertThat(validate(long1.toString()).out())
                .isEqualTo(long1 + ": invalid pacs.002.001.10, 1000 errors, and maybe more that are not listed\n");
    }

    @Test
    void aFileLargerThanTheLimitIsRefused() {
        Session.Outcome failed = new Session().run("validate", "--max-size", "0.1kB", good.toString());

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.out()).isEqualTo(good + ": invalid, 1 error\n");
        assertThat(failed.err()).contains("larger than the limit of 100 bytes | xsd.TooLarge");
    }

    @Test
    void anEmptyFileIsInvalid() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.xml"));

        Session.Outcome failed = validate(empty.toString());

        assertThat(failed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(failed.out()).isEqualTo(empty + ": invalid, 1 error\n");
    }

    @Test
    void aFileThatWeCannotCopeWithDoesNotCostTheVerdictsOnOthers() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a fault of ours");
            }
        };

        Session.Outcome failed = new Session().in(broken).run("validate", "-", good.toString());

        assertThat(failed.exitCode()).isEqualTo(Exit.INTERNAL);
        assertThat(failed.out()).isEqualTo("<stdin>: not judged\n" + good + ": valid pacs.002.001.10\n");
        assertThat(failed.err())
                .isEqualTo("<stdin>: [ERROR] internal error: java.lang.IllegalStateException: a fault of ours"
                        + " | app.Internal\n");
    }

    @Test
    void filesLeftWhenTheTimeIsOverAreNamedAsSuch() {
        CountDownLatch never = new CountDownLatch(1);
        InputStream sleeping = new InputStream() {
            @Override
            public int read() {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };

        Session.Outcome late =
                new Session().in(sleeping).run("validate", "--timeout", "0.5", good.toString(), "-", bad.toString());
        never.countDown();

        assertThat(late.exitCode()).isEqualTo(Exit.TIMED_OUT);
        assertThat(late.out().lines()).hasSize(3).contains("<stdin>: timed out", bad + ": timed out");
    }

    @Test
    void schemasOfOnesOwnTakeTheirPlaceInTheCatalogue() throws IOException {
        Path schemas = Files.createDirectory(folder.resolve("own schemas"));
        Files.writeString(schemas.resolve("own.xsd"), """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
                    xmlns="urn:example:own.001.001.01" targetNamespace="urn:example:own.001.001.01">
                  <xs:element name="Document" type="Document"/>
                  <xs:complexType name="Document">
                    <xs:sequence><xs:element name="A" type="xs:date"/></xs:sequence>
                  </xs:complexType>
                </xs:schema>
                """);
        Path own = Files.writeString(
                folder.resolve("own.xml"), "<Document xmlns='urn:example:own.001.001.01'><A>2026-11-21</A></Document>");

        assertThat(new Session()
                        .run("validate", "--xsd", schemas.toString(), own.toString())
                        .out())
                .isEqualTo(own + ": valid own.001.001.01\n");
        assertThat(validate(own.toString()).exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(new Session()
                        .run("validate", "--xsd", folder + "/none", own.toString())
                        .exitCode())
                .isEqualTo(Exit.NOT_FOUND);
    }

    private static Session.Outcome validate(String... files) {
        String[] args = new String[files.length + 1];
        args[0] = "validate";
        System.arraycopy(files, 0, args, 1, files.length);
        return new Session().run(args);
    }
}
