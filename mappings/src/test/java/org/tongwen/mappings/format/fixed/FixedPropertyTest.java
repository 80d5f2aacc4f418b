package org.tongwen.mappings.format.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Random records in the charsets of banks and hosts: read what was written, write what was read. */
class FixedPropertyTest {

    private static final String PIECES = "aZ09 -.,/张三李公司贸易限示例";

    private final Random random = new Random(20_261_122);

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "Big5", "windows-1252", "IBM037", "IBM1047", "x-IBM935"})
    void treesAndDocumentsGoBothWays(String charset) {
        for (String lines : List.of("lf", "crlf", "none")) {
            SourceFormat format = format(charset, lines);
            for (int i = 0; i < 300; i++) {
                Tree tree = tree(Charset.forName(charset));
                byte[] bytes = Documents.sound(format.write(tree));
                Tree again = Documents.sound(format.read(bytes));
                assertThat(Documents.shown(again)).isEqualTo(Documents.shown(tree));
                assertThat(Documents.sound(format.write(again))).isEqualTo(bytes);
                Documents.sameByItem(format, "head.rows", bytes);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "IBM037", "UTF-8"})
    void whateverComesIsReadOrRefusedAndNeverFails(String charset) {
        for (String lines : List.of("crlf", "none")) {
            SourceFormat format = format(charset, lines);
            for (int i = 0; i < 1_000; i++) {
                byte[] bytes =
                        format.write(tree(Charset.forName(charset))).value().orElseThrow();
                for (int wrong = random.nextInt(4); wrong >= 0; wrong--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                byte[] cut =
                        random.nextInt(3) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
                Checked<Tree> read = format.read(cut);
                if (read.ok()) {
                    Checked<byte[]> written = format.write(read.value().orElseThrow());
                    assertThat(written.value()).as("%s", written.findings()).isPresent();
                    byte[] canonical = written.value().orElseThrow();
                    Checked<Tree> again = format.read(canonical);
                    assertThat(Finding.anyError(again.findings())).isFalse();
                    assertThat(Documents.shown(again.value().orElseThrow()))
                            .isEqualTo(Documents.shown(read.value().orElseThrow()));
                }
            }
        }
    }

    private static SourceFormat format(String charset, String lines) {
        return Documents.open(new FixedFormat(), """
                charset: %s
                lines: %s
                length: 60
                records:
                  - name: head
                    fields: [{length: 2, value: "01"}, {name: sender, length: 20, align: right}]
                    records:
                      - name: rows
                        repeats: true
                        fields:
                          - {length: 2, value: "05"}
                          - {name: name, length: 30}
                          - {name: amount, type: packed, scale: 2, length: 6}
                          - {name: fee, type: overpunch, scale: 3, length: 8}
                          - {name: rate, type: number, sign: leading, scale: 1, length: 6}
                  - name: sum
                    required: false
                    fields: [{length: 2, value: "09"}, {name: count, type: number, pad: " ", length: 9}]
                """.formatted(charset, lines));
    }

    private Tree tree(Charset charset) {
        Tree head = Documents.texts("sender", text(charset, 20));
        List<Tree> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.add(Documents.texts(
                    "name",
                    text(charset, 30),
                    "amount",
                    number(99_999_999_999L, 2),
                    "fee",
                    number(99_999_999, 3),
                    "rate",
                    number(99_999, 1)));
        }
        Documents.listed("rows", rows).field("rows").ifPresent(list -> head.put("rows", list));
        Tree root = Documents.texts().put("head", head);
        return random.nextBoolean()
                ? root.put("sum", Documents.texts("count", number(99_999, 0).replace("-", "")))
                : root;
    }

    private String number(long most, int scale) {
        long number = random.nextLong(most) * (random.nextBoolean() ? 1 : -1);
        return java.math.BigDecimal.valueOf(number, scale).toPlainString();
    }

    /** A text that fits the field and neither begins nor ends like its padding. */
    private String text(Charset charset, int bytes) {
        StringBuilder text = new StringBuilder("x");
        while (random.nextInt(12) > 0) {
            String piece = String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
            boolean fits =
                    charset.newEncoder().canEncode(piece) && (text + piece + "x").getBytes(charset).length <= bytes;
            text.append(fits ? piece : "");
        }
        return text.append(text.length() > 1 ? "x" : "").toString();
    }
}
