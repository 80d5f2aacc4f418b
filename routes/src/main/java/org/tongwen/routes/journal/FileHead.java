package org.tongwen.routes.journal;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/**
 * The head of H2's file, which says where the last piece stands; whoever opens the file after a kill looks for later ones from there.
 *
 * <p>H2 2.5.250 and 2.5.252 write it before they have noted which piece is the last, so that it names the one before. Where the last stands neither at
 * the end of the file nor where the one before foretold, it is not found again, nor is what comes after it. Versions without that fault need a new
 * process after a full disk. So the head is written once more, for which H2 has no public method.
 */
final class FileHead {

    private static final Hidden WRITE = Hidden.of(RandomAccessStore.class, "writeStoreHeader");

    private FileHead() {}

    /**
     * Writes it. Nobody else may write to the file meanwhile.
     *
     * @throws MVStoreException when the file cannot be written
     */
    static void write(FileStore<?> file) {
        WRITE.call(file);
    }
}
