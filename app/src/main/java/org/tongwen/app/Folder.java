package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Checks folders that the command line names. */
final class Folder {

    private Folder() {}

    /** The folder itself, which must exist. */
    static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            String what =
                    Files.exists(folder) ? " is not a folder" : ": no such folder" + Input.nearby(folder.toString());
            throw StopException.notFound(folder + what);
        }
        return folder;
    }
}
