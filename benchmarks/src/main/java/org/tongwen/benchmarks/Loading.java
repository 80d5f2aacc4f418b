package org.tongwen.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * Measures how long a fresh JVM takes until definitions are ready, from {@code main} on. Each figure is the median of several JVMs,
 * which are started one after the other, in turns: alone with the jars that the xsd module needs, and among all jars that this program
 * was started with.
 */
public final class Loading {

    private static final int JVMS = 11;

    /** This program, and what the xsd module needs to read messages. */
    private static final List<String> NEEDED =
            List.of("classes", "tongwen-benchmarks-", "tongwen-xsd-", "aalto-xml-", "stax2-api-");

    private enum Work {
        CATALOGUE("the list of messages", "300"),
        ONE("the list, and pacs.008.001.08 with all its types", "50"),
        FIRST("the first pacs.008.001.08 read and checked", ""),
        ALL("all messages with all their types", "");

        private final String title;
        private final String aim;

        Work(String title, String aim) {
            this.title = title;
            this.aim = aim;
        }
    }

    private final List<String> options;
    private final byte[] message = CreditTransfers.next(new Draw(1), 1);

    private Loading(List<String> options) {
        this.options = options;
    }

    /** With the name of a work does it once and prints its microseconds; otherwise prints the medians, of JVMs with these options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            new Loading(List.of(arguments)).report();
            return;
        }
        byte[] message = System.in.readAllBytes();
        long start = System.nanoTime();
        run(Work.valueOf(arguments[0]), message);
        System.out.println((System.nanoTime() - start) / 1_000);
    }

    private static void run(Work work, byte[] message) {
        Catalogue catalogue = Catalogue.builtIn();
        Set<Type> seen = new HashSet<>();
        if (work == Work.ONE) {
            resolve(catalogue.find("pacs.008.001.08").orElseThrow().root(), seen);
        } else if (work == Work.FIRST) {
            if (!new MessageReader(catalogue, Limits.DEFAULT).read(message).ok()) {
                throw new IllegalStateException("the generated message is refused");
            }
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

    private void report() throws IOException, InterruptedException {
        List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        List<String> needed = all.stream().filter(Loading::isNeeded).toList();
        System.out.println("| ready in a fresh JVM | alone, ms | fastest to slowest | among " + all.size()
                + " jars, ms | fastest to slowest | aim |");
        System.out.println("|---|---|---|---|---|---|");
        for (Work work : Work.values()) {
            List<Double> few = new ArrayList<>();
            List<Double> many = new ArrayList<>();
            for (int run = 0; run < JVMS; run++) {
                few.add(fork(work, needed));
                many.add(fork(work, all));
            }
            System.out.println(
                    "| " + work.title + " | " + median(few) + " | " + median(many) + " | " + work.aim + " |");
        }
    }

    private static boolean isNeeded(String entry) {
        String name = String.valueOf(Path.of(entry).getFileName());
        return NEEDED.stream().anyMatch(name::startsWith) && !name.endsWith("-tests.jar");
    }

    private static String median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "**%.0f** | %.0f–%.0f", sorted.get(JVMS / 2), sorted.get(0), sorted.get(JVMS - 1));
    }

    /** Milliseconds, as the JVM itself measured them. */
    private double fork(Work work, List<String> classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", String.join(File.pathSeparator, classPath), Loading.class.getName(), work.name()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(message);
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the JVM for " + work + " failed");
        }
        return Long.parseLong(printed.strip()) / 1_000.0;
    }
}
