package org.tongwen.app;

import org.tongwen.mappings.watch.Changes;

/** Decides when a command that watches files works again. */
@FunctionalInterface
interface Rounds {

    /** How long files must look the same to be at rest. */
    long PAUSE_MILLIS = 250;

    /** Waits until the files have changed and are at rest; false when there is nothing more to wait for. */
    boolean next(Changes changes);

    /** As long as the process lives. */
    static boolean forever(Changes changes) {
        try {
            while (!changes.look()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
