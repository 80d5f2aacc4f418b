package org.tongwen.conformance.reference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.KeySelector;
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
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML signatures of whole messages, kept in the header: ECDSA over P-256 with SHA-256, exclusive canonical form. */
final class Seal {

    /** What a signature says of a message. */
    enum Verdict {
        /** The key's owner signed just this message. */
        GOOD,
        /** There is no signature of the whole message. */
        MISSING,
        /** Another key made it. */
        OTHER_KEY,
        /** The key's owner signed something else. */
        OTHER_CONTENT,
        /** The key's owner signed something that lies elsewhere. */
        OTHER_PLACE,
        /** The key's owner signed a part of the message. */
        PART,
        /** The key's owner signed the message, but in the signature lies what nobody signed. */
        CROWDED
    }

    private static final String HEAD = "urn:iso:std:iso:20022:tech:xsd:head.001.001.02";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

    private Seal() {}

    /** The message with a signature in its header. */
    static byte[] sign(byte[] message, PrivateKey key) {
        try {
            Document document = parse(message);
            Element header =
                    (Element) document.getElementsByTagNameNS(HEAD, "AppHdr").item(0);
            Node place = header.appendChild(document.createElementNS(HEAD, "Sgntr"));
            SIGNATURES.newXMLSignature(whole(), null).sign(new DOMSignContext(key, place));
            return write(document);
        } catch (GeneralSecurityException
                | MarshalException
                | XMLSignatureException
                | SAXException
                | TransformerException e) {
            throw new IllegalStateException("the message cannot be signed", e);
        }
    }

    /** What the signature in the header is worth. */
    static Verdict check(byte[] message, PublicKey key) {
        try {
            NodeList found = parse(message).getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
            return found.getLength() == 1 && isInHeader(found.item(0)) ? check(found.item(0), key) : Verdict.MISSING;
        } catch (MarshalException | XMLSignatureException | SAXException e) {
            return Verdict.MISSING;
        }
    }

    private static Verdict check(Node node, PublicKey key) throws MarshalException, XMLSignatureException {
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), node);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        XMLSignature signature = SIGNATURES.unmarshalXMLSignature(context);
        List<?> references = signature.getSignedInfo().getReferences();
        if (references.size() != 1) {
            return Verdict.MISSING;
        }
        if (!signature.getSignatureValue().validate(context)) {
            return Verdict.OTHER_KEY;
        }
        Reference reference = (Reference) references.get(0);
        return reference.validate(context) ? form(signature, reference) : Verdict.OTHER_CONTENT;
    }

    /** A signature that is valid may still be of something else than the message. */
    private static Verdict form(XMLSignature signature, Reference reference) {
        if (!"".equals(reference.getURI())) {
            return Verdict.OTHER_PLACE;
        }
        List<String> transforms = ((List<?>) reference.getTransforms())
                .stream().map(each -> ((Transform) each).getAlgorithm()).toList();
        if (!transforms.equals(List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE))) {
            return Verdict.PART;
        }
        return signature.getObjects().isEmpty() ? Verdict.GOOD : Verdict.CROWDED;
    }

    /** The message that somebody reads who takes the first document in it for the document. */
    static byte[] firstDocument(byte[] message) {
        try {
            Document document = parse(message);
            Element payload = document.getDocumentElement();
            NodeList found = document.getElementsByTagNameNS("*", "Document");
            Node first = found.item(0);
            Node last = found.item(found.getLength() - 1);
            if (first != last) {
                payload.replaceChild(first, last);
            }
            return write(document);
        } catch (SAXException | TransformerException e) {
            throw new IllegalStateException("a message that was read cannot be read", e);
        }
    }

    private static boolean isInHeader(Node signature) {
        Node place = signature.getParentNode();
        return "Sgntr".equals(place.getLocalName())
                && HEAD.equals(place.getNamespaceURI())
                && "AppHdr".equals(place.getParentNode().getLocalName());
    }

    private static SignedInfo whole() throws GeneralSecurityException {
        List<Transform> transforms = List.of(
                SIGNATURES.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                SIGNATURES.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
        Reference whole = SIGNATURES.newReference(
                "", SIGNATURES.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
        return SIGNATURES.newSignedInfo(
                SIGNATURES.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                SIGNATURES.newSignatureMethod(ECDSA, null),
                List.of(whole));
    }

    private static Document parse(byte[] message) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // The usual handler writes to the terminal.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(message));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK's parser cannot be had", e);
        }
    }

    private static byte[] write(Document document) throws TransformerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }
}
