package org.tongwen.conformance.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * The compact form of RFC 7515: one line of header, payload and signature in Base64 of URL form, with points between. A line feed may
 * follow. A file of any other form is refused; what was probably done to it is said, because mail programs and editors do such things.
 *
 * @param signed header and payload with the point between, which is what the signature is over
 */
record CompactForm(String signed, byte[] header, byte[] payload, byte[] signature) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final List<String> NAMES = List.of("header", "payload", "signature");

    /**
     * The parts of a file.
     *
     * @param what the file should be, for people
     */
    static Checked<CompactForm> read(byte[] file, String what) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        Optional<String> foreign = foreign(line, what);
        if (foreign.isPresent()) {
            return refuse(foreign.get());
        }
        String[] parts = line.split("\\.", NAMES.size() + 1);
        if (parts.length != NAMES.size()) {
            String has = parts.length < NAMES.size() ? "fewer: it was cut off, or is something else" : "more";
            return refuse("a " + what + " has three parts with points between, and the file has " + has);
        }
        List<byte[]> bytes = Arrays.stream(parts).map(CompactForm::decode).toList();
        for (int i = 0; i < parts.length; i++) {
            if (bytes.get(i).length == 0) {
                return refuse("the " + NAMES.get(i)
                        + (parts[i].isEmpty() ? " is empty" : " is not Base64 in its URL form without padding"));
            }
        }
        String signed = line.substring(0, line.lastIndexOf('.'));
        return Checked.of(new CompactForm(signed, bytes.get(0), bytes.get(1), bytes.get(2)), List.of());
    }

    /** What a file is that is not one line of Base64 and points. */
    private static Optional<String> foreign(String line, String what) {
        if (line.isBlank()) {
            return Optional.of("the file is empty");
        } else if (line.startsWith("-----BEGIN ")) {
            return Optional.of("the file is a key or another PEM file, not a " + what);
        } else if (line.startsWith("\u00ef\u00bb\u00bf")) {
            return Optional.of("the file begins with a byte order mark, which an editor may have added");
        } else if (line.matches("(?s)[A-Za-z0-9_.=-]*\\s[A-Za-z0-9_.=\\s-]*")) {
            return Optional.of("the file holds blanks or more than one line; a " + what
                    + " is one line, which a mail program or an editor may have changed");
        } else if (!line.matches("[A-Za-z0-9_.=-]*")) {
            return Optional.of(
                    "the file is something else than a " + what + ", which is one line of Base64 and points");
        }
        return Optional.empty();
    }

    /** Empty when it is not the one form in which an encoder writes these bytes. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return ENCODER.encodeToString(bytes).equals(part) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Checked<CompactForm> refuse(String message) {
        return Checked.none(Finding.error("certificate.Form", Place.NOWHERE, message));
    }
}
