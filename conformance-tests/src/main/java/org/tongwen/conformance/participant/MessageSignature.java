package org.tongwen.conformance.participant;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The signature of a message: an XML signature in {@code AppHdr/Sgntr} over all of the {@code RequestPayload}, with ECDSA on P-256 and
 * SHA-256. Only this one form is taken: one signature, one reference to the whole document, two transforms, no objects. What is signed is
 * then never anything but what is read.
 */
public final class MessageSignature {

    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String HEADER = "AppHdr";
    private static final String PLACE = "Sgntr";
    private static final String RELATED = "Rltd";
    static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");

    private MessageSignature() {}

    /**
     * A message with a signature.
     *
     * @param xml a well-formed message with a header that is not signed yet
     * @throws IllegalArgumentException when the message has no header, or cannot be read
     */
    public static byte[] sign(byte[] xml, PrivateKey key) {
        return sign(xml, key, document -> XML.newXMLSignature(signedInfo(whole(transforms())), null));
    }

    /** What is put into the header of a document. */
    interface Form {
        XMLSignature of(Document document) throws GeneralSecurityException, SAXException, IOException;
    }

    static byte[] sign(byte[] xml, PrivateKey key, Form form) {
        try {
            Document document = parse(xml);
            Element header = header(document)
                    .orElseThrow(() -> new IllegalArgumentException("only a message with a header can be signed"));
            Element place = document.createElementNS(header.getNamespaceURI(), PLACE);
            header.insertBefore(place, child(header, RELATED).orElse(null));
            DOMSignContext context = new DOMSignContext(key, place);
            context.setDefaultNamespacePrefix("ds");
            form.of(document).sign(context);
            return bytes(document);
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("the message cannot be read", e);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("the message cannot be signed", e);
        }
    }

    /** What a signature is worth. */
    private enum Worth {
        /** The key's owner signed just this message. */
        GOOD(""),
        NONE("the message is not signed"),
        SEVERAL("there is more than one signature"),
        OTHER_FORM("the signature is not of the form that the profile demands"),
        OTHER_KEY("another key made the signature"),
        OTHER_CONTENT("the signature is of this key, but the message is not what was signed");

        private final String words;

        Worth(String words) {
            this.words = words;
        }
    }

    /** What is wrong with the signature of a message, in words; empty when it is the right one of this key. */
    public static Optional<String> fault(byte[] xml, PublicKey key) {
        try {
            return Optional.of(worth(xml, key).words).filter(words -> !words.isEmpty());
        } catch (SAXException | IOException e) {
            return Optional.of("the message cannot be read");
        } catch (MarshalException | XMLSignatureException e) {
            return Optional.of("the signature cannot be read: " + e.getMessage());
        }
    }

    /** Whether a message is signed in the right form, but not with this key. */
    public static boolean isOfOtherKey(byte[] xml, PublicKey key) {
        try {
            return worth(xml, key) == Worth.OTHER_KEY;
        } catch (SAXException | IOException | MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    private static Worth worth(byte[] xml, PublicKey key)
            throws SAXException, IOException, MarshalException, XMLSignatureException {
        Document document = parse(xml);
        Optional<Element> place = header(document).flatMap(header -> child(header, PLACE));
        Optional<Element> element = place.flatMap(inside -> child(inside, "Signature"));
        if (element.isEmpty()) {
            return Worth.NONE;
        }
        if (document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").getLength() != 1) {
            return Worth.SEVERAL;
        }
        DOMValidateContext context = new DOMValidateContext(key, element.get());
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
        XMLSignature signature = XML.unmarshalXMLSignature(context);
        if (!isOurForm(signature)) {
            return Worth.OTHER_FORM;
        }
        if (!signature.getSignatureValue().validate(context)) {
            return Worth.OTHER_KEY;
        }
        return signature.validate(context) ? Worth.GOOD : Worth.OTHER_CONTENT;
    }

    private static boolean isOurForm(XMLSignature signature) {
        SignedInfo info = signature.getSignedInfo();
        List<Reference> references = info.getReferences();
        return signature.getObjects().isEmpty()
                && info.getSignatureMethod().getAlgorithm().equals(ECDSA)
                && info.getCanonicalizationMethod().getAlgorithm().equals(CanonicalizationMethod.EXCLUSIVE)
                && references.size() == 1
                && "".equals(references.get(0).getURI())
                && references.get(0).getDigestMethod().getAlgorithm().equals(DigestMethod.SHA256)
                && references.get(0).getTransforms().stream()
                        .map(Transform::getAlgorithm)
                        .toList()
                        .equals(List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE));
    }

    static SignedInfo signedInfo(Reference reference) throws GeneralSecurityException {
        return XML.newSignedInfo(
                XML.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                XML.newSignatureMethod(ECDSA, null),
                List.of(reference));
    }

    /** A reference to the whole document, as these transforms leave it. */
    static Reference whole(List<Transform> transforms) throws GeneralSecurityException {
        return XML.newReference("", XML.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
    }

    private static List<Transform> transforms() throws GeneralSecurityException {
        return List.of(
                XML.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                XML.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
    }

    private static Optional<Element> header(Document document) {
        return child(document.getDocumentElement(), HEADER);
    }

    static Optional<Element> child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    static Document parse(byte[] xml) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            // The usual handler writes to the terminal.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can read XML safely", e);
        }
    }

    private static byte[] bytes(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }
}
