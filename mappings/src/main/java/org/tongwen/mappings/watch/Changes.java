package org.tongwen.mappings.watch;

import java.util.function.Supplier;

/**
 * Tells that files changed, once they have come to rest: editors write in several steps, and so do copies. A change counts when two looks
 * one after the other see the same.
 *
 * <p>Looking is used in place of the system's notices: those do not come from network folders, mounted volumes and exchanged links, differ
 * from system to system, and may be dropped when there are many.
 */
public final class Changes {

    private final Supplier<FileStates> look;
    private FileStates taken;
    private FileStates last;

    /** Changes from now on. */
    public Changes(Supplier<FileStates> look) {
        this.look = look;
        this.taken = look.get();
        this.last = taken;
    }

    /** The files as they were when a change last counted. */
    public FileStates taken() {
        return taken;
    }

    /** Looks; whether the files differ from when this was last true, and are at rest. */
    public boolean look() {
        FileStates now = look.get();
        boolean rest = now.equals(last);
        last = now;
        if (!rest || now.equals(taken)) {
            return false;
        }
        taken = now;
        return true;
    }
}
