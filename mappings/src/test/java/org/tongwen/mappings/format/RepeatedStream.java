package org.tongwen.mappings.format;

import java.io.InputStream;

/** A long document: a head, a piece many times, a tail. */
public final class RepeatedStream extends InputStream {

    private final byte[] head;
    private final byte[] piece;
    private final byte[] tail;
    private final long end;
    private long at;

    /** A document whose piece comes so many times. */
    public RepeatedStream(byte[] head, byte[] piece, int times, byte[] tail) {
        this.head = head.clone();
        this.piece = piece.clone();
        this.tail = tail.clone();
        this.end = head.length + (long) piece.length * times + tail.length;
    }

    /** How many bytes nobody has read. */
    public long left() {
        return end - at;
    }

    @Override
    public int read() {
        if (at == end) {
            return -1;
        }
        long offset = at++;
        if (offset < head.length) {
            return head[(int) offset] & 0xFF;
        }
        long behind = offset - (end - tail.length);
        return (behind >= 0 ? tail[(int) behind] : piece[(int) ((offset - head.length) % piece.length)]) & 0xFF;
    }
}
