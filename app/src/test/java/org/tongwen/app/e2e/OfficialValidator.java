package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.tongwen.xsd.OfficialSchemas;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The JDK's validator with the official schemas. */
final class OfficialValidator {

    private static final Optional<Map<String, byte[]>> SCHEMAS = OfficialSchemas.load();
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    private final Map<String, byte[]> schemas;

    private OfficialValidator(Map<String, byte[]> schemas) {
        this.schemas = schemas;
    }

    /** Skips the test that asks where the official schemas are absent. */
    static OfficialValidator orSkip() {
        assumeTrue(SCHEMAS.isPresent(), "shared/xsd/official.tar.xz is not above this folder");
        return new OfficialValidator(SCHEMAS.orElseThrow());
    }

    /** Asserts that the document holds exactly these messages and that each of them is valid. */
    void accepts(String xml, String... messages) throws Exception {
        List<String> found = new ArrayList<>();
        for (Element message : messages(parse(xml).getDocumentElement())) {
            String id = String.valueOf(message.getNamespaceURI()).replace(NAMESPACE, "");
            found.add(id);
            validator(id).validate(new DOMSource(message));
        }
        assertThat(found).containsExactly(messages);
    }

    private static List<Element> messages(Element root) {
        if (root.getNamespaceURI() != null) {
            return List.of(root);
        }
        List<Element> children = new ArrayList<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document parse(String xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** A handler is not set, so that the first error throws. */
    private Validator validator(String message) throws SAXException {
        byte[] schema = Optional.ofNullable(schemas.get(message)).orElseThrow();
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.newSchema(new StreamSource(new ByteArrayInputStream(schema)))
                .newValidator();
    }
}
