package org.tongwen.mappings.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;

/** Random documents, read and written by us and by Commons CSV. */
class CsvOracleTest {

    private static final int COLUMNS = 4;
    private static final String[] PIECES = {
        "a", "1", ",", "\"", "\n", "\r\n", "\r", " ", "\t", "é", "张", "𠀀", ";", "'", ""
    };

    private final Random random = new Random(20_261_122);
    private final SourceFormat format = Documents.open(
            new CsvFormat(), "{header: false, columns: [{name: c0}, {name: c1}, {name: c2}, {name: c3}]}");

    @Test
    void whatCommonsCsvWritesWeReadTheSame() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            List<List<String>> rows = rows();
            StringWriter text = new StringWriter();
            QuoteMode mode = random.nextBoolean() ? QuoteMode.ALL : QuoteMode.MINIMAL;
            try (CSVPrinter printer = new CSVPrinter(
                    text, CSVFormat.RFC4180.builder().setQuoteMode(mode).get())) {
                for (List<String> row : rows) {
                    printer.printRecord(row);
                }
            }
            assertThat(values(read(text.toString()))).isEqualTo(rows);
        }
    }

    @Test
    void whatWeWriteCommonsCsvReadsTheSameAndSoDoWe() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            List<List<String>> rows = rows();
            Tree tree = Documents.listed(
                    "rows", rows.stream().map(CsvOracleTest::tree).toList());
            byte[] bytes = Documents.sound(format.write(tree));
            String text = new String(bytes, StandardCharsets.UTF_8);
            List<List<String>> theirs = new ArrayList<>();
            for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text))) {
                theirs.add(row.toList());
            }
            assertThat(theirs).isEqualTo(rows);
            assertThat(read(text).isSameAs(tree)).isTrue();
            assertThat(Documents.sound(format.write(read(text)))).isEqualTo(bytes);
            Documents.sameByItem(format, "rows", bytes);
        }
    }

    @Test
    void whateverComesIsReadOrRefusedAndNeverFails() {
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextInt(3) == 0 ? (byte) ",\"\n\ra".charAt(random.nextInt(5)) : bytes[j];
            }
            var read = format.read(bytes);
            if (read.ok()) {
                Tree tree = read.value().orElseThrow();
                assertThat(Documents.sound(format.read(Documents.sound(format.write(tree))))
                                .isSameAs(tree))
                        .isTrue();
            }
        }
    }

    private Tree read(String text) {
        return Documents.sound(format.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<List<String>> rows() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(row ->
                        IntStream.range(0, COLUMNS).mapToObj(column -> value()).toList())
                .toList();
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return value.toString();
    }

    private static Tree tree(List<String> row) {
        Tree tree = Documents.texts();
        for (int i = 0; i < COLUMNS; i++) {
            if (!row.get(i).isEmpty()) {
                tree.put("c" + i, Documents.texts("v", row.get(i)).field("v").orElseThrow());
            }
        }
        return tree;
    }

    private static List<List<String>> values(Tree tree) {
        return tree.field("rows").orElseThrow().items().stream()
                .map(row -> IntStream.range(0, COLUMNS)
                        .mapToObj(i -> row.field("c" + i).map(Tree::value).orElse(""))
                        .toList())
                .toList();
    }
}
