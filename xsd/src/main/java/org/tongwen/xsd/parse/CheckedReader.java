package org.tongwen.xsd.parse;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** Characters that come from another encoding than UTF-8, checked while they are read. */
final class CheckedReader extends FilterReader {

    private final String encoding;
    private final CharacterCheck check = new CharacterCheck();

    CheckedReader(Reader source, String encoding) {
        super(source);
        this.encoding = encoding;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int some = readSome(buffer, offset, length);
        for (int i = offset; i < offset + some; i++) {
            // Decoders make pairs of surrogates only; the second half is not counted.
            if (!Character.isLowSurrogate(buffer[i])) {
                check.next(buffer[i]);
            }
        }
        return some;
    }

    private int readSome(char[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw check.refused("some bytes are not " + encoding);
        }
    }
}
