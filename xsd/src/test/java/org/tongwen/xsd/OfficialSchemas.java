package org.tongwen.xsd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The official ISO 20022 schema files, an oracle that is not part of the product: an archive beside the checkout, in
 * {@code ../shared/xsd}. Tests that need it are skipped where it is absent.
 */
public final class OfficialSchemas {

    private static final String ARCHIVE = "shared/xsd/official.tar.xz";

    private OfficialSchemas() {}

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
