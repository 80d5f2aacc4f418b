package org.tongwen.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tongwen.xsd.OfficialSchemas;
import org.tongwen.xsd.proof.Comparison;
import org.tongwen.xsd.proof.Difference;
import org.tongwen.xsd.proof.Tally;

/**
 * Proves that our reader and the JDK's validator on the official schemas give the same verdicts: on valid messages, on mutants that each
 * break one thing, and on other ways to write a message. Every message whose official schema is at hand has the same share of documents.
 */
public final class Proof {

    private static final String USAGE = "usage: Proof [--documents N] [--seed N] [--message ID] [--round N]";
    private static final int PROGRESS_EVERY = 20;

    private final Map<String, byte[]> schemas;
    private final long seed;
    private final PrintStream progress;

    private Proof(Map<String, byte[]> schemas, long seed, PrintStream progress) {
        this.schemas = schemas;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Runs the proof. {@code --documents} says how many documents are judged in all, {@code --seed} which; {@code --message} and
     * {@code --round} repeat the documents of one difference. Ends with code 1 when there is a difference, 2 when an argument is wrong.
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream progress) throws InterruptedException {
        Map<String, String> options = options(arguments);
        Map<String, byte[]> schemas = new TreeMap<>(OfficialSchemas.available());
        String message = options.getOrDefault("--message", "");
        schemas.keySet().removeIf(id -> !message.isEmpty() && !id.equals(message));
        if (schemas.isEmpty() || options.containsKey("")) {
            progress.println(schemas.isEmpty() ? "there is no official schema of " + message : USAGE);
            return 2;
        }
        Proof proof = new Proof(schemas, Long.parseLong(options.getOrDefault("--seed", "1")), progress);
        Tally tally = options.containsKey("--round")
                ? proof.round(Integer.parseInt(options.get("--round")))
                : proof.documents(Long.parseLong(options.getOrDefault("--documents", "100000")));
        report(tally, schemas.size(), out);
        return tally.different() == 0 ? 0 : 1;
    }

    /** Options and their values; an empty name stands for what is no option. */
    private static Map<String, String> options(String[] arguments) {
        List<String> known = List.of("--documents", "--seed", "--message", "--round");
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            boolean sound = known.contains(arguments[i]) && i + 1 < arguments.length;
            options.put(sound ? arguments[i] : "", sound ? arguments[i + 1] : arguments[i]);
        }
        return options;
    }

    private Tally round(int number) {
        Tally all = new Tally();
        schemas.forEach((id, schema) -> all.add(new Comparison(id, schema, seed).round(number)));
        return all;
    }

    /** One message at a time on each core, so that the memory needed does not grow with the number of documents. */
    private Tally documents(long documents) throws InterruptedException {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        ExecutorCompletionService<Tally> finished = new ExecutorCompletionService<>(cores);
        long share = (documents + schemas.size() - 1) / schemas.size();
        schemas.forEach((id, schema) -> finished.submit(() -> new Comparison(id, schema, seed).documents(share)));
        try {
            return collected(finished);
        } finally {
            cores.shutdownNow();
        }
    }

    private Tally collected(ExecutorCompletionService<Tally> finished) throws InterruptedException {
        Tally all = new Tally();
        long start = System.nanoTime();
        for (int done = 1; done <= schemas.size(); done++) {
            try {
                all.add(finished.take().get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a message could not be compared", e.getCause());
            }
            if (done % PROGRESS_EVERY == 0 || done == schemas.size()) {
                double seconds = (System.nanoTime() - start) / 1e9;
                progress.printf(
                        "%d of %d messages, %,d documents, %,.0f a second, %d differences%n",
                        done, schemas.size(), all.documents(), all.documents() / seconds, all.different());
            }
        }
        return all;
    }

    private static void report(Tally tally, int messages, PrintStream out) {
        out.printf("%-40s %,12d%n", "messages", messages);
        out.printf("%-40s %,12d%n", "documents", tally.documents());
        List<String> kinds = new ArrayList<>(tally.counts().keySet());
        kinds.sort(null);
        kinds.forEach(kind -> out.printf("  %-38s %,12d%n", kind, tally.counts().get(kind)));
        out.printf("%-40s %,12d%n", "judged again in the basic plane", tally.judgedAgain());
        out.printf("%-40s %,12d%n", "differences", tally.different());
        for (Difference difference : tally.differences()) {
            out.println(difference);
        }
    }
}
