package org.tongwen.mappings.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class LedgerPageTest {

    private static final LedgerEntry MAPPED = new LedgerEntry(
            Place.of(1, 2, "/name").in("in.json"),
            "name",
            Fate.MAPPED,
            "<b>O'Hara & \"Söhne\"",
            Optional.of("<b>O'Hara & \"Söhne\""),
            "",
            "/Document/Nm",
            "name");
    private static final LedgerEntry LOST = new LedgerEntry(
            Place.of(3, 4, "/url"), "url", Fate.LOST, "x", Optional.empty(), "channel callback", "", "");

    @Test
    void everyValueStandsWithItsFate() {
        String page = page(List.of(), List.of(MAPPED, LOST));

        assertThat(page)
                .contains("<span><b class=\"mapped\">1</b> mapped</span><span><b class=\"lost\">1</b> lost</span>")
                .contains(
                        "<td class=\"word mapped\">mapped</td><td><code>1:2</code></td><td><code>/<wbr>name</code></td>")
                .contains("<code>&lt;b&gt;O&#39;Hara &amp; &quot;Söhne&quot;</code>")
                .contains("<code>/<wbr>Document/<wbr>Nm</code>", "<td>channel callback</td>");
    }

    @Test
    void lossesAreNotSaidTwiceWhenTheyAreAllThatIsKnown() {
        assertThat(page(List.of(), List.of(LOST)))
                .contains("<h2>Lost or changed</h2>")
                .doesNotContain("All values");
        assertThat(page(List.of(), List.of(MAPPED, LOST))).contains("<h2>All values</h2>");
    }

    @Test
    void aColumnThatSaysNothingIsLeftOut() {
        assertThat(page(List.of(), List.of(MAPPED)))
                .contains("<th>went to</th>")
                .doesNotContain("<th>reason</th>", "<th>comes back as</th>");
        assertThat(page(List.of(), List.of())).doesNotContain("<table", "class=\"sums\"");
    }

    @Test
    void findingsStandWithTheirHints() {
        Finding finding =
                Finding.error("mapping.X", Place.of(7, 1, ""), "it is <wrong>").hint("try another");

        assertThat(page(List.of(finding), List.of()))
                .contains("<td class=\"word error\">error</td><td><code>7:1</code></td>")
                .contains("<td>it is &lt;wrong&gt; (try another)</td><td><code>mapping.X</code></td>");
    }

    @Test
    void whatABrowserWouldHideIsVisible() {
        LedgerEntry turned = LOST.with("a\u202Eb\u0007", Optional.empty());

        assertThat(page(List.of(), List.of(turned))).doesNotContain("\u202E", "\u0007");
    }

    private static String page(List<Finding> findings, List<LedgerEntry> ledger) {
        Translation translation = new Translation(Optional.of(new byte[0]), "application/xml", findings, ledger);
        return new String(
                LedgerPage.of("bank.transfer", "d1ge57", Direction.TO_ISO, "in.json", translation),
                StandardCharsets.UTF_8);
    }
}
