package org.tongwen.conformance.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.conformance.json.Json;
import org.tongwen.xsd.finding.Finding;

class JwsTest {

    private static final SigningKey KEY = SigningKey.create();
    private static final SigningKey OTHER = SigningKey.create();
    private static final Json.Fields PAYLOAD = Json.fields().with("a", 1);

    private static String line() {
        return new String(Jws.sign(Jws.Kind.CERTIFICATE, PAYLOAD, KEY), US_ASCII).strip();
    }

    private static List<String> verify(String file) {
        return Jws.verify(Jws.Kind.CERTIFICATE, file.getBytes(UTF_8), KEY.verificationKey()).findings().stream()
                .map(Finding::id)
                .toList();
    }

    private static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Signed by the right key, so that only the header is wrong. */
    private static String withHeader(String header) {
        String signed = base64(header) + "." + base64("{\"a\":1}");
        return signed + "." + base64(KEY.sign(signed.getBytes(US_ASCII)));
    }

    private static String header(String more) {
        return "{\"alg\":\"EdDSA\",\"kid\":\"" + KEY.verificationKey().id() + "\",\"typ\":\"tongwen-certificate\""
                + more + "}";
    }

    @Test
    void whatWasSignedIsFound() {
        assertThat(Jws.verify(Jws.Kind.CERTIFICATE, line().getBytes(US_ASCII), KEY.verificationKey())
                        .value())
                .contains(PAYLOAD);
        assertThat(verify(withHeader(header("")))).isEmpty();
    }

    @Test
    void theLineMayEndWithOneLineFeedAndNothingElse() {
        assertThat(verify(line() + "\n")).isEmpty();
        assertThat(verify(line() + "\r\n")).containsExactly("certificate.Form");
        assertThat(verify(line() + "\n\n")).containsExactly("certificate.Form");
        assertThat(verify(" " + line())).containsExactly("certificate.Form");
        assertThat(verify("\ufeff" + line())).containsExactly("certificate.Form");
    }

    @Test
    void aHeaderWithoutAlgorithmOrWithAnotherIsRefused() {
        String none = header("").replace("EdDSA", "none");

        assertThat(verify(withHeader(none))).containsExactly("certificate.Header");
        assertThat(verify(base64(none) + "." + base64("{\"a\":1}") + ".")).containsExactly("certificate.Form");
        assertThat(verify(withHeader(header("").replace("\"alg\":\"EdDSA\",", ""))))
                .containsExactly("certificate.Header");
        assertThat(verify(withHeader(header("").replace("EdDSA", "ES256")))).containsExactly("certificate.Header");
        assertThat(verify(withHeader(header("").replace("EdDSA", "Ed448")))).containsExactly("certificate.Header");
    }

    /** The confusion of a public key with a secret: the attacker knows the public key, and uses it as the secret of an HMAC. */
    @Test
    void aPublicKeyIsNoSecret() throws GeneralSecurityException {
        String signed = base64(header("").replace("EdDSA", "HS256")) + "." + base64("{\"a\":1}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.verificationKey().pem(), "HmacSHA256"));

        assertThat(verify(signed + "." + base64(mac.doFinal(signed.getBytes(US_ASCII)))))
                .containsExactly("certificate.Header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",\"jwk\":{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"AAAA\"}",
                ",\"b64\":false,\"crit\":[\"b64\"]",
                ",\"b64\":true",
                ",\"jku\":\"https://attacker.example/keys\"",
                ",\"x5u\":\"https://attacker.example/chain\"",
                ",\"crit\":[]",
                ",\"alg\":\"EdDSA\"",
                ",\"zip\":\"DEF\"",
            })
    void aHeaderWithAnyOtherFieldIsRefused(String more) {
        assertThat(verify(withHeader(header(more)))).containsExactly("certificate.Header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "[]", "not json", "{\"alg\":1}", "null", "{\"alg\":\"EdDSA\"}"})
    void aHeaderThatIsNotOursIsRefused(String header) {
        assertThat(verify(withHeader(header))).containsExactly("certificate.Header");
    }

    @Test
    void theSameHeaderInAnotherFormIsRefused() {
        assertThat(verify(withHeader(header("").replace(",", ", ")))).containsExactly("certificate.Header");
    }

    @Test
    void aSignatureByAnotherKeyIsRefusedAndTheKeyNamed() {
        String other = new String(Jws.sign(Jws.Kind.CERTIFICATE, PAYLOAD, OTHER), US_ASCII);
        String pretending = base64(header("")) + "." + base64("{\"a\":1}");

        assertThat(Jws.verify(Jws.Kind.CERTIFICATE, other.getBytes(US_ASCII), KEY.verificationKey())
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("certificate.OtherKey");
                    assertThat(finding.value()).contains(OTHER.verificationKey().id());
                });
        assertThat(verify(pretending + "." + base64(OTHER.sign(pretending.getBytes(US_ASCII)))))
                .containsExactly("certificate.Signature");
    }

    @Test
    void oneKindOfDocumentDoesNotPassForAnother() {
        String list = new String(Jws.sign(Jws.Kind.REVOCATIONS, PAYLOAD, KEY), US_ASCII);

        assertThat(verify(list)).containsExactly("certificate.Header");
    }

    @Test
    void aPayloadThatIsNotCanonicalIsRefusedThoughItIsSigned() {
        for (String payload :
                List.of("{\"a\": 1}", "{\"b\":1,\"a\":1}", "{\"a\":1,\"a\":1}", "[1]", "", "{\"a\":1}\n")) {
            String signed = base64(header("")) + "." + base64(payload);
            assertThat(verify(signed + "." + base64(KEY.sign(signed.getBytes(US_ASCII)))))
                    .as(payload)
                    .containsExactly("certificate.Form");
        }
    }

    /** The last letter of Base64 may hold bits that no byte needs; a reader that drops them sees the same bytes in other files. */
    @Test
    void base64InAnotherFormIsRefused() {
        String line = line();
        char last = line.charAt(line.length() - 1);
        char same = (char) (last + 1);

        assertThat(Base64.getUrlDecoder().decode(line.substring(line.lastIndexOf('.') + 1)))
                .isEqualTo(Base64.getUrlDecoder()
                        .decode(line.substring(line.lastIndexOf('.') + 1, line.length() - 1) + same));
        assertThat(verify(line.substring(0, line.length() - 1) + same)).containsExactly("certificate.Form");
        assertThat(verify(line + "==")).containsExactly("certificate.Form");
    }

    @Test
    void anythingElseIsRefused() {
        for (String file : List.of("", ".", "..", "...", line() + ".", line() + ".AAAA", "{}", "a.b.c", "\u0000")) {
            assertThat(verify(file)).as(file).hasSize(1);
        }
    }

    /** A file of a stranger may be anything; it must not cost more memory than it has bytes. */
    @Test
    void aFileOfPointsAloneIsRefusedAtOnce() {
        assertThat(verify(".".repeat(20_000_000))).containsExactly("certificate.Form");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | the file is empty",
                "-----BEGIN PUBLIC KEY-----      | the file is a key or another PEM file, not a certificate",
                "hello, world                    | the file is something else than a certificate",
                "{'a':1}                         | the file is something else than a certificate",
                "abcd.efgh                       | three parts with points between, and the file has fewer: it was cut off",
                "abcd.efgh.abcd.abcd             | three parts with points between, and the file has more",
                "abcd.ef gh.abcd                 | the file holds blanks or more than one line",
                "abcd..abcd                      | the payload is empty",
                "abcd.efgh==.abcd                | the payload is not Base64 in its URL form without padding",
            })
    void whatIsWrongWithTheFormIsSaidInWords(String file, String words) {
        assertThat(Jws.verify(Jws.Kind.CERTIFICATE, file.getBytes(UTF_8), KEY.verificationKey())
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(words));
    }

    @Test
    void anotherKindOfDocumentIsCalledByItsName() {
        byte[] list = Jws.sign(Jws.Kind.REVOCATIONS, Json.fields().with("a", 1), KEY);

        assertThat(Jws.verify(Jws.Kind.CERTIFICATE, list, KEY.verificationKey()).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("this is a revocation list, not a certificate"));
    }

    @Test
    void aSignatureThatWasCutOffIsSaidToBe() {
        String cut = line().substring(0, line().lastIndexOf('.') + 1 + 40);

        assertThat(Jws.verify(Jws.Kind.CERTIFICATE, cut.getBytes(UTF_8), KEY.verificationKey())
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("bytes and not 64: the file was cut off"));
    }
}
