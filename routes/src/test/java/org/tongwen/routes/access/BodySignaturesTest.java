package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

class BodySignaturesTest {

    private static final KeyPair EC = TestAuthority.ec();
    private static final KeyPair RSA = TestAuthority.rsa(2048);
    private static final byte[] DOCUMENT = utf8("{\"amount\": \"1.00\"}");
    private static final String ISO = """
            <RequestPayload>
            <h:AppHdr xmlns:h="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><h:BizMsgIdr>M1</h:BizMsgIdr><h:Rltd/></h:AppHdr>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><Amt Ccy="EUR">1.00</Amt></Document>
            </RequestPayload>
            """;

    @TempDir
    Path folder;

    @Test
    void aDocumentSignedByTheHubVerifiesWithItsPublicKey() throws Exception {
        for (KeyPair keys : new KeyPair[] {EC, RSA, ed25519()}) {
            SigningKey.Signed signed = signing(keys).sign(DOCUMENT, false);

            assertThat(signed.body()).isEqualTo(DOCUMENT);
            assertThat(fault(keys, signed.header().orElseThrow(), DOCUMENT, false))
                    .isEqualTo("none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void signaturesOfAnotherLibraryVerify(String algorithm) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).build();

        assertThat(fault(RSA, detached(header, DOCUMENT, new RSASSASigner(RSA.getPrivate())), DOCUMENT, false))
                .isEqualTo("none");
    }

    @Test
    void theContentMayBeEncodedOrNot() throws Exception {
        JWSSigner signer = new ECDSASigner((ECPrivateKey) EC.getPrivate());
        JWSHeader encoded = new JWSHeader.Builder(JWSAlgorithm.ES256).build();
        JWSHeader plain = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .base64URLEncodePayload(false)
                .criticalParams(java.util.Set.of("b64"))
                .build();

        assertThat(fault(EC, detached(encoded, DOCUMENT, signer), DOCUMENT, false))
                .isEqualTo("none");
        assertThat(fault(EC, detached(plain, DOCUMENT, signer), DOCUMENT, false))
                .isEqualTo("none");
    }

    @Test
    void anUnencodedContentThatIsNotCriticalIsRefused() throws Exception {
        String header =
                Base64.getUrlEncoder().withoutPadding().encodeToString(utf8("{\"alg\":\"ES256\",\"b64\":false}"));

        assertThat(fault(EC, header + "..AAAA", DOCUMENT, false)).isEqualTo("hub.SignatureForm");
    }

    @Test
    void anotherContentIsFound() throws Exception {
        String header = signing(EC).sign(DOCUMENT, false).header().orElseThrow();

        assertThat(fault(EC, header, utf8("{\"amount\": \"9.00\"}"), false)).isEqualTo("hub.SignatureContent");
    }

    @Test
    void anotherKeyIsFound() throws Exception {
        String ofAnother =
                signing(TestAuthority.ec()).sign(DOCUMENT, false).header().orElseThrow();
        String ofAnotherKind = signing(RSA).sign(DOCUMENT, false).header().orElseThrow();

        assertThat(fault(EC, ofAnother, DOCUMENT, false)).isEqualTo("hub.SignatureContent");
        assertThat(fault(EC, ofAnotherKind, DOCUMENT, false)).isEqualTo("hub.SignatureKey");
    }

    @Test
    void noAlgorithmAndAPublicKeyAsSecretAreRefused() throws Exception {
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString(utf8("{\"alg\":\"none\"}"));
        JWSHeader hs256 = new JWSHeader.Builder(JWSAlgorithm.HS256).build();
        String secret = detached(hs256, DOCUMENT, new MACSigner(RSA.getPublic().getEncoded()));

        assertThat(fault(RSA, none + "..AAAA", DOCUMENT, false)).isIn("hub.SignatureForm", "hub.SignatureAlgorithm");
        assertThat(fault(RSA, secret, DOCUMENT, false)).isEqualTo("hub.SignatureAlgorithm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "..",
                "a..b",
                "a.b.c",
                "e30..AAAA",
                "eyJhbGciOiJFUzI1NiJ9.e30.AAAA",
                "eyJhbGciOiJFUzI1NiJ9..A\r\nX: y"
            })
    void nonsenseIsRefused(String header) throws Exception {
        assertThat(fault(EC, header, DOCUMENT, false)).startsWith("hub.Signature");
    }

    @Test
    void aMissingSignatureIsFoundOnlyWhereOneIsRequired() throws Exception {
        assertThat(fault(EC, "", DOCUMENT, false)).isEqualTo("hub.SignatureMissing");
        assertThat(fault(EC, "", utf8(ISO), true)).isEqualTo("hub.SignatureMissing");
        Path keys = TestAuthority.key(folder.resolve("optional.pem"), EC.getPublic());
        BodySignatures optional = BodySignatures.of(new HubConfig.Signature(keys, false));
        assertThat(optional.fault("", DOCUMENT, false)).isEmpty();
        assertThat(optional.fault("", utf8(ISO), true)).isEmpty();
        assertThat(optional.fault("x", DOCUMENT, false)).isPresent();
    }

    @Test
    void anIsoMessageIsSignedInItsHeaderBeforeWhatIsRelated() throws Exception {
        for (KeyPair keys : new KeyPair[] {EC, RSA}) {
            SigningKey.Signed signed = signing(keys).sign(utf8(ISO), true);

            assertThat(signed.header()).isEmpty();
            assertThat(text(signed)).contains("</h:Sgntr><h:Rltd>").doesNotContain("&#");
            assertThat(fault(keys, "", signed.body(), true)).isEqualTo("none");
        }
    }

    @Test
    void signingAgainReplacesTheSignature() throws Exception {
        byte[] first = signing(TestAuthority.ec()).sign(utf8(ISO), true).body();
        byte[] second = signing(EC).sign(first, true).body();

        assertThat(fault(EC, "", first, true)).isEqualTo("hub.SignatureKey");
        assertThat(fault(EC, "", second, true)).isEqualTo("none");
    }

    @Test
    void aMessageWithoutHeaderIsSignedBesideIt() throws Exception {
        byte[] bare = utf8("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"/>");
        SigningKey.Signed signed = signing(EC).sign(bare, true);

        assertThat(fault(EC, signed.header().orElseThrow(), bare, true)).isEqualTo("none");
    }

    @Test
    void anotherContentOfAMessageIsFoundWhereverItStands() throws Exception {
        String signed = signedIso();

        for (Map.Entry<String, String> change : Map.of(
                        ">1.00<",
                        ">9.00<",
                        "M1",
                        "M2",
                        "\"EUR\"",
                        "\"USD\"",
                        "<h:Rltd>",
                        "<h:Rltd>x",
                        "</Document>",
                        "<x/></Document>")
                .entrySet()) {
            assertThat(fault(EC, "", utf8(replaced(signed, change.getKey(), change.getValue())), true))
                    .as(change.getValue())
                    .isEqualTo("hub.SignatureContent");
        }
    }

    @Test
    void aSecondMessageBesideTheSignedOneIsFound() throws Exception {
        String signed = signedIso();
        String wrapped =
                signed.replace("</RequestPayload>", "<Document xmlns=\"urn:x\">9.00</Document></RequestPayload>");

        assertThat(fault(EC, "", utf8(wrapped), true)).isEqualTo("hub.SignatureContent");
    }

    /** The signed message moved aside, and a forged one in its place: the way in which signatures are usually wrapped. */
    @Test
    void aWrappedMessageIsFound() throws Exception {
        String signed = signedIso();
        String inner = signed.substring(signed.indexOf("<RequestPayload"));
        String forged = ISO.replace(">1.00<", ">9.00<");
        String beside = forged.replace("</RequestPayload>", inner + "</RequestPayload>");
        String signature = signed.substring(signed.indexOf("<h:Sgntr>"), signed.indexOf("</h:Sgntr>") + 10);
        String moved = forged.replace("<h:Rltd/>", signature + "<h:Rltd/>");
        String hidden = forged.replace(
                "<h:Rltd/>",
                signature.replace("</ds:Signature>", "<ds:Object>" + inner + "</ds:Object></ds:Signature>")
                        + "<h:Rltd/>");

        assertThat(fault(EC, "", utf8(beside), true)).isEqualTo("hub.SignatureForm");
        assertThat(fault(EC, "", utf8(moved), true)).isEqualTo("hub.SignatureContent");
        assertThat(fault(EC, "", utf8(hidden), true)).isEqualTo("hub.SignatureForm");
    }

    @Test
    void aSignatureOfAPartIsRefused() throws Exception {
        String signed = signedIso();

        assertThat(fault(EC, "", utf8(replaced(signed, "URI=\"\"", "URI=\"#part\"")), true))
                .isEqualTo("hub.SignatureScope");
        assertThat(fault(EC, "", utf8(replaced(signed, " URI=\"\"", "")), true)).isEqualTo("hub.SignatureScope");
        assertThat(fault(EC, "", utf8(replaced(signed, "URI=\"\"", "URI=\"file:///etc/hostname\"")), true))
                .isEqualTo("hub.SignatureScope");
        assertThat(fault(
                        EC,
                        "",
                        utf8(replaced(
                                signed,
                                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                                "http://www.w3.org/TR/1999/REC-xpath-19991116")),
                        true))
                .startsWith("hub.Signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-md5"
            })
    void weakMethodsAreRefused(String method) throws Exception {
        String weak = replaced(signedIso(), "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", method);

        assertThat(fault(EC, "", utf8(weak), true)).isEqualTo("hub.SignatureAlgorithm");
    }

    @Test
    void aWeakDigestIsRefused() throws Exception {
        String weak = replaced(
                signedIso(), "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1");

        assertThat(fault(EC, "", utf8(weak), true)).isEqualTo("hub.SignatureAlgorithm");
    }

    @Test
    void twoSignaturesAndEmptyPlacesAreRefused() throws Exception {
        String signed = signedIso();
        String signature = signed.substring(signed.indexOf("<ds:Signature"), signed.indexOf("</h:Sgntr>"));

        assertThat(fault(EC, "", utf8(signed.replace(signature, signature + signature)), true))
                .isEqualTo("hub.SignatureForm");
        assertThat(fault(EC, "", utf8(signed.replace(signature, "")), true)).isEqualTo("hub.SignatureForm");
        assertThat(fault(EC, "", utf8(signed.replace(signature, "yes, I signed")), true))
                .isEqualTo("hub.SignatureForm");
    }

    @Test
    void declaredEntitiesAndDeepXmlAreRefused() throws Exception {
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + ISO;
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

        assertThat(fault(EC, "", utf8(entity), true)).isEqualTo("hub.SignatureForm");
        assertThat(fault(EC, "", utf8(deep), true)).isEqualTo("hub.SignatureForm");
        assertThat(fault(EC, "", utf8("<a"), true)).isEqualTo("hub.SignatureForm");
    }

    /** Comments are not signed, so they must not change what is read; an instruction is. */
    @Test
    void aCommentChangesNothingThatIsRead() throws Exception {
        byte[] sample =
                Files.readAllBytes(Path.of("../mappings/institutions/wallet/samples/transfer/business/iso.xml"));
        byte[] signed = signing(EC).sign(sample, true).body();
        String text = new String(signed, StandardCharsets.UTF_8);
        String commented = text.replaceFirst("<Nm>(..)", "<Nm>$1<!-- x -->");
        String instructed = text.replaceFirst("<Nm>(..)", "<Nm>$1<?x y?>");

        assertThat(commented).isNotEqualTo(text);
        assertThat(fault(EC, "", utf8(commented), true)).isEqualTo("none");
        assertThat(values(utf8(commented))).isEqualTo(values(signed)).hasSizeGreaterThan(20);
        assertThat(fault(EC, "", utf8(instructed), true)).isEqualTo("hub.SignatureContent");
    }

    private static List<String> values(byte[] xml) {
        return new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
                .read(xml)
                .value()
                .orElseThrow()
                .document()
                .root()
                .all()
                .map(Node::text)
                .toList();
    }

    @Test
    void whereThereAreTwoSignaturesBothMustBeRight() throws Exception {
        byte[] signed = signing(EC).sign(utf8(ISO), true).body();
        String right = signing(EC).sign(signed, false).header().orElseThrow();
        String wrong = signing(EC).sign(DOCUMENT, false).header().orElseThrow();

        assertThat(fault(EC, right, signed, true)).isEqualTo("none");
        assertThat(fault(EC, wrong, signed, true)).isEqualTo("hub.SignatureContent");
        assertThat(fault(EC, right, utf8(new String(signed, StandardCharsets.UTF_8).replace("M1", "M2")), true))
                .isEqualTo("hub.SignatureContent");
        assertThat(fault(EC, signing(EC).sign(utf8(ISO), false).header().orElseThrow(), utf8(ISO), true))
                .isEqualTo("none");
    }

    @Test
    void aKeyThatCannotSignIsRefusedAtTheStart() throws Exception {
        Path weak = TestAuthority.key(
                folder.resolve("weak.pem"), TestAuthority.rsa(1024).getPrivate());

        assertThatThrownBy(() -> SigningKey.of(weak))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2048");
    }

    @Test
    void signaturesByShortRsaKeysAreRefusedInEitherPlace() throws Exception {
        KeyPair weak = TestAuthority.rsa(1024);
        SignedMessage message = SignedMessage.read(utf8(ISO)).orElseThrow();
        byte[] inside = XmlSignature.sign(message, weak.getPrivate()).orElseThrow();
        String beside = DetachedJws.sign(DOCUMENT, weak.getPrivate(), JwsAlgorithm.RS256, Optional.empty());

        assertThat(fault(weak, "", inside, true)).isEqualTo("hub.SignatureKey");
        assertThat(fault(weak, beside, DOCUMENT, false)).isEqualTo("hub.SignatureKey");
    }

    private String signedIso() throws IOException {
        return text(signing(EC).sign(utf8(ISO), true));
    }

    /** The text with something else in one place, which must be there. */
    private static String replaced(String text, String one, String other) {
        assertThat(text).contains(one);
        return text.replace(one, other);
    }

    private static String text(SigningKey.Signed signed) {
        return new String(signed.body(), StandardCharsets.UTF_8);
    }

    private SigningKey signing(KeyPair keys) throws IOException {
        return SigningKey.of(TestAuthority.key(folder.resolve("signing.pem"), keys.getPrivate()));
    }

    private String fault(KeyPair keys, String header, byte[] body, boolean iso) throws IOException {
        Path file = TestAuthority.key(folder.resolve("known.pem"), keys.getPublic());
        Optional<Finding> fault =
                BodySignatures.of(new HubConfig.Signature(file, true)).fault(header, body, iso);
        return fault.map(Finding::id).orElse("none");
    }

    private static String detached(JWSHeader header, byte[] body, JWSSigner signer) throws JOSEException {
        JWSObject jws = new JWSObject(header, new Payload(body));
        jws.sign(signer);
        return jws.serialize(true);
    }

    private static KeyPair ed25519() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
