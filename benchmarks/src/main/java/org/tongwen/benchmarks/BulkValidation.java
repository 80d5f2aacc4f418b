package org.tongwen.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;

/**
 * Validates a payment file of 1,000,000 transactions (or as many as the argument says) with a heap of 128 MB, and files of 10,000 before
 * and after it, and compares the time that a transaction takes. Starts a JVM of its own, because the heap has to be limited.
 */
public final class BulkValidation {

    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;
    private static final int ROUNDS = 40;
    private static final String HEAP = "128m";
    private static final String INSIDE = "--inside";

    private final PaymentFile file = new PaymentFile();
    private final MessageValidator validator =
            new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT.maxBytes(Long.MAX_VALUE));

    private BulkValidation() {}

    /** Takes the number of transactions of the large file; ends with code 1 when a file is refused. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean inside = arguments.length > 0 && arguments[0].equals(INSIDE);
        int large = arguments.length > (inside ? 1 : 0) ? Integer.parseInt(arguments[arguments.length - 1]) : LARGE;
        if (inside) {
            new BulkValidation().compare(large);
        } else {
            System.exit(fork(large));
        }
    }

    private static int fork(int large) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BulkValidation.class.getName(),
                        INSIDE,
                        Integer.toString(large))
                .inheritIO()
                .start()
                .waitFor();
    }

    private void compare(int large) {
        rounds();
        double[] before = rounds();
        double one = microseconds(large);
        double[] after = rounds();
        double small = median(DoubleStream.concat(Arrays.stream(before), Arrays.stream(after)));
        System.out.printf("heap limit %s, most used %d MB%n", HEAP, peak() >> 20);
        System.out.printf("%,d transactions: %.2f microseconds each%n", SMALL, small);
        System.out.printf("%,d transactions: %.2f microseconds each, %.1f s%n", large, one, one * large / 1e6);
        System.out.printf("ratio %.2f (aim 0.9 to 1.1)%n", one / small);
    }

    private double[] rounds() {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> microseconds(SMALL))
                .toArray();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private double microseconds(int transactions) {
        long start = System.nanoTime();
        Checked<BusinessMessage> checked = validator.validate(file.of(transactions));
        if (!checked.ok()) {
            throw new IllegalStateException("the file is refused: " + checked.findings());
        }
        return (System.nanoTime() - start) / 1e3 / transactions;
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
