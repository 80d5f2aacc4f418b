package org.tongwen.conformance.participant;

/** Counts what comes, up to the most that anybody wants to keep. */
final class Flood {

    private final int mostMessages;
    private final long mostBytes;
    private int messages;
    private long bytes;

    Flood(int mostMessages, long mostBytes) {
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    void count(int length) {
        messages++;
        bytes += length;
    }

    /** Whether there was too much. */
    boolean isOver() {
        return messages > mostMessages || bytes > mostBytes;
    }
}
