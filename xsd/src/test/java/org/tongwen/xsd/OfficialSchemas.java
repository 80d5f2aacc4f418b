package org.tongwen.xsd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The official ISO 20022 schema files, an oracle that is not part of the product. All 630 lie in an archive beside the checkout, in
 * {@code ../shared/xsd}; 18 of them are in a library that tests can have anywhere.
 */
public final class OfficialSchemas {

    private static final String ARCHIVE = "shared/xsd/official.tar.xz";

    /** Those of the library that are official; others in it carry an official namespace and are a national subset. */
    private static final List<String> IN_LIBRARY = List.of(
            "camt.052.001.01",
            "camt.052.001.02",
            "camt.052.001.03",
            "camt.052.001.04",
            "camt.052.001.05",
            "camt.052.001.06",
            "camt.052.001.07",
            "camt.052.001.08",
            "camt.052.001.09",
            "pain.001.001.09",
            "pain.001.001.11",
            "pain.002.001.10",
            "pain.002.001.11",
            "pain.002.001.12",
            "pain.002.001.13",
            "pain.002.001.14",
            "pain.008.001.08",
            "pain.008.001.10");

    private OfficialSchemas() {}

    /** All schema files where there is the archive, else those of the library. */
    public static Map<String, byte[]> available() {
        return load().orElseGet(OfficialSchemas::ofLibrary);
    }

    /**
     * The 18 schema files of the library, by message identifier.
     *
     * @throws IllegalStateException when the library is not on the class path
     */
    public static Map<String, byte[]> ofLibrary() {
        Map<String, byte[]> schemas = new TreeMap<>();
        for (String id : IN_LIBRARY) {
            try (InputStream file = OfficialSchemas.class.getResourceAsStream("/" + id + ".xsd")) {
                if (file == null) {
                    throw new IllegalStateException("neither the archive nor hbci4j-core with its schemas is here");
                }
                schemas.put(id, file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }

    /** The schema files by message identifier; empty when there is no archive. */
    public static Optional<Map<String, byte[]>> load() {
        Optional<Path> archive = find();
        return archive.map(OfficialSchemas::unpack);
    }

    private static Optional<Path> find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path archive = folder.resolve(ARCHIVE);
            if (Files.isRegularFile(archive)) {
                return Optional.of(archive);
            }
        }
        return Optional.empty();
    }

    private static Map<String, byte[]> unpack(Path archive) {
        Map<String, byte[]> schemas = new TreeMap<>();
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (name.endsWith(".xsd")) {
                    schemas.put(name.substring(0, name.length() - 4), tar.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }
}
