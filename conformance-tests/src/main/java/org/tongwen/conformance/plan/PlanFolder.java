package org.tongwen.conformance.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongwen.conformance.evidence.Digest;

/** The files of a plan, by their path in its folder, with slashes. */
final class PlanFolder {

    private static final long MOST_BYTES = 100L << 20;

    private final SortedMap<String, byte[]> files;

    private PlanFolder(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Reads all files of a folder.
     *
     * @throws UncheckedIOException when one cannot be read, or they are far too large together
     */
    static PlanFolder read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                boolean isFile = Files.isRegularFile(file);
                byte[] content = isFile ? Files.readAllBytes(file) : new byte[0];
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    throw new IOException("the files have more than " + MOST_BYTES + " bytes");
                }
                if (isFile) {
                    files.put(name, content);
                } else if (isEmptyCase(file, name)) {
                    files.put(name.replaceAll("/$", "") + "/", content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the plan " + folder + " cannot be read", e);
        }
        return new PlanFolder(files);
    }

    private static boolean isEmptyCase(Path folder, String name) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return name.startsWith("cases/") && entries.findAny().isEmpty();
        }
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The paths below a folder, in order. A folder of cases with nothing in it is there too, with a slash at its end. */
    Stream<String> below(String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder + "/"));
    }

    /** SHA-256 over the names, lengths and contents of all files. */
    String digest() {
        MessageDigest digest = Digest.fresh();
        files.forEach((name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(content);
        });
        return Digest.hex(digest.digest());
    }
}
