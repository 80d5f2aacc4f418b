package org.tongwen.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * What the rules of CBPR+ cost beside reading, in microseconds of processor time a message: on a machine that others use too, time on the
 * clock says nothing.
 */
public final class RuleCosts {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int ROUNDS = 40;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private RuleCosts() {}

    /** Prints one line for each of five runs, the first of which warm up. */
    public static void main(String[] args) {
        List<byte[]> messages = Cycle.of(CreditTransfers::next).items();
        MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
        List<BusinessMessage> trees = messages.stream()
                .map(message -> reader.read(message).value().orElseThrow())
                .toList();
        Rulebook scheme = Rulebook.alone("cbpr-plus", DAY);
        Rulebook all = Rulebook.of("cbpr-plus", DAY);
        for (int run = 1; run <= 5; run++) {
            double read = cost(messages.size(), () -> messages.forEach(reader::read));
            double rules = cost(trees.size(), () -> trees.forEach(scheme::breaches));
            double both = cost(trees.size(), () -> trees.forEach(tree -> all.judge(tree, List.of())));
            System.out.printf(
                    "read %.1f us, cbpr-plus %.1f us (%.2f of the read), with iso and verdicts %.1f us (%.2f)%n",
                    read, rules, rules / read, both, both / read);
        }
    }

    /** The least of some rounds, so that the garbage collector of one does not count. */
    private static double cost(int messages, Runnable round) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            round.run();
            least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return least / 1000.0 / messages;
    }
}
