package org.tongwen.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.xsd.load.Catalogue;

/**
 * Translates tables of 10,000, 100,000 and 1,000,000 payments (or as many as the arguments say) into pain.001.001.09 and back with a heap of
 * 128 MB, losses reported. Starts a JVM of its own, because the heap has to be limited.
 */
public final class BulkTranslation {

    private static final List<String> SIZES = List.of("10000", "10000", "100000", "1000000");
    private static final String HEAP = "128m";
    private static final String INSIDE = "--inside";
    private static final List<String> FILES =
            List.of("payment-table.pain.001.001.09.yaml", "payment-table.layout.yaml");
    private static final Map<String, String> GIVEN = Map.of(
            "message_id", "BULK-1",
            "execution_date", "2026-11-23",
            "debtor_name", "Lantern Works GmbH",
            "debtor_account", "DE55999000001234567890",
            "debtor_agent", "HRBRDEFF");

    private final Path folder;
    private final Mapping mapping;

    private BulkTranslation(Path folder) throws IOException {
        this.folder = folder;
        this.mapping = mapping(folder);
    }

    /** Takes numbers of payments; ends with code 1 when a document is refused or does not come back as it was. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean inside = arguments.length > 0 && arguments[0].equals(INSIDE);
        if (!inside) {
            System.exit(fork(arguments.length > 0 ? List.of(arguments) : SIZES));
        }
        Path folder = Files.createTempDirectory("bulk");
        try {
            BulkTranslation bulk = new BulkTranslation(folder);
            for (int i = 1; i < arguments.length; i++) {
                bulk.thereAndBack(Integer.parseInt(arguments[i]));
            }
            System.out.printf("heap limit %s, most used %d MB%n", HEAP, peak() >> 20);
        } finally {
            delete(folder);
        }
    }

    private static int fork(List<String> sizes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BulkTranslation.class.getName(),
                INSIDE));
        command.addAll(sizes);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Mapping mapping(Path folder) throws IOException {
        Path institution = Files.createDirectories(folder.resolve("mappings/benchmarks"));
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(BulkTranslation.class.getResourceAsStream(file))) {
                Files.copy(in, institution.resolve(file));
            }
        }
        return Mappings.load(folder.resolve("mappings"), Catalogue.builtIn())
                .value()
                .flatMap(all -> all.find("benchmarks.payment-table"))
                .orElseThrow();
    }

    private void thereAndBack(int payments) throws IOException {
        Path table = folder.resolve("table.csv");
        Path message = folder.resolve("message.xml");
        Path again = folder.resolve("again.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(table))) {
            PaymentTable.write(payments, out);
        }
        translate(Direction.TO_ISO, table, message, payments);
        translate(Direction.FROM_ISO, message, again, payments);
        if (Files.mismatch(table, again) >= 0) {
            throw new IllegalStateException("the table does not come back as it was");
        }
    }

    private void translate(Direction direction, Path document, Path result, int payments) throws IOException {
        long start = System.nanoTime();
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var done = mapping.translate(direction, document, result, Context.live(GIVEN), items -> {});
        double microseconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e3;
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!done.ok()) {
            throw new IllegalStateException("the document is refused: " + done.findings());
        }
        System.out.printf(
                "%-8s %,9d payments: %6.1f s, %5.1f microseconds of processor time each, %,d to %,d bytes, %d findings%n",
                direction.word(),
                payments,
                seconds,
                microseconds / payments,
                Files.size(document),
                Files.size(result),
                done.findings().size());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(BulkTranslation::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .flatMap(usage -> Optional.ofNullable(usage).stream())
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
