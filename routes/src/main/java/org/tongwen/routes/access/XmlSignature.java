package org.tongwen.routes.access;

import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.SignedInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.Constants;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The XML Signature in {@code AppHdr/Sgntr} of an ISO message, enveloped and over the whole document: one signature, one reference with
 * {@code URI=""}. So what is signed is what is read, and nothing can be wrapped around or beside it.
 */
final class XmlSignature {

    /** Held here, or its level would be forgotten. It tells of every wrong signature, which findings do already. */
    private static final Logger NOISE = Logger.getLogger("org.apache.xml.security");

    static {
        NOISE.setLevel(Level.OFF);
        Init.init();
    }

    /** Which are taken, and the name of the same in JWS. */
    private static final Map<String, String> METHODS = Map.of(
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256, "ES256",
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA384, "ES384",
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA512, "ES512",
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256, "RS256",
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA384, "RS384",
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA512, "RS512",
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256_MGF1, "PS256");

    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final Set<String> DIGESTS =
            Set.of(SHA_256, "http://www.w3.org/2001/04/xmldsig-more#sha384", "http://www.w3.org/2001/04/xmlenc#sha512");

    /** Canonical forms without comments; those with comments would sign what nobody reads. */
    private static final Set<String> FORMS = Set.of(
            Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS,
            Transforms.TRANSFORM_C14N_OMIT_COMMENTS,
            Transforms.TRANSFORM_C14N11_OMIT_COMMENTS);

    private static final Set<String> PARTS = Set.of("SignedInfo", "SignatureValue", "KeyInfo");

    private XmlSignature() {}

    /** What is wrong with the signature of a message. */
    static Optional<SignatureFault> fault(SignedMessage message, List<VerificationKey> keys) {
        if (!message.isSigned()) {
            return Optional.of(SignatureFault.MISSING);
        }
        return message.signature().map(signature -> fault(signature, keys)).orElse(Optional.of(SignatureFault.FORM));
    }

    private static Optional<SignatureFault> fault(Element element, List<VerificationKey> keys) {
        if (!SignedMessage.children(element).stream().allMatch(part -> PARTS.contains(part.getLocalName()))) {
            return Optional.of(SignatureFault.FORM);
        }
        if (!uses(element, "SignatureMethod", METHODS.keySet())
                || !uses(element, "DigestMethod", DIGESTS)
                || !uses(element, "CanonicalizationMethod", FORMS)) {
            return Optional.of(SignatureFault.ALGORITHM);
        }
        try {
            XMLSignature signature = new XMLSignature(element, "", true);
            return coversAll(signature.getSignedInfo()) ? verify(signature, keys) : Optional.of(SignatureFault.SCOPE);
        } catch (XMLSecurityException e) {
            return Optional.of(SignatureFault.FORM);
        }
    }

    private static boolean uses(Element signature, String name, Set<String> algorithms) {
        NodeList elements = signature.getElementsByTagNameNS(Constants.SignatureSpecNS, name);
        boolean uses = elements.getLength() > 0;
        for (int i = 0; i < elements.getLength(); i++) {
            uses &= algorithms.contains(((Element) elements.item(i)).getAttributeNS(null, "Algorithm"));
        }
        return uses;
    }

    private static boolean coversAll(SignedInfo info) throws XMLSecurityException {
        if (info.getLength() != 1) {
            return false;
        }
        Reference reference = info.item(0);
        Transforms transforms = reference.getTransforms();
        int count = transforms == null ? 0 : transforms.getLength();
        return reference.getElement().hasAttributeNS(null, "URI")
                && reference.getElement().getAttributeNS(null, "URI").isEmpty()
                && (count == 1
                        || count == 2 && FORMS.contains(transforms.item(1).getURI()))
                && Transforms.TRANSFORM_ENVELOPED_SIGNATURE.equals(
                        transforms.item(0).getURI());
    }

    private static Optional<SignatureFault> verify(XMLSignature signature, List<VerificationKey> keys)
            throws XMLSecurityException {
        String word = METHODS.getOrDefault(signature.getSignedInfo().getSignatureMethodURI(), "");
        if (keys.stream().anyMatch(key -> key.isFor(word) && isOf(key, signature))) {
            return Optional.empty();
        }
        boolean sameContent = signature.getSignedInfo().item(0).verify();
        return Optional.of(sameContent ? SignatureFault.KEY : SignatureFault.CONTENT);
    }

    private static boolean isOf(VerificationKey key, XMLSignature signature) {
        try {
            return JwsAlgorithm.isLongEnough(key.key()) && signature.checkSignatureValue(key.key());
        } catch (XMLSecurityException e) {
            // A key of another kind than the method's.
            return false;
        }
    }

    /** Signs a message with the hub's key: ECDSA or RSA with SHA-256; empty when it has no header. */
    static Optional<byte[]> sign(SignedMessage message, PrivateKey key) throws XMLSecurityException {
        Optional<Element> place = message.newPlace();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        String method = key instanceof ECKey
                ? XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256
                : XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256;
        XMLSignature signature =
                new XMLSignature(message.document(), "", method, Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        place.get().appendChild(signature.getElement());
        Transforms transforms = new Transforms(message.document());
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        signature.addDocument("", transforms, SHA_256);
        signature.sign(key);
        joinLines(signature.getElement());
        return Optional.of(message.bytes());
    }

    /** The library breaks the value into lines that end with carriage returns, which XML has to escape. */
    private static void joinLines(Element signature) {
        SignedMessage.children(signature).stream()
                .filter(part -> part.getLocalName().equals("SignatureValue"))
                .forEach(value -> value.setTextContent(value.getTextContent().replaceAll("\\s", "")));
    }
}
