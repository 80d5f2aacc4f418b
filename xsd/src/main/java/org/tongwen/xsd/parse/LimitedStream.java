package org.tongwen.xsd.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Gives up on a document that is longer than allowed. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long seen;

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
            if (seen > limit) {
                throw RefusedException.tooLarge("the document is larger than the limit of " + limit + " bytes");
            }
        }
        return some;
    }

    /** The stream belongs to whoever opened it. */
    @Override
    public void close() {}

    /** What cannot be read says nothing about the document: the parser shall not take it for a mistake in it. */
    private int readSome(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
