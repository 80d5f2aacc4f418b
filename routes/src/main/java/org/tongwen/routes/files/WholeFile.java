package org.tongwen.routes.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files so that whoever looks sees all of one or nothing, also after a loss of power. */
public final class WholeFile {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private WholeFile() {}

    /**
     * Writes beside the file under a hidden name, and renames. What has the hidden name already is deleted, and if it is a link, not followed.
     *
     * @param file the file; its folder is there
     * @param part the name to write under, beside the file
     * @param content its content
     * @throws IOException when it cannot be written; then nothing is left of it
     */
    public static void write(Path file, String part, byte[] content) throws IOException {
        Path draft = file.resolveSibling(part);
        try {
            // A link that somebody planted under that name would else lead to any file.
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(draft, NEW)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                force(folder);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes the new name durable. Some systems do not open folders; they have no such need. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("a folder cannot be forced to the disk: {}", e.getClass().getSimpleName());
        }
    }

    /** The usual hidden name to write a file under, which readers of the folder leave alone. */
    public static String part(Path file) {
        return "." + file.getFileName() + ".part";
    }
}
