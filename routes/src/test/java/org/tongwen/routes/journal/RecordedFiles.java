package org.tongwen.routes.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2 that remembers what was written, one after the other. Register it once; its name is {@code recorded:}. */
public final class RecordedFiles extends FilePathWrapper {

    private static final List<Change> CHANGES = new ArrayList<>();

    /** Begins to record, and makes the scheme known to H2. */
    static void register() {
        CHANGES.clear();
        FilePath.register(new RecordedFiles());
    }

    /** How much has been written, in changes. */
    static int count() {
        synchronized (CHANGES) {
            return CHANGES.size();
        }
    }

    /** The files that a process leaves behind which is killed after so many changes; they grow from one to the next. */
    static final class Remains {

        private byte[] bytes = new byte[0];
        private int next;

        /** After so many changes. */
        byte[] after(int changes) {
            while (next < changes) {
                bytes = CHANGES.get(next++).on(bytes);
            }
            return bytes;
        }

        /** In the middle of the change that follows. */
        byte[] inTheMiddleAfter(int changes) {
            return CHANGES.get(changes).half().on(after(changes).clone());
        }
    }

    /**
     * A change of the file.
     *
     * @param position where it begins, or where the file ends when it is cut
     * @param written what was written; empty when the file was cut
     */
    private record Change(long position, byte[] written) {

        byte[] on(byte[] bytes) {
            int start = Math.toIntExact(position);
            if (written.length == 0) {
                return Arrays.copyOf(bytes, start);
            }
            byte[] changed = Arrays.copyOf(bytes, Math.max(bytes.length, start + written.length));
            System.arraycopy(written, 0, changed, start, written.length);
            return changed;
        }

        /** Up to a page of the operating system in the middle. */
        Change half() {
            int page = 4096;
            return written.length <= page
                    ? this
                    : new Change(position, Arrays.copyOf(written, (written.length / page + 1) / 2 * page));
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PassedOn(super.open(mode)) {
            @Override
            public int write(ByteBuffer from, long position) throws IOException {
                synchronized (CHANGES) {
                    byte[] bytes = new byte[from.remaining()];
                    from.duplicate().get(bytes);
                    int count = super.write(from, position);
                    CHANGES.add(new Change(position, Arrays.copyOf(bytes, count)));
                    return count;
                }
            }

            @Override
            public void implTruncate(long size) throws IOException {
                synchronized (CHANGES) {
                    super.implTruncate(size);
                    CHANGES.add(new Change(size, new byte[0]));
                }
            }
        };
    }
}
