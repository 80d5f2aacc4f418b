package org.tongwen.xsd.parse;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Place;

/**
 * The character encoding of a document, as its first bytes and its XML declaration tell.
 *
 * @param charset the encoding
 * @param mark length of the byte order mark in front of the document, which is not part of it
 */
record Encoding(Charset charset, int mark) {

    /** So many bytes are enough to see an XML declaration in any encoding. */
    static final int HEAD = 512;

    /** The declaration that nearly all documents have, and that says what is assumed without it. */
    private static final String USUAL = "<?xml version=\"1.0\" encoding=\"UTF-8\"";

    /** Made only for a document that declares something else. */
    private static final class Declaration {
        static final Pattern START = Pattern.compile("<\\?xml\\s");
        static final Pattern ENCODING = Pattern.compile("\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    }

    /** The encoding of a document that begins with these bytes. */
    static Encoding of(byte[] head, int length) throws RefusedException {
        Encoding seen = seen(head, length);
        refuseSecondMark(head, length, seen);
        Optional<String> declared = declared(head, length, seen);
        if (declared.isEmpty()) {
            if (isWide(seen.charset()) && seen.mark() == 0) {
                throw refused("the document is " + seen.charset() + " and neither begins with a mark nor says so");
            }
            return seen;
        }
        Charset named = named(declared.get());
        boolean wide = isWide(seen.charset());
        boolean agrees = wide ? isFamily(named, seen.charset()) : !isWide(named);
        boolean marked = !wide && seen.mark() > 0 && !named.equals(StandardCharsets.UTF_8);
        if (!agrees || marked) {
            throw refused("the declaration names " + declared.get() + ", but the document is " + seen.charset());
        }
        return wide ? seen : new Encoding(named, seen.mark());
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** UTF-16 and UTF-32 show in the first bytes; all others begin like ASCII. */
    private static Encoding seen(byte[] head, int length) {
        long first = 0;
        for (int i = 0; i < 4; i++) {
            first = first << 8 | (i < length ? head[i] & 0xFF : 0xAA);
        }
        if (first == 0xFEFFL || first == 0x3CL) {
            return new Encoding(Charset.forName("UTF-32BE"), first == 0x3CL ? 0 : 4);
        }
        if (first == 0xFFFE0000L || first == 0x3C000000L) {
            return new Encoding(Charset.forName("UTF-32LE"), first == 0x3C000000L ? 0 : 4);
        }
        int two = (int) (first >>> 16);
        if (two == 0xFEFF || two == 0x003C) {
            return new Encoding(StandardCharsets.UTF_16BE, two == 0x003C ? 0 : 2);
        }
        if (two == 0xFFFE || two == 0x3C00) {
            return new Encoding(StandardCharsets.UTF_16LE, two == 0x3C00 ? 0 : 2);
        }
        return new Encoding(StandardCharsets.UTF_8, first >>> 8 == 0xEFBBBFL ? 3 : 0);
    }

    private static Optional<String> declared(byte[] head, int length, Encoding seen) throws RefusedException {
        Charset readable = isWide(seen.charset()) ? seen.charset() : StandardCharsets.ISO_8859_1;
        String start = new String(head, seen.mark(), length - seen.mark(), readable);
        int end = start.indexOf("?>");
        boolean usual = seen.isUtf8() && start.startsWith(USUAL);
        if (usual
                || !start.startsWith("<?xml")
                || !Declaration.START.matcher(start).lookingAt()) {
            return Optional.empty();
        }
        if (end < 0) {
            throw refused("the XML declaration does not end within " + HEAD + " bytes");
        }
        Matcher matcher = Declaration.ENCODING.matcher(start.substring(0, end));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The parser would pass over another mark as well. */
    private static void refuseSecondMark(byte[] head, int length, Encoding seen) throws RefusedException {
        int end = Math.min(length, 2 * seen.mark());
        if (seen.mark() > 0 && end == 2 * seen.mark() && Arrays.equals(head, 0, seen.mark(), head, seen.mark(), end)) {
            throw refused("there are two byte order marks");
        }
    }

    private static Charset named(String name) throws RefusedException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refused("the encoding " + name + " is not known");
        }
    }

    private static boolean isWide(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        return name.startsWith("UTF-16") || name.startsWith("UTF-32");
    }

    private static boolean isFamily(Charset named, Charset seen) {
        return seen.name().startsWith(named.name());
    }

    private static RefusedException refused(String reason) {
        return RefusedException.notWellFormed(Place.of(1, 1, ""), reason);
    }
}
