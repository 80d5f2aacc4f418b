package org.tongwen.conformance.participant;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Signatures of the right key that verify, and yet do not say that its owner signed the message that is read: XML signature wrapping, in
 * the forms that fit messages of this profile. Whoever only asks a library whether the signature is valid takes them all.
 */
public final class ForgedSignature {

    private static final XMLSignatureFactory XML = MessageSignature.XML;
    private static final String ID = "signed";

    private ForgedSignature() {}

    /**
     * The message that was signed is moved into the signature, which refers to it there; another stands in its place.
     *
     * @param signed the message that the key's owner signs
     * @param shown the message that is read
     */
    public static byte[] moved(byte[] signed, byte[] shown, PrivateKey key) {
        return MessageSignature.sign(shown, key, document -> {
            Reference moved = XML.newReference(
                    "#" + ID, XML.newDigestMethod(DigestMethod.SHA256, null), List.of(exclusive()), null, null);
            XMLObject object = object(document, root(signed), ID);
            return XML.newXMLSignature(MessageSignature.signedInfo(moved), null, List.of(object), null, null);
        });
    }

    /** Refers to the whole message, of which a transform selects the header only. */
    public static byte[] selected(byte[] xml, PrivateKey key) {
        return MessageSignature.sign(xml, key, document -> {
            String header = MessageSignature.child(document.getDocumentElement(), "AppHdr")
                    .orElseThrow()
                    .getNamespaceURI();
            Transform select = XML.newTransform(
                    Transform.XPATH,
                    new XPathFilterParameterSpec("ancestor-or-self::head:AppHdr", Map.of("head", header)));
            Reference part = MessageSignature.whole(List.of(enveloped(), select, exclusive()));
            return XML.newXMLSignature(MessageSignature.signedInfo(part), null);
        });
    }

    /**
     * Signs the message as it should be, and hides the document of another in the signature, which no signature is of. It is the first
     * {@code Document} in the file.
     *
     * @param xml the message that the key's owner signs
     * @param hidden the message whose document is hidden
     */
    public static byte[] doubled(byte[] xml, byte[] hidden, PrivateKey key) {
        return MessageSignature.sign(xml, key, document -> {
            Element other = MessageSignature.child(root(hidden), "Document").orElseThrow();
            Reference whole = MessageSignature.whole(List.of(enveloped(), exclusive()));
            XMLObject object = object(document, other, "note");
            return XML.newXMLSignature(MessageSignature.signedInfo(whole), null, List.of(object), null, null);
        });
    }

    private static Element root(byte[] xml) throws SAXException, IOException {
        return MessageSignature.parse(xml).getDocumentElement();
    }

    private static XMLObject object(Document document, Element content, String id) {
        Element copy = (Element) document.importNode(content, true);
        if (copy.getNamespaceURI() == null) {
            // Otherwise the canonical form would give it the namespace of the header around it.
            copy.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE, "");
        }
        return XML.newXMLObject(List.of(new DOMStructure(copy)), id, null, null);
    }

    private static Transform enveloped() throws GeneralSecurityException {
        return XML.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
    }

    private static Transform exclusive() throws GeneralSecurityException {
        return XML.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
    }
}
