package org.tongwen.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.load.Catalogue;

/**
 * Measures how long a fresh JVM takes until definitions are ready, from {@code main} on. Each figure is the median of several JVMs,
 * which are started one after the other, in turns.
 */
public final class Loading {

    private static final int JVMS = 11;

    private enum Work {
        CATALOGUE("the list of messages", "300"),
        ONE("the list, and pacs.008.001.08 with all its types", "50"),
        ALL("all messages with all their types", "");

        private final String title;
        private final String aim;

        Work(String title, String aim) {
            this.title = title;
            this.aim = aim;
        }
    }

    private Loading() {}

    /** Without arguments prints the medians; with the name of a work does it once and prints its microseconds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            report();
            return;
        }
        long start = System.nanoTime();
        load(Work.valueOf(arguments[0]));
        System.out.println((System.nanoTime() - start) / 1_000);
    }

    private static void load(Work work) {
        Catalogue catalogue = Catalogue.builtIn();
        Set<Type> seen = new HashSet<>();
        if (work == Work.ONE) {
            resolve(catalogue.find("pacs.008.001.08").orElseThrow().root(), seen);
        } else if (work == Work.ALL) {
            for (String id : catalogue.ids()) {
                resolve(catalogue.find(id).orElseThrow().root(), seen);
            }
        }
    }

    private static void resolve(ElementDeclaration element, Set<Type> seen) {
        Type type = element.type();
        if (type instanceof ComplexType complex && seen.add(type)) {
            for (ElementDeclaration child : complex.elements()) {
                resolve(child, seen);
            }
        }
    }

    private static void report() throws IOException, InterruptedException {
        List<List<Double>> times = new ArrayList<>();
        for (Work work : Work.values()) {
            times.add(new ArrayList<>());
        }
        for (int run = 0; run < JVMS; run++) {
            for (Work work : Work.values()) {
                times.get(work.ordinal()).add(fork(work));
            }
        }
        System.out.println("| ready in a fresh JVM | median, ms | fastest to slowest | aim |");
        System.out.println("|---|---|---|---|");
        for (Work work : Work.values()) {
            List<Double> sorted = times.get(work.ordinal()).stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | **%.0f** | %.0f–%.0f | %s |%n",
                    work.title,
                    sorted.get(JVMS / 2),
                    sorted.get(0),
                    sorted.get(JVMS - 1),
                    work.aim);
        }
    }

    /** Milliseconds, as the JVM itself measured them. */
    private static double fork(Work work) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName(),
                        work.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the JVM for " + work + " failed");
        }
        return Long.parseLong(printed.strip()) / 1_000.0;
    }
}
