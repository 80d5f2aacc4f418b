package org.tongwen.conformance.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeysTest {

    /** The key of RFC 8032, section 7.1, test 1 in the form of RFC 8410: a fixed head and the 32 bytes of the seed. */
    static final String RFC_SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static byte[] privatePem(String seed) {
        return Pem.write(Pem.PRIVATE, HexFormat.of().parseHex("302e020100300506032b657004220420" + seed));
    }

    @Test
    void thePublicHalfIsThatOfTheRfc() {
        SigningKey key = SigningKey.read(privatePem(RFC_SEED));

        byte[] spki = Pem.read(Pem.PUBLIC, key.verificationKey().pem());

        assertThat(HexFormat.of().formatHex(spki))
                .isEqualTo("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** RFC 8037, appendix A.3, gives the thumbprint of this key. */
    @Test
    void theIdIsTheThumbprintOfTheRfc() {
        assertThat(SigningKey.read(privatePem(RFC_SEED)).verificationKey().id())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    /** RFC 8032, section 7.1, test 2: one byte. */
    @Test
    void theSignatureIsThatOfTheRfc() {
        SigningKey key =
                SigningKey.read(privatePem("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void aKeyIsTheSameAfterItWasWrittenAndRead() {
        for (int i = 0; i < 50; i++) {
            SigningKey key = SigningKey.create();

            assertThat(SigningKey.read(key.pem()).verificationKey()).isEqualTo(key.verificationKey());
            assertThat(VerificationKey.read(key.verificationKey().pem())).isEqualTo(key.verificationKey());
            assertThat(VerificationKey.read(key.verificationKey().pem()).id())
                    .isEqualTo(key.verificationKey().id());
        }
    }

    @Test
    void noTextOfAPrivateKeyHoldsTheKey() {
        SigningKey key = SigningKey.create();

        assertThat(key.toString()).isEqualTo(key.verificationKey().id());
    }

    @Test
    void aSignatureThatIsLessThanCanonicalIsRefused() {
        SigningKey key = SigningKey.create();
        byte[] signature = key.sign(new byte[] {1});

        // S + L verifies by the group's arithmetic; RFC 8032 demands S < L, so that a message has one signature.
        byte[] other = plusOrder(signature);

        assertThat(key.verificationKey().verifies(new byte[] {1}, signature)).isTrue();
        assertThat(key.verificationKey().verifies(new byte[] {1}, other)).isFalse();
        assertThat(key.verificationKey().verifies(new byte[] {1}, new byte[0])).isFalse();
        assertThat(key.verificationKey().verifies(new byte[] {1}, new byte[64])).isFalse();
        assertThat(key.verificationKey().verifies(new byte[] {1}, new byte[65])).isFalse();
    }

    private static byte[] plusOrder(byte[] signature) {
        byte[] order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] sum = signature.clone();
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int digit = (sum[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            sum[32 + i] = (byte) digit;
            carry = digit >> 8;
        }
        return sum;
    }

    @Test
    void anyOtherFileIsRefusedWithItsReason() throws GeneralSecurityException {
        SigningKey key = SigningKey.create();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] elliptic =
                Pem.write(Pem.PUBLIC, generator.generateKeyPair().getPublic().getEncoded());
        byte[] ed448 = Pem.write(
                Pem.PUBLIC,
                KeyPairGenerator.getInstance("Ed448")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());

        assertRefused(key.pem(), "the file holds PRIVATE KEY, expected is PUBLIC KEY");
        assertRefused("hello".getBytes(US_ASCII), "not a PEM file: it does not begin with -----BEGIN PUBLIC KEY-----");
        assertRefused(new byte[0], "not a PEM file: it does not begin with -----BEGIN PUBLIC KEY-----");
        assertRefused(elliptic, "the key is not an Ed25519 key");
        assertRefused(ed448, "the key is not an Ed25519 key");
        assertRefused(Pem.write(Pem.PUBLIC, new byte[] {1, 2, 3}), "the key is not an Ed25519 key");
        assertRefused(
                "-----BEGIN PUBLIC KEY-----\n!!\n-----END PUBLIC KEY-----\n".getBytes(US_ASCII),
                "the file is damaged: it is not Base64");
        assertRefused(
                "-----BEGIN PUBLIC KEY-----\n".getBytes(US_ASCII),
                "the file does not end with -----END PUBLIC KEY-----");
        assertThatThrownBy(() -> SigningKey.read(key.verificationKey().pem()))
                .isInstanceOf(KeyException.class)
                .hasMessage("the file holds PUBLIC KEY, expected is PRIVATE KEY");
    }

    private static void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> VerificationKey.read(file))
                .isInstanceOf(KeyException.class)
                .hasMessage(reason);
    }

    @Test
    void aFileHasTheLinesThatOpensslWrites() {
        String text = new String(SigningKey.create().verificationKey().pem(), US_ASCII);

        assertThat(text.lines().toList()).hasSize(3).first().isEqualTo("-----BEGIN PUBLIC KEY-----");
        assertThat(Base64.getDecoder().decode(text.lines().toList().get(1))).hasSize(44);
    }
}
