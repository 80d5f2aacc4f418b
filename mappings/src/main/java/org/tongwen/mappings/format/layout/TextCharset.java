package org.tongwen.mappings.format.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The charset of an institution's documents, by the letter: bytes that it does not define are never read as something else, and characters
 * that it does not have are never written as others.
 */
public final class TextCharset {

    /** The charset that a layout has when it names none. */
    public static final TextCharset UTF_8 = new TextCharset(StandardCharsets.UTF_8);

    private final Charset charset;

    /** Whether plain text is the same bytes as in ASCII, as it is in all charsets but UTF-16 and EBCDIC: then most fields need no decoder. */
    private final boolean hasAscii;

    private TextCharset(Charset charset) {
        this.charset = charset;
        this.hasAscii = IntStream.range(0, 0x80)
                .filter(TextCharset::isPlain)
                .mapToObj(Character::toString)
                .allMatch(c -> Arrays.equals(c.getBytes(charset), c.getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7F || c == '\r' || c == '\n' || c == '\t';
    }

    /**
     * The charset that a layout names under {@code charset}: UTF-8 if it names none. One that is not known, or whose byte order is left
     * open, is a finding.
     */
    public static TextCharset of(Section layout) {
        Optional<String> name = layout.text("charset");
        if (name.isEmpty()) {
            return UTF_8;
        }
        try {
            Charset charset = Charset.forName(name.get());
            String canonical = charset.name().toUpperCase(Locale.ROOT);
            if (canonical.equals("UTF-16") || canonical.equals("UTF-32")) {
                layout.report("layout.Value", layout.place("charset"), "say the byte order: " + canonical + "LE or BE");
            } else if (!charset.canEncode()) {
                layout.report("layout.Value", layout.place("charset"), name.get() + " can only be read, not written");
            } else {
                return new TextCharset(charset);
            }
        } catch (IllegalArgumentException e) {
            layout.report("layout.Value", layout.place("charset"), "there is no charset " + name.get());
        }
        return UTF_8;
    }

    /** Its name. */
    public String name() {
        return charset.name();
    }

    /** Whether it is a form of Unicode, so that documents may begin with a byte order mark. */
    public boolean isUnicode() {
        return name().startsWith("UTF") || name().equals("GB18030");
    }

    /** Reads bytes; empty when some of them are not defined. */
    public Optional<String> decode(byte[] bytes, int from, int length) {
        if (hasAscii && isPlain(bytes, from, length)) {
            return Optional.of(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
        }
        CharsetDecoder decoder = decoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        boolean sound = result.isUnderflow() && decoder.flush(out).isUnderflow();
        return sound ? Optional.of(out.flip().toString()) : Optional.empty();
    }

    private static boolean isPlain(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!isPlain(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Writes a text; empty when it has characters that the charset does not have. */
    public Optional<byte[]> encode(String text) {
        if (hasAscii && text.chars().allMatch(TextCharset::isPlain)) {
            return Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return Optional.of(exact);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A decoder that stops at bytes that are not defined. */
    public CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
