package org.tongwen.routes.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.XMLUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An ISO message with its header, seen as something that is or can be signed. */
final class SignedMessage {

    private static final String HEADER = "AppHdr";
    private static final String HEADER_NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:head.001.";
    private static final String PLACE = "Sgntr";

    /** What stands behind the signature in a header. */
    private static final String RELATED = "Rltd";

    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String MOST_DEEP = "200";

    private final Document document;

    private SignedMessage(Document document) {
        this.document = document;
    }

    /** The message; empty when the bytes are no XML, or XML that declares entities or is built to do harm. */
    static Optional<SignedMessage> read(byte[] xml) {
        try {
            return Optional.of(new SignedMessage(builder().parse(new ByteArrayInputStream(xml))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(LIMITS + "maxElementDepth", MOST_DEEP);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The usual handler writes to the terminal.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can read XML safely", e);
        }
    }

    Document document() {
        return document;
    }

    /** Whether there is anything of a signature in it. */
    boolean isSigned() {
        return signatures() > 0
                || headers().stream().anyMatch(header -> !places(header).isEmpty());
    }

    /** The one signature in its place; empty when there is none, or another one anywhere. */
    Optional<Element> signature() {
        List<Element> headers = headers();
        if (headers.size() != 1 || places(headers.get(0)).size() != 1 || signatures() != 1) {
            return Optional.empty();
        }
        List<Element> inside = children(places(headers.get(0)).get(0));
        return inside.size() == 1 && isSignature(inside.get(0)) ? Optional.of(inside.get(0)) : Optional.empty();
    }

    /**
     * Makes place for a signature, in the stead of one that is there; empty when there is not exactly one header.
     */
    Optional<Element> newPlace() {
        List<Element> headers = headers();
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Element header = headers.get(0);
        places(header).forEach(header::removeChild);
        Element place = document.createElementNS(header.getNamespaceURI(), qualified(header));
        Optional<Element> related = children(header).stream()
                .filter(child -> RELATED.equals(child.getLocalName()))
                .findFirst();
        header.insertBefore(place, related.orElse(null));
        return Optional.of(place);
    }

    private static String qualified(Element header) {
        return header.getPrefix() == null ? PLACE : header.getPrefix() + ":" + PLACE;
    }

    /** As XML in UTF-8, in canonical form, so that no writer can change what was signed. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document, bytes, true);
        return bytes.toByteArray();
    }

    private int signatures() {
        return document.getElementsByTagNameNS(Constants.SignatureSpecNS, Constants._TAG_SIGNATURE)
                .getLength();
    }

    private List<Element> headers() {
        return children(document.getDocumentElement()).stream()
                .filter(child -> HEADER.equals(child.getLocalName()) && isOfHeader(child.getNamespaceURI()))
                .toList();
    }

    private static boolean isOfHeader(@Nullable String namespace) {
        return namespace != null && namespace.startsWith(HEADER_NAMESPACE);
    }

    private static List<Element> places(Element header) {
        return children(header).stream()
                .filter(child -> PLACE.equals(child.getLocalName()) && isOfHeader(child.getNamespaceURI()))
                .toList();
    }

    private static boolean isSignature(Element element) {
        return Constants.SignatureSpecNS.equals(element.getNamespaceURI())
                && Constants._TAG_SIGNATURE.equals(element.getLocalName());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
