package org.tongwen.xsd.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** Documents that somebody wrote to slow the reader down, to mislead it or to make it fail. Those with a time limit would need many times as long if the reader's work grew with the square of their size. */
class HostileInputTest {

    private static final String STATEMENT =
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>%s</Stmt></BkToCstmrStmt></Document>";

    private static final String TRANSFER =
            "<%1$sDocument xmlns%2$s='urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08'><%1$sFIToFICstmrCdtTrf>"
                    + "%3$s</%1$sFIToFICstmrCdtTrf></%1$sDocument>";

    private static final String SUPPLEMENT = "<SplmtryData><Envlp><x xmlns='urn:x'>%s</x></Envlp></SplmtryData>";

    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    @Test
    @Timeout(60)
    void childrenThatStayDoNotSlowDownThePartsBehindThem() {
        String xml = STATEMENT.formatted("<Bal/>".repeat(150_000) + "<Ntry/>".repeat(150_000));
        int[] parts = {0};
        reader.read(stream(xml), (message, part) -> parts[0]++);
        assertThat(parts[0]).isEqualTo(150_001);
    }

    @Test
    void partsAreCountedAlthoughTheyDoNotStay() {
        String xml = STATEMENT.formatted("<Bal/><Ntry/><Bal/><Ntry/><Ntry/>");
        List<String> paths = new ArrayList<>();
        reader.read(stream(xml), (message, part) -> paths.add(part.path().replaceAll(".*/", "")));
        assertThat(paths).containsExactly("Ntry[1]", "Ntry[2]", "Ntry[3]", "Stmt[1]");
    }

    @Test
    @Timeout(60)
    void theNamesOfOneDocumentDoNotSlowDownOthers() {
        for (int document = 0; document < 400; document++) {
            int first = document * 900;
            String strange = IntStream.range(first, first + 900)
                    .mapToObj(name -> "<n" + name + "/>")
                    .collect(Collectors.joining());
            assertThat(ids(transfer(SUPPLEMENT.formatted(strange)))).doesNotContain("xsd.TooLarge");
        }
    }

    @Test
    void thereMayNotBeThousandsOfDifferentInstructions() {
        assertThat(ids("<?again?>".repeat(5_000) + transfer(""))).doesNotContain("xsd.TooLarge");
        String many =
                IntStream.range(0, 5_000).mapToObj(name -> "<?p" + name + "?>").collect(Collectors.joining());
        assertThat(ids(many + transfer(""))).containsExactly("xsd.TooLarge");
    }

    @Test
    void namesCountOnceForEachPrefix() {
        String prefixes = IntStream.range(0, 50)
                .mapToObj(p -> " xmlns:p" + p + "='urn:p'")
                .collect(Collectors.joining());
        String strange = IntStream.range(0, 50 * 50)
                .mapToObj(i -> "<p" + i / 50 + ":n" + i % 50 + "/>")
                .collect(Collectors.joining());
        assertThat(ids(transfer(SUPPLEMENT.formatted("<y" + prefixes + ">" + strange + "</y>"))))
                .contains("xsd.TooLarge");
        assertThat(ids(TRANSFER.formatted("p:", ":p", "<p:GrpHdr/>".repeat(2_000))))
                .doesNotContain("xsd.TooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aTagMayNotBeEndlessInAnyEncoding(String encoding) {
        // The bytes of this character in UTF-16 hold that of the sign with which tags begin.
        String attributes = IntStream.range(0, 20_000)
                .mapToObj(i -> " xmlns:a" + i + "='丼'")
                .collect(Collectors.joining());
        byte[] xml = ("\uFEFF<a" + attributes + "/>").getBytes(Charset.forName(encoding));
        assertThat(reader.read(xml).findings())
                .extracting(Finding::message)
                .containsExactly("a tag is longer than 65536 bytes");
    }

    @Test
    void textOfAnyLengthIsNoTag() {
        String text = "丼".repeat(100_000);
        String xml = "\uFEFF" + transfer(SUPPLEMENT.formatted(text + "<!--" + text + "-->"));
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(reader.read(xml.getBytes(charset)).findings())
                    .extracting(Finding::id)
                    .doesNotContain("xsd.TooLarge", "xsd.NotWellFormed");
        }
    }

    @Test
    void onlyTheDeclarationNamesTheEncoding() {
        assertThat(ids("<?xml-stylesheet href='x' encoding='IBM037'?>" + transfer("")))
                .doesNotContain("xsd.NotWellFormed");
        assertThat(ids("<?xml version='1.0' encoding='IBM037'?>" + transfer("")))
                .containsExactly("xsd.NotWellFormed");
    }

    @Test
    void oneByteOrderMarkIsEnough() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] xml = ("\uFEFF\uFEFF" + transfer("")).getBytes(charset);
            assertThat(reader.read(xml).findings()).extracting(Finding::id).containsExactly("xsd.NotWellFormed");
        }
    }

    @Test
    void aDamagedCharacterHasItsPlace() {
        byte[] xml = ("\uFEFF\n\n" + transfer("\n  @")).getBytes(StandardCharsets.UTF_16BE);
        int at = new String(xml, StandardCharsets.UTF_16BE).indexOf('@') * 2;
        xml[at] = (byte) 0xD8;
        Finding finding = reader.read(xml).findings().get(0);
        assertThat(finding.message()).endsWith("some bytes are not UTF-16BE");
        assertThat(finding.place()).hasToString("4:3");
    }

    @Test
    void noDamageOfOneByteMakesTheReaderFail() {
        byte[] sound = ("<?xml version='1.0' encoding='UTF-8'?><!--c-->"
                        + transfer("<GrpHdr><MsgId>张三 &amp; &#65;</MsgId></GrpHdr>"
                                + SUPPLEMENT.formatted("<p:a xmlns:p='u' p:b='c'/><![CDATA[t]]>")))
                .getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < sound.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = sound.clone();
                damaged[at] ^= (byte) (1 << bit);
                assertSameBothWays(damaged);
            }
            byte[] cut = Arrays.copyOf(sound, at);
            assertSameBothWays(cut);
            assertThat(reader.read(cut).ok()).isFalse();
        }
    }

    private void assertSameBothWays(byte[] xml) {
        List<Finding> findings = reader.read(xml).findings();
        assertThat(reader.read(new ByteArrayInputStream(xml)).findings()).isEqualTo(findings);
        assertThat(findings).isNotEmpty();
    }

    private List<String> ids(String xml) {
        return reader.read(xml.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .map(Finding::id)
                .distinct()
                .toList();
    }

    private static String transfer(String content) {
        return TRANSFER.formatted("", "", content);
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
