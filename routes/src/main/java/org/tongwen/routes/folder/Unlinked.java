package org.tongwen.routes.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;

/**
 * Goes into folders below a root without following links. Whoever may write below {@code inbox} could else put a link in the place of a folder, and have
 * the hub take files from where he may not read, or put them where he may not write: into the inbox of another participant, say.
 */
final class Unlinked {

    private final Path root;

    /** Below that folder, which may itself be reached by links. */
    Unlinked(Path root) {
        this.root = root;
    }

    /**
     * Refuses a file with a link on the way to it.
     *
     * @throws FileSystemException when there is one
     */
    void require(Path file) throws FileSystemException {
        Path way = root.relativize(file);
        Path here = root;
        for (int i = 0; i < way.getNameCount() - 1; i++) {
            here = here.resolve(way.getName(i));
            if (Files.isSymbolicLink(here)) {
                throw new FileSystemException(here.toString(), null, "this is a link where a folder should be");
            }
        }
    }

    /** Moves a file below the root. No link is followed, not even one that comes into its place meanwhile, where the system has the means for that. */
    void move(Path from, Path to) throws IOException {
        require(from);
        require(to);
        try (DirectoryStream<Path> start = Files.newDirectoryStream(root)) {
            if (start instanceof SecureDirectoryStream<Path> folder) {
                move(folder, root.relativize(from), folder, root.relativize(to));
            } else {
                Files.move(from, to);
            }
        }
    }

    private static void move(SecureDirectoryStream<Path> here, Path from, SecureDirectoryStream<Path> there, Path to)
            throws IOException {
        if (from.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> below = into(here, from)) {
                move(below, rest(from), there, to);
            }
        } else if (to.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> below = into(there, to)) {
                move(here, from, below, rest(to));
            }
        } else {
            here.move(from, there, to);
        }
    }

    private static SecureDirectoryStream<Path> into(SecureDirectoryStream<Path> folder, Path path) throws IOException {
        return folder.newDirectoryStream(path.getName(0), LinkOption.NOFOLLOW_LINKS);
    }

    private static Path rest(Path path) {
        return path.subpath(1, path.getNameCount());
    }
}
