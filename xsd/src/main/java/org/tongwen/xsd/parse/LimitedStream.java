package org.tongwen.xsd.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Gives up on a document that is longer than allowed, or that has a tag so long that only an attack on the parser can have written it:
 * the parser compares each attribute and prefix of a tag with those before.
 */
final class LimitedStream extends FilterInputStream {

    /** A document that is no larger needs no look at its tags. */
    static final int MAX_TAG = 65_536;

    private final long limit;
    private long seen;

    /** Bytes since the start of the tag that is still open; 0 outside tags. */
    private int tag;

    private int quote;

    LimitedStream(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = readSome(buffer, offset, length);
        if (some > 0) {
            seen += some;
            refuse(seen > limit, "the document is larger than the limit of " + limit + " bytes");
            scan(buffer, offset, offset + some);
            refuse(tag > MAX_TAG, "a tag is longer than " + MAX_TAG + " bytes");
        }
        return some;
    }

    /** What cannot be read says nothing about the document: the parser shall not take it for a mistake in it. */
    private int readSome(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No tag holds another {@code <}, so that only what stands behind the last one has to be looked at. */
    private void scan(byte[] buffer, int start, int end) {
        int last = end - 1;
        while (last >= start && buffer[last] != '<') {
            last--;
        }
        if (last >= start) {
            tag = 1;
            quote = 0;
        }
        for (int i = Math.max(start, last + 1); i < end && tag > 0; i++) {
            step(buffer[i]);
        }
    }

    private void step(byte next) {
        boolean markup = tag == 1 && (next == '!' || next == '?');
        boolean end = quote == 0 && next == '>';
        if (markup || end) {
            tag = 0;
            return;
        }
        if (next == '"' || next == '\'') {
            quote = quote == 0 ? next : quote == next ? 0 : quote;
        }
        tag++;
    }

    private static void refuse(boolean tooLarge, String message) throws RefusedException {
        if (tooLarge) {
            throw RefusedException.tooLarge(message);
        }
    }
}
