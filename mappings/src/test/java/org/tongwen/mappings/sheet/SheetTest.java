package org.tongwen.mappings.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.BuiltIn;
import org.tongwen.mappings.line.Line;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

class SheetTest {

    @TempDir
    private Path folder;

    private final Sheet wallet = Sheet.of(BuiltIn.named("wallet.transfer"), Catalogue.builtIn());
    private final Sheet mt = Sheet.of(BuiltIn.named("swift.mt103"), Catalogue.builtIn());

    @Test
    void aRowSaysWhereAValueComesFromAndWhatTheStandardWants() {
        assertThat(row(wallet, "CdtTrfTxInf/IntrBkSttlmAmt").cells())
                .containsExactly(
                        "amount, currency",
                        "as minor(currency)",
                        "Document/FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt",
                        "ActiveCurrencyAndAmount",
                        "M",
                        "",
                        "");
        assertThat(row(wallet, "PmtTpInf/InstrPrty").rule()).isEqualTo("?? 'NORM'");
        assertThat(row(wallet, "Dbtr/Nm").source()).containsExactly("payer.given_name", "payer.family_name");
    }

    @Test
    void whatIsMandatoryOnlyInsideAnOptionalElementSaysSo() {
        assertThat(row(wallet, "DbtrAcct/Id").demand()).isEqualTo("M in DbtrAcct");
        assertThat(row(wallet, "Purp/Cd").demand()).isEqualTo("alternative in Purp");
        assertThat(row(wallet, "PmtId/UETR").demand()).isEqualTo("O");
        assertThat(row(wallet, "GrpHdr/MsgId").demand()).isEqualTo("M");
    }

    @Test
    void casesListsAndNotesAreRowsAndColumns() {
        assertThat(row(wallet, "PrvtId/Othr/Id").cases()).containsExactly("payer.type → P");
        assertThat(wallet.rows()).anySatisfy(row -> assertThat(row.cells()).contains("payer.type", "chooses the case"));
        assertThat(row(mt, "DbtrAgt/FinInstnId/ClrSysMmbId/MmbId").cases())
                .containsExactly("if _52a", "_52a.option → A");
        assertThat(row(mt, "SttlmInf/SttlmMtd").note()).startsWith("sender and receiver are compared");
        assertThat(mt.rows()).anySatisfy(row -> {
            assertThat(row.kind()).isEqualTo(Line.Kind.EACH);
            assertThat(row.source()).containsExactly("_71F");
        });
    }

    @Test
    void everyLeafOfThePlanIsARowWithAKnownType() {
        for (AuthoredMapping mapping : BuiltIn.all()) {
            Sheet sheet = Sheet.of(mapping, Catalogue.builtIn());

            assertThat(sheet.rows())
                    .extracting(Row::place)
                    .containsAll(mapping.plan().leaves().stream()
                            .filter(leaf -> !leaf.text().equals("carry"))
                            .map(Leaf::place)
                            .toList());
            assertThat(sheet.rows()).allSatisfy(row -> {
                assertThat(row.type()).isNotEmpty();
                assertThat(row.demand()).isNotEmpty();
            });
        }
    }

    @Test
    void inCsvNoCellIsTakenForAFormulaAndQuotesAreDoubled() {
        Row row = new Row(
                Line.Kind.LEAF,
                List.of("@a"),
                "= 'x'",
                "A/B",
                "-T",
                "M",
                List.of("+c"),
                "say \"no\",\nplease",
                Place.NOWHERE);

        assertThat(SheetText.csv(new Sheet(List.of(row))))
                .isEqualTo("\"source\",\"codec or formula\",\"ISO path\",\"type\",\"M/O\",\"cases\",\"note\"\r\n"
                        + "\"'@a\",\"'= 'x'\",\"A/B\",\"'-T\",\"M\",\"'+c\",\"say \"\"no\"\",\nplease\"\r\n");
    }

    @Test
    void inMarkdownEveryRowHasAsManyCellsAsTheHead() {
        Row row = new Row(
                Line.Kind.LEAF,
                List.of("a|b"),
                "`",
                "A/B",
                "T",
                "M",
                List.of(),
                "one | two\n<b>three</b>",
                Place.NOWHERE);

        String table = SheetText.markdown(new Sheet(List.of(row)));

        assertThat(table.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(8));
        assertThat(table).contains("`a\\|b`").doesNotContain("<b>");
    }

    @Test
    void aWorkbookHoldsTextsOnly() throws IOException {
        Map<String, String> parts =
                parts(SheetWorkbook.of(wallet, "a/very:long*name of a mapping [that] Excel would refuse"));

        assertThat(parts.get("xl/workbook.xml")).contains("a-very-long-name of a mapping -");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>").contains("t=\"s\"");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("= &apos;CLRG&apos;")
                .contains("as minor(currency)");
    }

    private static Row row(Sheet sheet, String tail) {
        return sheet.rows().stream()
                .filter(row -> row.kind() == Line.Kind.LEAF && row.isoPath().endsWith("/" + tail))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> parts(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("sheet.xlsx"), workbook);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
