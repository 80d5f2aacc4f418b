package org.tongwen.routes.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a file from all others and stays when it is renamed, so that one which goes back to the inbox is known again: where the file system keeps
 * it, when it was written, and its content. A copy is another file, however much it is like the first.
 */
final class Identity {

    private Identity() {}

    /**
     * The identity of a file.
     *
     * @param content what was read of it
     * @throws IOException when the file is not there or cannot be asked
     */
    static String of(Path file, byte[] content) throws IOException {
        String written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .toString();
        return place(file) + " " + written + " " + HexFormat.of().formatHex(digest(content));
    }

    /** The number of the file, without that of the disk, which may be another after a restart; its name where files have no numbers. */
    private static String place(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? "number " + Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS)
                : "name " + file.getFileName();
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
