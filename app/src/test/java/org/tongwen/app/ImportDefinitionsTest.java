package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDefinitionsTest {

    @TempDir
    private Path folder;

    private Path own;
    private Path guideline;

    /** The standard with a shorter name, without email addresses, and with types called otherwise. */
    @BeforeEach
    void guideline() throws IOException {
        own = folder.resolve("own");
        String standard = run("export", "pacs.008.001.08").out();
        String restricted = standard.replace("Max140Text", "CH_Max70Text__1")
                .replace("<xs:maxLength value=\"140\"/>", "<xs:maxLength value=\"70\"/>")
                .replaceAll(" *<xs:element name=\"EmailAdr\".*\n", "")
                .replaceAll(
                        "(<xs:simpleType name=\"CH_Max70Text__1\">)",
                        "$1<xs:annotation><xs:documentation xml:lang=\"zh\">名称</xs:documentation></xs:annotation>");
        guideline = Files.writeString(folder.resolve("guideline.xsd"), restricted);
    }

    @Test
    void aGuidelineIsStoredUnderItsMessageAndComparedWithTheStandard() throws IOException {
        Session.Outcome done = run("import", "--xsd", own.toString(), guideline.toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        Path stored = own.resolve("pacs.008.001.08.xsd");
        assertThat(done.out())
                .matches(("pacs.008.001.08 from %s\n  root Document, \\d+ types\n"
                                + "  restricts the built-in definition: 1 removed, 1 with other values\n  written to %s\n")
                        .formatted(guideline, stored));
        assertThat(stored).hasSameBinaryContentAs(guideline);
        assertThat(run("show", "pacs.008.001.08", "CdtTrfTxInf/Dbtr/Nm", "--xsd", own.toString())
                        .out())
                .endsWith("Nm  [0..1]  CH_Max70Text__1  text, 1 to 70 characters\n");
        assertThat(run("diff", "iso:pacs.008.001.08", "pacs.008.001.08", "--xsd", own.toString())
                        .out())
                .contains("narrows   - EmailAdr [0..1] Max2048Text")
                .endsWith("  What is valid by the second definition was valid before.\n");
    }

    @Test
    void whatWouldBeReplacedIsNamedAndKept() throws IOException {
        Files.createDirectories(own);
        Path other = Files.copy(guideline, own.resolve("other name.xsd"));
        Session.Outcome refused = run("import", "--xsd", own.toString(), guideline.toString());

        assertThat(refused.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(refused.err()).isEqualTo("""
                %s: [ERROR] defines pacs.008.001.08, and so does %s | xsd.Import
                    With --replace it takes the place of that file.
                tongwen: nothing was written
                """.formatted(guideline, other));
        assertThat(names()).containsExactly("other name.xsd");

        Session.Outcome replaced = run("import", "--replace", "--xsd", own.toString(), guideline.toString());

        assertThat(replaced.exitCode()).isZero();
        assertThat(replaced.out()).endsWith("  replaces " + other + "\n");
        assertThat(names()).containsExactly("pacs.008.001.08.xsd");

        assertThat(run("import", "--replace", "--xsd", own.toString(), guideline.toString())
                        .out())
                .endsWith("pacs.008.001.08.xsd\n  replaces the one before\n");
    }

    @Test
    void nothingIsWrittenWhenOneFileIsWrong() throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.xsd"),
                Files.readString(guideline)
                        .replace("pacs.008.001.08", "pacs.008.001.99")
                        .replace("base=\"xs:date\"", "base=\"xs:duration\"")
                        .replace("<xs:totalDigits value=\"18\"/>", "<xs:totalDigits value=\"many\"/>")
                        .replace("type=\"CountryCode\"", "type=\"CountyCode\""));
        Session.Outcome refused = run("import", "--xsd", own.toString(), guideline.toString(), bad.toString());

        assertThat(refused.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(refused.err())
                .contains(
                        "the type xs:duration is not supported",
                        "the type CountyCode is not defined",
                        "'many' in totalDigits is not a number")
                .endsWith("tongwen: nothing was written\n");
        assertThat(refused.err().lines().filter(line -> line.contains("xsd.Schema")))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.startsWith(bad + ":"));
        assertThat(own).doesNotExist();
    }

    @Test
    void aFolderIsNoSchemaFile() {
        String complaint = "tongwen: " + folder + ": a folder stands where a schema file is expected\n";

        assertThat(run("import", "--xsd", own.toString(), folder.toString()).err())
                .isEqualTo(complaint);
        assertThat(run("show", folder.toString()).err()).isEqualTo(complaint);
        assertThat(run("show", folder.toString()).exitCode()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void twoFilesForOneMessageAreRefused() {
        Session.Outcome refused = run("import", "--xsd", own.toString(), guideline.toString(), guideline.toString());

        assertThat(refused.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(refused.err()).contains("defines pacs.008.001.08, and so does " + guideline);
        assertThat(own).doesNotExist();
    }

    @Test
    void whatAFileIncludesComesAlong() throws IOException {
        String schema = Files.readString(guideline);
        int types = schema.indexOf("  <xs:complexType");
        Path sub = Files.createDirectories(folder.resolve("my types"));
        Files.writeString(
                sub.resolve("t.xsd"), schema.substring(0, schema.indexOf("  <xs:element")) + schema.substring(types));
        Path main = Files.writeString(
                folder.resolve("main.xsd"),
                schema.substring(0, schema.indexOf("  <xs:element"))
                        + "<xs:include schemaLocation='my%20types/t.xsd'/>"
                        + schema.substring(schema.indexOf("  <xs:element"), types)
                        + "</xs:schema>");
        Session.Outcome done = run("import", "--xsd", own.toString(), main.toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).endsWith("pacs.008.001.08.xsd, together with what it includes\n");
        assertThat(names()).containsExactly("pacs.008.001.08.xsd");
        assertThat(run("diff", guideline.toString(), "pacs.008.001.08", "--xsd", own.toString())
                        .out())
                .isEqualTo("pacs.008.001.08: no difference\n");

        Files.delete(sub.resolve("t.xsd"));
        assertThat(run("import", "--replace", "--xsd", own.toString(), main.toString())
                        .err())
                .contains("my types/t.xsd: [ERROR] the file cannot be read");
    }

    @Test
    void theFolderOfTheCheckoutIsUsedByEveryCommand() {
        System.setProperty("tongwen.home", folder.toString());
        try {
            assertThat(run("import", guideline.toString()).exitCode()).isZero();
            assertThat(folder.resolve("xsd/own/pacs.008.001.08.xsd")).exists();
            assertThat(run("show", "pacs.008.001.08", "CdtTrfTxInf/Dbtr/Nm").out())
                    .contains("CH_Max70Text__1");
        } finally {
            System.clearProperty("tongwen.home");
        }
        assertThat(run("import", guideline.toString()).exitCode()).isEqualTo(Exit.USAGE);
    }

    private Stream<String> names() throws IOException {
        return Files.list(own).map(file -> file.getFileName().toString());
    }

    private static Session.Outcome run(String... args) {
        String[] line = new String[args.length + 1];
        line[0] = "xsd";
        System.arraycopy(args, 0, line, 1, args.length);
        return new Session().run(line);
    }
}
