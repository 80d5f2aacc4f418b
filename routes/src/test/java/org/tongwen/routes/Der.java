package org.tongwen.routes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** Writes the few forms of DER of which certificates and revocation lists consist. */
final class Der {

    static final byte[] ECDSA_SHA256 = sequence(tag(0x06, bytes(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02)));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    /** Something to be signed, with its signature. */
    static byte[] signed(byte[] toBeSigned, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(toBeSigned);
            return sequence(toBeSigned, ECDSA_SHA256, tag(0x03, join(bytes(0), signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] time(Instant time) {
        return tag(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] integer(BigInteger number) {
        return tag(0x02, number.toByteArray());
    }

    static byte[] sequence(byte[]... parts) {
        return tag(0x30, join(parts));
    }

    static byte[] tag(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 128
                ? bytes(tag, length)
                : length < 256 ? bytes(tag, 0x81, length) : bytes(tag, 0x82, length >> 8, length & 0xFF);
        return join(head, content);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        List.of(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
