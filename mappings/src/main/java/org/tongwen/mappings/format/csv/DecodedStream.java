package org.tongwen.mappings.format.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.format.layout.TextCharset;

/** The characters of a stream, one by one. Bytes that the charset does not define are left out and said, never replaced. */
final class DecodedStream {

    /** What is read at the end. */
    static final int END = -1;

    private static final int CHUNK = 8_192;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer characters = CharBuffer.allocate(CHUNK).flip();
    private @Nullable CoderResult pending;
    private @Nullable String wrong;
    private boolean ended;
    private boolean flushed;

    DecodedStream(InputStream source, TextCharset charset) {
        this.source = source;
        this.decoder = charset.decoder();
    }

    /**
     * The next character.
     *
     * @throws UncheckedIOException when the stream cannot be read
     */
    int read() {
        while (!characters.hasRemaining()) {
            if (flushed) {
                return END;
            }
            fill();
        }
        return characters.get();
    }

    /** The bytes, in hexadecimal digits, that stood before the character read last and are none of the charset. */
    Optional<String> wrong() {
        Optional<String> found = Optional.ofNullable(wrong);
        wrong = null;
        return found;
    }

    /** Decodes the next piece. Flaws are taken up only when all characters before them were read, so that their place is known. */
    private void fill() {
        CoderResult flaw = pending;
        if (flaw != null) {
            skip(flaw.length());
            pending = null;
        }
        if (!ended && bytes.remaining() < CHUNK / 2) {
            more();
        }
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, ended);
        if (result.isError()) {
            pending = result;
        } else if (result.isUnderflow() && ended) {
            flushed = decoder.flush(characters).isUnderflow();
        }
        characters.flip();
    }

    private void skip(int length) {
        byte[] skipped = new byte[Math.min(length, bytes.remaining())];
        bytes.get(skipped);
        String shown = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(skipped);
        String before = wrong;
        wrong = before == null ? shown : before.length() > CHUNK ? before : before + " " + shown;
    }

    private void more() {
        try {
            bytes.compact();
            int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, read));
            bytes.flip();
            ended = read < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
