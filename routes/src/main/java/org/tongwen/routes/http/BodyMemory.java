package org.tongwen.routes.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory for all bodies that are coming in or being answered. Without it a few strangers who send slowly would fill the heap. */
final class BodyMemory {

    /** Beside the bodies there must be room for what is made of them. */
    private static final int PART = 4;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    private BodyMemory(long most) {
        this.most = most;
    }

    /** A part of that many bytes in all, but never less than one body of the largest size. */
    static BodyMemory of(long all, int largest) {
        return new BodyMemory(Math.max(all / PART, largest));
    }

    /** How many bytes are taken now. */
    long taken() {
        return taken.get();
    }

    /** What one request has of it; nothing yet. */
    Share share() {
        return new Share();
    }

    private boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** What one request has of the memory. Used by the thread of its connection only. */
    final class Share implements AutoCloseable {

        private long own;
        private boolean closed;

        private Share() {}

        /** Takes more; false, and nothing taken, when there is not that much left. */
        boolean grow(long bytes) {
            if (closed || !take(bytes)) {
                return false;
            }
            own += bytes;
            return true;
        }

        /** Gives all of it back. A second time does nothing. */
        @Override
        public void close() {
            closed = true;
            taken.addAndGet(-own);
            own = 0;
        }
    }
}
