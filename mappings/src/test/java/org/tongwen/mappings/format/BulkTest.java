package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.csv.CsvFormat;
import org.tongwen.mappings.format.fixed.FixedFormat;
import org.tongwen.mappings.tree.Tree;

/** Documents of 200,000 items in the memory that one item needs. */
class BulkTest {

    private static final int ITEMS = 200_000;
    private static final long SMALL = 8_000_000;

    @Test
    void csvIsReadAndWrittenRowByRow() {
        SourceFormat format = Documents.open(new CsvFormat(), "columns: [{name: id}, {name: amount}, {name: name}]");
        byte[] row = "PAY-00000001,1280.50,示例贸易有限公司\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] head = "id,amount,name\r\n".getBytes(StandardCharsets.UTF_8);
        Tree frame = readsAndWrites(format, "rows", head, row, new byte[0]);
        assertThat(Documents.shown(frame)).isEqualTo("{}");
    }

    @Test
    void recordsAreReadAndWrittenOneByOneBetweenHeaderAndTrailer() {
        SourceFormat format = Documents.open(new FixedFormat(), """
                charset: GBK
                length: 30
                records:
                  - {name: header, fields: [{length: 1, value: H}, {name: date, length: 8}]}
                  - {name: payments, repeats: true, fields: [{length: 1, value: D}, {name: amount, type: number, scale: 2, length: 9}, {name: name, length: 20}]}
                  - {name: trailer, fields: [{length: 1, value: T}, {name: count, type: number, length: 6}]}
                """);
        Charset gbk = Charset.forName("GBK");
        byte[] head = String.format("%-30s\n", "H20261122").getBytes(gbk);
        byte[] row = "D000128050示例贸易有限公司    \n".getBytes(gbk);
        byte[] tail = String.format("%-30s\n", "T200000").getBytes(gbk);
        Tree frame = readsAndWrites(format, "payments", head, row, tail);
        assertThat(Documents.shown(frame)).isEqualTo("{header={date=20261122}, trailer={count=200000}}");
    }

    @Test
    void aGigabyteWithoutLineEndIsRefusedAtItsBeginning() {
        byte[] x = {'x'};
        int gigabyte = 1_000_000_000;
        ItemFormat csv = Documents.open(new CsvFormat(), "{header: false, columns: [{name: id}]}")
                .items()
                .orElseThrow();
        ItemFormat fixed = Documents.open(
                        new FixedFormat(), "records: [{name: a, repeats: true, fields: [{name: id, length: 5}]}]")
                .items()
                .orElseThrow();
        RepeatedStream values = new RepeatedStream(x, x, gigabyte, x);
        RepeatedStream records = new RepeatedStream(x, x, gigabyte, x);

        assertThat(Documents.said(csv.readItems(values, "rows", item -> {}).findings()))
                .containsExactly("1:1 csv.TooLarge");
        assertThat(Documents.said(fixed.readItems(records, "a", item -> {}).findings()))
                .containsExactly("1:1 fixed.TooLarge");
        assertThat(values.left()).isGreaterThan(gigabyte - 2_000_000L);
        assertThat(records.left()).isGreaterThan(gigabyte - 2_000_000L);
    }

    private static Tree readsAndWrites(SourceFormat format, String list, byte[] head, byte[] row, byte[] tail) {
        ItemFormat byItem = format.items().orElseThrow();
        AtomicLong count = new AtomicLong();
        AtomicLong most = new AtomicLong();
        long before = live();
        Tree frame = Documents.sound(byItem.readItems(new RepeatedStream(head, row, ITEMS, tail), list, item -> {
            if (count.incrementAndGet() % 50_000 == 0) {
                most.accumulateAndGet(live() - before, Math::max);
            }
        }));
        assertThat(count).hasValue(ITEMS);
        assertThat(most.get()).isLessThan(SMALL);
        Counting out = new Counting();
        ItemWriter writer = byItem.writeItems(out, list, frame);
        byItem.readItems(new RepeatedStream(head, row, ITEMS, tail), list, writer::item);
        assertThat(writer.end()).isEmpty();
        assertThat(out.bytes).isEqualTo(head.length + (long) ITEMS * row.length + tail.length);
        return frame;
    }

    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
