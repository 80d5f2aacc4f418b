package org.tongwen.routes;

import static org.tongwen.routes.Der.bytes;
import static org.tongwen.routes.Der.integer;
import static org.tongwen.routes.Der.join;
import static org.tongwen.routes.Der.sequence;
import static org.tongwen.routes.Der.tag;
import static org.tongwen.routes.Der.time;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A revocation list of a test's authority.
 *
 * @param issuer whose list it is
 * @param signer the keys that sign it
 * @param from from when on it counts
 * @param until until when it counts; empty when it does not say
 * @param changesOnly whether it claims to be a delta list
 * @param revoked what it takes back
 */
public record TestRevocationList(
        TestAuthority issuer,
        KeyPair signer,
        Instant from,
        Optional<Instant> until,
        boolean changesOnly,
        List<TestAuthority.Issued> revoked) {

    private static final byte[] CHANGES_ONLY = tag(0x06, bytes(0x55, 0x1D, 0x1B));

    /** A list as it should be: of a month that ends then. */
    public static TestRevocationList of(TestAuthority issuer, Instant until, TestAuthority.Issued... revoked) {
        return new TestRevocationList(
                issuer,
                issuer.own().keys(),
                until.minus(30, ChronoUnit.DAYS),
                Optional.of(until),
                false,
                List.of(revoked));
    }

    /** The same signed with the keys of somebody else. */
    public TestRevocationList signer(KeyPair other) {
        return new TestRevocationList(issuer, other, from, until, changesOnly, revoked);
    }

    /** The same without an end. */
    public TestRevocationList endless() {
        return new TestRevocationList(issuer, signer, from, Optional.empty(), changesOnly, revoked);
    }

    /** The same as a delta list. */
    public TestRevocationList delta() {
        return new TestRevocationList(issuer, signer, from, until, true, revoked);
    }

    /** Writes it to a file in DER. */
    public Path der(Path file) {
        return Der.write(file, content());
    }

    /** Writes lists to a file in PEM. */
    public static Path pem(Path file, TestRevocationList... lists) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(lists).forEach(list -> text.append(Der.pem("X509 CRL", list.content())));
        return Der.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] content() {
        byte[] toBeSigned = sequence(
                integer(BigInteger.ONE),
                Der.ECDSA_SHA256,
                issuer.own().certificate().getSubjectX500Principal().getEncoded(),
                time(from),
                until.map(Der::time).orElse(bytes()),
                revoked.isEmpty() ? bytes() : sequence(entries()),
                changesOnly ? tag(0xA0, sequence(base())) : bytes());
        return Der.signed(toBeSigned, signer.getPrivate());
    }

    private byte[] entries() {
        return join(revoked.stream()
                .map(each -> sequence(integer(each.certificate().getSerialNumber()), time(from)))
                .toArray(byte[][]::new));
    }

    private static byte[] base() {
        return sequence(CHANGES_ONLY, tag(0x01, bytes(0xFF)), tag(0x04, integer(BigInteger.ONE)));
    }
}
