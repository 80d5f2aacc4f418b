package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.plan.BulkTranslation;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;

class BulkTranslationTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Mapping UPLOAD =
            BuiltIn.named("harbour-bank.bulk-upload").ready();
    private static final Mapping BATCH =
            BuiltIn.named("yunshan-bank.host-batch").ready();
    private static final Context CONTEXT = new Context(
            Map.of(
                    "message_id", "HB-1",
                    "execution_date", "2026-11-23",
                    "debtor_name", "Lantern Works GmbH",
                    "debtor_account", "DE55999000001234567890",
                    "debtor_agent", "HRBRDEFF"),
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC),
            () -> new UUID(1, 2),
            Reporting.LINEAGE,
            Originals.NONE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_300})
    void aTableGivesTheSameMessageItemByItemAndComesBackTheSame(int payments) throws IOException {
        assertSameBothWays(UPLOAD, table(payments));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_300})
    void recordsGiveTheSameMessageItemByItemAndComeBackTheSame(int payments) throws IOException {
        assertSameBothWays(BATCH, batch(payments, payments));
    }

    private void assertSameBothWays(Mapping mapping, byte[] document) throws IOException {
        assertThat(mapping.wholeBecause()).isEmpty();
        Translation there = assertSame(mapping, Direction.TO_ISO, document);
        if (there.ok()) {
            Translation back =
                    assertSame(mapping, Direction.FROM_ISO, there.result().orElseThrow());
            assertThat(back.result())
                    .hasValueSatisfying(again -> assertThat(again).isEqualTo(document));
        }
    }

    /** Both ways to translate agree in result, findings and ledger, of which a long document keeps a thousand. */
    private Translation assertSame(Mapping mapping, Direction direction, byte[] document) throws IOException {
        Translation whole = mapping.translate(direction, document, CONTEXT);
        Path result = folder.resolve("result");
        BulkTranslation bulk = bulk(mapping, direction, document, CONTEXT);

        assertThat(kept(bulk)).isEqualTo(whole.findings());
        assertThat(bulk.ok()).isEqualTo(whole.ok());
        assertThat(whole.ledger()).containsAll(bulk.ledger());
        assertThat(bulk.ledger()).hasSize(Math.min(whole.ledger().size(), 1_000));
        if (whole.ok()) {
            assertThat(Files.readAllBytes(result)).isEqualTo(whole.result().orElseThrow());
        } else {
            assertThat(result).doesNotExist();
        }
        return whole;
    }

    private BulkTranslation bulk(Mapping mapping, Direction direction, byte[] document, Context context)
            throws IOException {
        Path file = Files.write(folder.resolve("document"), document);
        Path result = folder.resolve("result");
        Files.deleteIfExists(result);
        BulkTranslation bulk = mapping.translate(direction, file, result, context, items -> {});
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> !path.equals(file) && !path.equals(result)))
                    .isEmpty();
        }
        return bulk;
    }

    private static List<Finding> kept(BulkTranslation bulk) {
        return bulk.findings().stream()
                .filter(finding -> !finding.id().equals("mapping.More"))
                .toList();
    }

    @Test
    void mistakesFarFromEachOtherAreBothNamedAndNothingIsWritten() throws IOException {
        List<String> rows = rows(1_300);
        rows.set(2, rows.get(2).replace("EUR", "USD").replace("12,50", "12,501"));
        rows.set(776, rows.get(776).replace(";CDRSNL2A;", ";cdrs;"));

        BulkTranslation bulk = bulk(UPLOAD, Direction.TO_ISO, table(rows), CONTEXT.reporting(Reporting.LOSSES));

        assertThat(bulk.ok()).isFalse();
        assertThat(folder.resolve("result")).doesNotExist();
        assertThat(bulk.findings())
                .extracting(finding ->
                        finding.place().line() + " " + finding.place().path())
                .contains("4 /rows/2/amount", "778 /rows/776/bank");
        assertThat(bulk.findings().stream().filter(finding -> finding.place().line() == 778))
                .allSatisfy(finding -> assertThat(finding.hint()).contains("CdtTrfTxInf[777]"));
        assertThat(bulk.findings())
                .isEqualTo(
                        UPLOAD.translate(Direction.TO_ISO, table(rows), CONTEXT).findings());
    }

    @Test
    void rowsThatCannotBeReadAreNamedBeforeAnythingIsTranslated() throws IOException {
        List<String> rows = rows(1_300);
        rows.set(2, rows.get(2).replace(";EUR;", ";YEN;"));
        rows.set(776, rows.get(776) + ";more");

        BulkTranslation bulk = bulk(UPLOAD, Direction.TO_ISO, table(rows), CONTEXT);

        assertThat(bulk.findings())
                .isEqualTo(
                        UPLOAD.translate(Direction.TO_ISO, table(rows), CONTEXT).findings())
                .hasSize(2);
        assertThat(bulk.ok()).isFalse();
        assertThat(folder.resolve("result")).doesNotExist();
    }

    @Test
    void numbersThatDoNotFitTheItemsRefuseTheDocument() throws IOException {
        byte[] document = batch(777, 778);
        Translation whole = assertSame(BATCH, Direction.TO_ISO, document);

        assertThat(whole.findings()).extracting(Finding::id).contains("iso.NbOfTxs", "iso.CtrlSum");
    }

    @Test
    void aMessageWhoseNumbersDoNotFitComesToNothing() throws IOException {
        byte[] message = UPLOAD.translate(Direction.TO_ISO, table(1_300), CONTEXT)
                .result()
                .orElseThrow();
        String text = new String(message, StandardCharsets.UTF_8);

        for (String damaged : List.of(
                text.replace("<NbOfTxs>1300<", "<NbOfTxs>1299<"),
                text.replace("<Nm>Cedar, 900</Nm>", "<Nm></Nm>"),
                text.replace("HB-1</PmtInfId>", "HB-2</PmtInfId>"))) {
            assertThat(damaged).isNotEqualTo(text);
            assertSame(UPLOAD, Direction.FROM_ISO, damaged.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatAFarItemHoldsBesidesIsSaidAtItsPlace() throws IOException {
        String text = new String(
                UPLOAD.translate(Direction.TO_ISO, table(1_300), CONTEXT)
                        .result()
                        .orElseThrow(),
                StandardCharsets.UTF_8);
        int amount = text.indexOf("</Amt>", text.indexOf("<EndToEndId>E2E-900<")) + "</Amt>".length();
        String more = text.substring(0, amount) + "<ChrgBr>SLEV</ChrgBr>" + text.substring(amount);

        Translation whole = assertSame(UPLOAD, Direction.FROM_ISO, more.getBytes(StandardCharsets.UTF_8));

        assertThat(whole.findings())
                .extracting(finding -> finding.place().path())
                .contains("/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[901]/ChrgBr");
    }

    @Test
    void secondGroupsOfPaymentsAreNotDropped() throws IOException {
        String text = new String(
                UPLOAD.translate(Direction.TO_ISO, table(2), CONTEXT).result().orElseThrow(), StandardCharsets.UTF_8);
        String group = text.substring(text.indexOf("    <PmtInf>"), text.indexOf("  </CstmrCdtTrfInitn>"));
        String two = text.replace(group, group + group)
                .replace("<NbOfTxs>2<", "<NbOfTxs>4<")
                .replace("<CtrlSum>25<", "<CtrlSum>50<");

        BulkTranslation bulk = bulk(UPLOAD, Direction.FROM_ISO, two.getBytes(StandardCharsets.UTF_8), CONTEXT);

        assertThat(bulk.ok()).isFalse();
        assertThat(bulk.findings()).extracting(Finding::id).contains("mapping.TooMany");
    }

    @Test
    void mappingsThatNeedTheWholeDocumentSaySo() throws IOException {
        Mapping mapping = BuiltIn.named("wechat-pay.transfer-batch").ready();

        assertThat(mapping.wholeBecause()).contains("the format json needs the whole document");
        assertThat(bulk(mapping, Direction.TO_ISO, new byte[0], CONTEXT).findings())
                .extracting(Finding::id)
                .containsExactly("mapping.NotInBulk");
    }

    private static byte[] table(int payments) {
        return table(rows(payments));
    }

    private static byte[] table(List<String> rows) {
        String header = "Reference;Payee name;Payee account;Payee bank (BIC);Amount;Currency;Kind;Text for the payee";
        return Stream.concat(Stream.of(header), rows.stream())
                .map(row -> row + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> rows(int payments) {
        return IntStream.range(0, payments)
                .mapToObj(i -> "E2E-" + i + ";Cedar, " + i + ";NL93DEMO0123456789;CDRSNL2A;12,50;EUR;"
                        + (i % 3 == 0 ? "salary" : "") + ";\"no. " + i + "; \"\"thanks\"\"\"")
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static byte[] batch(int payments, int announced) {
        String totals = String.format("%06d%015d", announced, 1_250L * announced);
        List<String> lines = new ArrayList<>();
        lines.add("H" + pad("S20261121000001", 16) + "20261121" + pad("19900000000000004471", 32) + pad("云山电子有限公司", 60)
                + pad("999100000018", 12) + totals);
        for (int i = 0; i < payments; i++) {
            lines.add("D" + pad("PY" + i, 16) + pad("19900000000000000017", 32) + pad("陈晓" + i, 60)
                    + pad("999100000026", 12) + String.format("%015d", 1_250) + pad("十一月工资", 60));
        }
        lines.add("T" + totals);
        return lines.stream()
                .map(line -> pad(line, 200) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(GBK);
    }

    private static String pad(String text, int bytes) {
        return text + " ".repeat(bytes - text.getBytes(GBK).length);
    }
}
