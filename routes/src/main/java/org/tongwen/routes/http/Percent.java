package org.tongwen.routes.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of RFC 3986 over UTF-8, strictly: what is not well-formed has no meaning. */
final class Percent {

    private Percent() {}

    /** The text; empty when an escape is broken, the bytes are not UTF-8 or a character had to be escaped. */
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int value = c == '%' ? escape(encoded, i) : c;
            if (value < 0 || c <= ' ' || c > '~') {
                return Optional.empty();
            }
            i += c == '%' ? 2 : 0;
            bytes.write(value);
        }
        return utf8(bytes.toByteArray());
    }

    private static int escape(String encoded, int at) {
        if (at + 2 >= encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(at + 1), 16);
        int low = Character.digit(encoded.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
