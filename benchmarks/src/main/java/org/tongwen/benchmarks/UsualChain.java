package org.tongwen.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.tongwen.xsd.export.SchemaText;
import org.tongwen.xsd.load.Catalogue;
import org.xml.sax.SAXException;

/**
 * The mapping {@code wallet.transfer} as it is usually done: a stylesheet run by Saxon, and the JDK's validator on the XML. Stylesheets
 * and schema are compiled once, one validator serves all messages of a thread. JSON is not validated; amounts pass through doubles.
 */
final class UsualChain {

    private static final QName JSON = new QName("json");
    private static final QName INITIAL = new QName("http://www.w3.org/1999/XSL/Transform", "initial-template");
    private static final QName NOW = new QName("now");

    /** The message around header and document; both must be there and valid. */
    private static final String WRAPPER = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:import namespace="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"/>
              <xs:import namespace="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"/>
              <xs:element name="RequestPayload">
                <xs:complexType>
                  <xs:sequence>
                    <xs:any namespace="urn:iso:std:iso:20022:tech:xsd:head.001.001.02" processContents="strict"/>
                    <xs:any namespace="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08" processContents="strict"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
            </xs:schema>
            """;

    private final Processor processor = new Processor(false);
    private final XsltExecutable toIso = stylesheet("wallet-to-pacs.xsl");
    private final XsltExecutable fromIso = stylesheet("wallet-from-pacs.xsl");
    private final Validator validator = validator();

    private XsltExecutable stylesheet(String name) {
        String location =
                Objects.requireNonNull(UsualChain.class.getResource(name)).toString();
        try {
            return processor.newXsltCompiler().compile(new StreamSource(location));
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Validator validator() {
        Source[] schemas = Stream.concat(
                        Stream.of("head.001.001.02", "pacs.008.001.08")
                                .map(id -> SchemaText.of(
                                        Catalogue.builtIn().find(id).orElseThrow())),
                        Stream.of(WRAPPER))
                .map(schema -> new StreamSource(new StringReader(schema)))
                .toArray(Source[]::new);
        try {
            return SchemaFactory.newDefaultInstance().newSchema(schemas).newValidator();
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON to a valid message. */
    byte[] toIso(byte[] json) {
        try {
            Xslt30Transformer transformer = toIso.load30();
            transformer.setStylesheetParameters(Map.of(
                    JSON, new XdmAtomicValue(new String(json, StandardCharsets.UTF_8)),
                    NOW, new XdmAtomicValue(now())));
            ByteArrayOutputStream xml = new ByteArrayOutputStream();
            transformer.callTemplate(INITIAL, transformer.newSerializer(xml));
            byte[] message = xml.toByteArray();
            validate(message);
            return message;
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message, which must be valid, to JSON. */
    byte[] fromIso(byte[] message) {
        validate(message);
        try {
            Xslt30Transformer transformer = fromIso.load30();
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            transformer.applyTemplates(
                    new StreamSource(new ByteArrayInputStream(message)), transformer.newSerializer(json));
            return json.toByteArray();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void validate(byte[] message) {
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(message)));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Now, in seconds. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
