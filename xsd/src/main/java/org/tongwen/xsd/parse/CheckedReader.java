package org.tongwen.xsd.parse;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Characters that come from another encoding than UTF-8, checked while they are read. */
final class CheckedReader extends FilterReader {

    private static final char WRONG = '\uFFFF';

    private final String encoding;
    private final CharacterCheck check = new CharacterCheck();
    private final TagLength tags = new TagLength();

    private CheckedReader(Reader source, String encoding) {
        super(source);
        this.encoding = encoding;
    }

    /** Decodes bytes. What they cannot mean becomes a character that XML has not, so that its place is known when it is met. */
    static CheckedReader of(InputStream bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(WRONG));
        return new CheckedReader(new InputStreamReader(bytes, decoder), charset.name());
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        for (int i = offset; i < offset + some; i++) {
            tags.next(buffer[i]);
            if (buffer[i] == WRONG) {
                check.skip(1);
                throw check.refused("some bytes are not " + encoding);
            }
            // Decoders make pairs of surrogates only; the second half is not counted.
            if (!Character.isLowSurrogate(buffer[i])) {
                check.next(buffer[i]);
            }
        }
        return some;
    }
}
