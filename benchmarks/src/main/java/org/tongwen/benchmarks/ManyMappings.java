package org.tongwen.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;

/**
 * Measures how long a fresh JVM takes to read, check and compile 200 mapping files (or as many as the argument says): the built-in ones
 * under other names, in a temporary folder. Each figure is the median of several JVMs, from {@code main} on.
 */
public final class ManyMappings {

    private static final int JVMS = 5;
    private static final int FILES = 200;
    private static final String INSIDE = "--inside";

    /** The built-in mappings, with the files that they use. */
    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "swift", List.of("mt103.pacs.008.001.08.yaml"),
            "wallet", List.of("transfer.pacs.008.001.08.yaml", "transfer.schema.json"),
            "wechat-pay", List.of("transfer-batch.pain.001.001.09.yaml", "transfer-batch.schema.json"));

    private ManyMappings() {}

    /** Takes the number of files; inside a JVM of its own, the folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2 && arguments[0].equals(INSIDE)) {
            System.out.println(load(Path.of(arguments[1])));
            return;
        }
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FILES;
        Path folder = Files.createTempDirectory("many-mappings");
        try {
            write(folder, files);
            List<Long> times = new ArrayList<>();
            for (int run = 0; run < JVMS; run++) {
                times.add(fork(folder));
            }
            times.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%d mappings ready in %d ms (%d to %d), aim 2000%n",
                    files,
                    times.get(JVMS / 2),
                    times.get(0),
                    times.get(JVMS - 1));
        } finally {
            delete(folder);
        }
    }

    /** Milliseconds until all mappings of a folder are ready. */
    private static long load(Path folder) {
        long start = System.nanoTime();
        Checked<Mappings> mappings = Mappings.load(folder, Catalogue.builtIn());
        if (!mappings.ok()) {
            throw new IllegalStateException("a mapping is refused: " + mappings.findings());
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void write(Path folder, int files) throws IOException {
        List<String> institutions = BUILT_IN.keySet().stream().sorted().toList();
        for (int number = 0; number < files; number++) {
            String institution = institutions.get(number % institutions.size());
            Path copy = Files.createDirectory(folder.resolve(institution + "-" + number));
            for (String name : BUILT_IN.getOrDefault(institution, List.of())) {
                String text = content(institution + "/" + name);
                Files.writeString(
                        copy.resolve(name), text.replaceFirst("(?m)^mapping: ", "mapping: copy-" + number + "."));
            }
        }
    }

    private static String content(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(Mappings.class.getResourceAsStream("/institutions/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long fork(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyMappings.class.getName(),
                        INSIDE,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the JVM failed");
        }
        return Long.parseLong(printed.strip());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
