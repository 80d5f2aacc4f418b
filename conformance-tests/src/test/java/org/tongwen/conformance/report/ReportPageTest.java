package org.tongwen.conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.conformance.run.Runs.DAY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.Draft;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.Runs;
import org.tongwen.conformance.run.StepResult;

class ReportPageTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z!][A-Za-z0-9]*)([^<>]*)>");

    private static final Set<String> KNOWN = Set.of(
            "!doctype",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "p",
            "div",
            "span",
            "strong",
            "b",
            "br",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "nav",
            "a",
            "article",
            "section",
            "pre",
            "code",
            "details",
            "summary",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "footer",
            "svg",
            "path");

    private static final Set<String> EMPTY = Set.of("!doctype", "meta", "br", "path");

    private static final Set<String> ATTRIBUTES = Set.of(
            "html",
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "role",
            "aria-label",
            "aria-hidden",
            "viewBox",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "d",
            "dir",
            "style",
            "href",
            "id",
            "scope");

    private static String page(RunReport report) {
        return new String(ReportPage.of(report, Exchanges.none()), UTF_8);
    }

    /** What stands on the page, as a reader sees it. */
    private static String seen(String page) {
        return page.substring(page.indexOf("<body>"))
                .replaceAll("<[^>]*>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\n+", "\n");
    }

    /** Every tag is one of ours, with attributes of ours, and is closed where it should be: nobody else wrote markup. */
    private static void assertMarkupIsOurs(String page) {
        String body = page.substring(0, page.indexOf("<style>") + 7) + page.substring(page.indexOf("</style>"));
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(body);
        int end = 0;
        while (tag.find()) {
            assertThat(body.substring(end, tag.start())).doesNotContain("<", ">");
            end = tag.end();
            String name = tag.group(2);
            assertThat(KNOWN).contains(name);
            if (!tag.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(name);
            } else {
                assertAttributesAreOurs(tag.group(3));
                if (!EMPTY.contains(name)) {
                    open.push(name);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private static void assertAttributesAreOurs(String attributes) {
        String names = attributes.replaceAll("=\"[^\"]*\"", "").replace("/", "");
        assertThat(names).doesNotContain("\"", "'", "=");
        assertThat(ATTRIBUTES)
                .containsAll(List.of(
                        names.strip().isEmpty()
                                ? new String[] {"html"}
                                : names.strip().split("\\s+")));
        Matcher link = Pattern.compile("href=\"([^\"]*)\"").matcher(attributes);
        while (link.find()) {
            assertThat(link.group(1)).startsWith("#");
        }
    }

    /** Links of the page lead to places of the page. */
    private static void assertLinksLead(String page) {
        Set<String> places = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Matcher link = Pattern.compile("href=\"#([^\"]*)\"").matcher(page);
        while (link.find()) {
            assertThat(places).contains(link.group(1));
        }
    }

    @Test
    void theVerdictStandsFirstInOneSentence() {
        assertThat(seen(page(Reports.of(Runs.failing())))).startsWith("""

                Conformance report · Wallets and banks that settle with each other
                Yunshan Bank 云山银行
                Not conformant
                Of 4 mandatory requirements one failed.
                3
                 passed
                2
                 failed
                """);
    }

    @Test
    void aFailureShowsClauseExpectationAnswerAndHowToSeeItAgain() {
        assertThat(seen(page(Reports.of(Runs.failing()))))
                .contains("failed\nWI-TIME-02\nmandatory\nA payment past its time limit is rejected.\nClause: WI 5.3\n")
                .contains("Expected\nTxInfAndSts/TxSts = RJCT and StsRsnInf/Rsn/Cd = AB05\nCame\n<Document xmlns=")
                .contains("\n      <TxSts>ACSC</TxSts>\n")
                .contains(
                        "./tongwen conformance run --plan wallet-interop --participant yunshan.yaml --only limits/after-ten-seconds --out again\n"
                                + "curl -sS -H 'Content-Type: application/xml' --data-binary @pacs.008.xml http://127.0.0.1:18080/messages\n")
                .contains("Case: \nwallet-interop/cases/limits/after-ten-seconds\n");
    }

    @Test
    void whatWasNotTestedStandsTogetherByReason() {
        RunResult run = Runs.with(
                Runs.passing(),
                List.of(
                        Runs.result("WI-O-1", Outcome.NOT_RUN, "no address to observe"),
                        Runs.result("WI-O-2", Outcome.NOT_RUN, "no address to observe")));

        assertThat(seen(page(Reports.of(run))))
                .contains("not run\nno address to observe\nWI-O-1\n, \nWI-O-2\n")
                .contains("untested\nno message shows it\nWI-SEC-09\n")
                .contains("not applicable\ndemanded of initiating-wallet only\nWI-RTP-01\n");
    }

    @Test
    void aWaiverIsShownWithItsOwnerAndLastDay() {
        assertThat(seen(page(Reports.of(Runs.failing(), Reports.waiver("WI-TIME-02")))))
                .contains("Conformant with waivers\n")
                .contains("waived\n by Li Na until 2026-12-22: challenge 17\n");
        assertThat(seen(page(Reports.of(
                        Runs.failing(), new Waiver("WI-TIME-02", "Li Na", "challenge 17", DAY.minusDays(1))))))
                .contains("WI-TIME-02\n (its waiver lapsed after 2026-11-21)")
                .contains("waiver lapsed\n by Li Na");
    }

    @Test
    void aCertificateIsNamed() {
        RunReport report = new RunReport(
                Runs.passing(),
                List.of(),
                List.of(),
                DAY,
                Optional.of(new RunReport.Issued("urn:uuid:1", "kPrK", DAY.plusDays(90))));

        assertThat(seen(page(report)))
                .contains("Certificate\nurn:uuid:1, valid until 2027-02-20\n")
                .contains("Signed with key\nkPrK\n")
                .doesNotContain("Why there is no certificate");
    }

    @Test
    void everyPageIsWellMade() {
        for (RunReport report : List.of(
                Reports.of(Runs.passing()),
                Reports.of(Runs.failing(), Reports.waiver("WI-TIME-02")),
                Reports.of(Runs.incomplete(Runs.failing(), "time")),
                Reports.saying("quiet"),
                Reports.saying(Reports.HOSTILE))) {
            assertMarkupIsOurs(page(report));
            assertLinksLead(page(report));
        }
    }

    @Test
    void noTextOfAStrangerBecomesMarkupOrCommandsTheReader() {
        Random random = new Random(400);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                int from = random.nextInt(Reports.HOSTILE.length());
                text.append(Reports.HOSTILE, from, Math.min(Reports.HOSTILE.length(), from + random.nextInt(12)));
            }
            String page = page(Reports.saying(text.toString()));

            assertMarkupIsOurs(page);
            assertThat(page.codePoints())
                    .allMatch(c -> c == '\n' || !Character.isISOControl(c) && (c & 0xfffe) != 0xfffe)
                    .doesNotContain(0x202e, 0x2066, 0x200f, 0x2028, 0xfeff);
        }
    }

    @Test
    void thePageLoadsAndRunsNothing() {
        assertThat(page(Reports.of(Runs.passing())))
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("src=", "url(", "@import", "<script", "http://www", "https://");
    }

    @Test
    void aMegabyteIsShortened() {
        String page = page(Reports.saying("x".repeat(1_000_000)));

        assertThat(page).hasSizeLessThan(200_000).contains("(shortened; 1,000,000 characters in all)");
    }

    @Test
    void theExchangesOfAFailureAreShown(@TempDir Path folder) {
        try (EvidenceLog log = EvidenceLog.create(folder.resolve(EvidenceLog.FILE), Clock.systemUTC())) {
            for (int i = 1; i <= 20; i++) {
                String body = "<a><b>" + i + "</b></a>" + (i == 18 ? "x".repeat(3_000_000) : "");
                log.add(new Draft(
                        Exchange.Direction.SENT,
                        Exchange.Kind.REQUEST,
                        "POST",
                        "http://127.0.0.1:18080/messages",
                        0,
                        new TreeMap<>(),
                        Body.of(body.getBytes(UTF_8)),
                        ""));
            }
        }
        RunReport report = Reports.of(Runs.failing());

        String page = new String(ReportPage.of(report, Exchanges.read(report, folder)), UTF_8);

        assertMarkupIsOurs(page);
        assertThat(seen(page))
                .contains("3 exchanges on the wire")
                .contains("sed -n 17p evidence.jsonl | jq -j .body.text | curl -i -H 'Content-Type: application/xml'"
                        + " --data-binary @- http://127.0.0.1:18080/messages\n")
                .doesNotContain("sed -n 18p")
                .contains(" · from the suite · POST http://127.0.0.1:18080/messages\n<a>\n  <b>17</b>\n</a>\n")
                .contains("(3,000,016 bytes came; the evidence keeps the first)")
                .doesNotContain("<b>16</b>", "<b>20</b>");
    }

    @Test
    void evidenceThatIsBrokenOrGoneDoesNotStopTheReport(@TempDir Path folder) throws Exception {
        RunReport report = Reports.of(Runs.failing());

        assertThat(Exchanges.read(report, folder)
                        .of(report.run().requirements().get(5).cases().get(0)))
                .isEmpty();
        Files.writeString(folder.resolve(EvidenceLog.FILE), "not evidence\n");
        assertThat(Exchanges.read(report, folder)
                        .of(report.run().requirements().get(5).cases().get(0)))
                .isEmpty();
    }

    @Test
    void aMessageOnOneLineIsPutOnMany() {
        assertThat(IndentedXml.of("<a x=\"1\"><b>1</b><c/><!-- n --><d><e>2</e></d></a>"))
                .isEqualTo("""
                <a x="1">
                  <b>1</b>
                  <c/>
                  <!-- n -->
                  <d>
                    <e>2</e>
                  </d>
                </a>""");
        assertThat(IndentedXml.of("</a></b>oops<c>")).isEqualTo("</a>\n</b>oops<c>");
        assertThat(IndentedXml.of("a < b > c")).isEqualTo("a < b > c");
        assertThat(IndentedXml.of("<a>".repeat(5_000))).hasSizeLessThan(250_000);
    }

    @Test
    void ofManyStepsThoseThatWentWrongAreShownWhereverTheyStand() {
        List<StepResult> steps =
                new ArrayList<>(List.of(StepResult.fail("expect status", "100 times", "only 99 came")));
        for (int i = 1; i < 100; i++) {
            steps.add(StepResult.pass("check " + i, "is so", "it is so"));
        }
        CaseResult tried = new CaseResult("a/b", "A hundred at once", Outcome.FAIL, "only 99 came", steps, List.of());
        RequirementResult failed =
                RequirementResult.of(Runs.requirement("R-100", "All are answered.", "1"), List.of(tried));

        assertThat(seen(page(Reports.of(Runs.of(List.of(failed))))))
                .contains("94 more steps are in results.json", "only 99 came\n", "check 95\n", "check 99\n")
                .doesNotContain("check 94\n");
    }

    @Test
    void aCommandQuotesWhatAShellWouldRead() {
        assertThat(Words.command(Reports.saying("$(rm -rf ~)'x"), "A B"))
                .isEqualTo(
                        "./tongwen conformance run --plan '$(rm -rf ~)'\\''x' --participant '$(rm -rf ~)'\\''x' --only 'A B' --out again");
    }
}
