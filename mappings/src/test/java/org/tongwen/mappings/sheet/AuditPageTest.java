package org.tongwen.mappings.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.BuiltIn;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

class AuditPageTest {

    @TempDir
    private Path folder;

    private final Catalogue catalogue = Catalogue.builtIn();
    private final AuthoredMapping wallet = BuiltIn.named("wallet.transfer");

    @Test
    void eachRowShowsTheSamplesValueOnBothSides() {
        String page = page(wallet, "person-to-person");

        assertThat(row(page, "as minor(currency)")).contains(">125050<br>CNY<", ">1250.50 CNY<");
        assertThat(row(page, "as account")).contains(">W-00010001<", ">Othr/Id: W-00010001<");
        assertThat(row(page, "{given_name} {family_name}")).contains(">三<br>张<", ">三 张<");
    }

    @Test
    void aCaseThatTheSampleDoesNotTakeHasNoValues() {
        assertThat(row(page(wallet, "person-to-person"), "payer.id_no")).contains("<td>110101199003071234</td>");
        assertThat(row(page(wallet, "person-to-person"), "payer.reg_no")).contains("<td></td><td></td>");
        assertThat(row(page(wallet, "business"), "payer.reg_no")).doesNotContain("<td></td><td></td>");
    }

    @Test
    void lossesRefusalsCodesAndPoliciesAreThereWithTheirReasons() {
        String batch = page(BuiltIn.named("wechat-pay.transfer-batch"), "two-payees");
        String mt = page(BuiltIn.named("swift.mt103"), "plain");

        assertThat(batch)
                .contains("notify_url</code></td><td>channel callback, not part of the payment")
                .contains("<h2>Code table scene</h2>", "1001</code></td><td>CASH_MARKETING")
                .contains("debtor_name, debtor_account, debtor_agent")
                .contains("unread-source</code></td><td>error: ");
        assertThat(mt).contains("_77T</code></td><td>extended remittance information belongs to MT103 REMIT");
    }

    @Test
    void theOriginOfTheSampleIsNamed() {
        assertThat(page(wallet, "from-a-bank")).contains("<dt>Origin of the sample</dt><dd>written by hand");
        assertThat(page(wallet, "business")).doesNotContain("Origin of the sample");
    }

    @Test
    void theSamplesOwnLossesAreListed() {
        assertThat(page(wallet, "long-texts"))
                .contains("remark</code></td><td>changed: text(cut 140)")
                .contains("priority</code></td><td>");
    }

    @Test
    void everyMappingHasAPageThatNeedsNothingElse() {
        for (AuthoredMapping mapping : BuiltIn.all()) {
            for (String sample : AuditPage.samples(mapping)) {
                String page = page(mapping, sample);

                assertThat(page)
                        .startsWith("<!doctype html>")
                        .contains("Content-Security-Policy", mapping.digest())
                        .doesNotContain("<script", "<link", "<img", "src=", "url(", "@import");
                assertThat(count(page, "<tr")).isEqualTo(count(page, "</tr>"));
                assertThat(count(page, "<td>")).isEqualTo(count(page, "</td>"));
            }
        }
    }

    @Test
    void whatStandsInFilesCannotBecomeMarkup() throws IOException {
        String hostile = "<script>alert('x')</script>\" onload=\"y";
        Path institution = Files.createDirectories(folder.resolve("wallet"));
        Path original = wallet.file();
        try (Stream<Path> files = Files.list(original.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, institution.resolve(file.getFileName()));
            }
        }
        String quoted = "\"" + hostile.replace("\"", "\\\"") + "\"";
        Path file = Files.writeString(
                institution.resolve(original.getFileName()),
                Files.readString(original)
                        .replaceFirst("title: .*", java.util.regex.Matcher.quoteReplacement("title: " + quoted))
                        .replace("OUR: DEBT", quoted + ": DEBT")
                        .replace("      at: payee\n", "      note: " + quoted + "\n      at: payee\n"));
        Checked<AuthoredMapping> read = Mappings.author(folder, file, catalogue);
        List<Finding> findings =
                List.of(Finding.warning("x.Y", Place.of(1, 1, ""), hostile).value(hostile));

        String page = text(AuditPage.of(read.value().orElseThrow(), findings, Optional.empty(), catalogue));

        assertThat(page).doesNotContain("<script", "\" onload").contains("&lt;script&gt;alert(&#39;x&#39;)");
    }

    @Test
    void aMappingWithMistakesHasAPageThatSaysSo() throws IOException {
        Path institution = Files.createDirectories(folder.resolve("bank"));
        Path file = Files.writeString(institution.resolve("a.yaml"), """
                mapping: bank.a
                iso: pacs.008.001.08
                FIToFICstmrCdtTrf: {GrpHdr: {MsgId: id, Wrong: x}}
                """);
        Checked<AuthoredMapping> read = Mappings.author(folder, file, catalogue);

        String page = text(AuditPage.of(read.value().orElseThrow(), read.findings(), Optional.of("none"), catalogue));

        assertThat(page).contains("GrpHdr has no element Wrong", "class=\"error\"", "mapping.UnknownElement");
    }

    private String page(AuthoredMapping mapping, String sample) {
        return text(AuditPage.of(mapping, List.of(), Optional.of(sample), catalogue));
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }

    private static String row(String page, String part) {
        return page.lines()
                .filter(line -> line.startsWith("<tr><td>") && line.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static int count(String page, String part) {
        return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
