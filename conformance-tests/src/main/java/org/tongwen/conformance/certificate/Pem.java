package org.tongwen.conformance.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Files of keys as OpenSSL writes and reads them (RFC 7468): Base64 between two lines that name what it is. */
final class Pem {

    static final String PUBLIC = "PUBLIC KEY";
    static final String PRIVATE = "PRIVATE KEY";

    private static final int LINE = 64;

    private Pem() {}

    static byte[] write(String label, byte[] content) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        String text = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What stands between the lines of that label.
     *
     * @throws KeyException when the file is anything else
     */
    static byte[] read(String label, byte[] file) {
        List<String> lines = new String(file, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (!first.startsWith("-----BEGIN ") || !first.endsWith("-----")) {
            throw new KeyException("not a PEM file: it does not begin with -----BEGIN " + label + "-----");
        }
        if (!first.equals("-----BEGIN " + label + "-----")) {
            throw new KeyException(
                    "the file holds " + first.replaceAll("^-+BEGIN |-+$", "").strip() + ", expected is " + label);
        }
        if (!lines.get(lines.size() - 1).equals("-----END " + label + "-----")) {
            throw new KeyException("the file does not end with -----END " + label + "-----");
        }
        try {
            return Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1)));
        } catch (IllegalArgumentException e) {
            throw new KeyException("the file is damaged: it is not Base64", e);
        }
    }

    static boolean isPrivate(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN " + PRIVATE + "-----");
    }
}
