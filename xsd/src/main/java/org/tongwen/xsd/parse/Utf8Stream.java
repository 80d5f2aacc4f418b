package org.tongwen.xsd.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of UTF-8 that is checked while it is read. */
final class Utf8Stream extends FilterInputStream {

    private final Utf8Check check = new Utf8Check();
    private final TagLength tags = new TagLength();

    Utf8Stream(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        if (some < 0) {
            check.end();
        } else {
            check.check(buffer, offset, offset + some);
            tags.scan(buffer, offset, offset + some);
        }
        return some;
    }
}
