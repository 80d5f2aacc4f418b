package org.tongwen.xsd.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's own validator on one schema. It is not safe to share by threads. */
public final class Oracle {

    private final Validator validator;

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException when it is no valid schema
     */
    public Oracle(byte[] schema) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            validator = factory.newSchema(new StreamSource(new ByteArrayInputStream(schema)))
                    .newValidator();
        } catch (SAXException e) {
            throw new IllegalArgumentException("this is no valid schema", e);
        }
    }

    /** Why a document is not valid; empty when it is. */
    public String complaint(byte[] xml) {
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
            return "";
        } catch (SAXException | IOException e) {
            // The bytes are in memory: what cannot be read is an encoding that the document does not keep.
            return String.valueOf(e.getMessage());
        } catch (MissingResourceException e) {
            // The JDK has no words for some complaints about an element that came too often.
            return e.getKey();
        }
    }

    /**
     * The lines, counted from 1, on which something is wrong in a well-formed document.
     *
     * @throws IllegalArgumentException when it is not well-formed
     */
    public Set<Integer> wrongLines(byte[] xml) {
        Set<Integer> lines = new TreeSet<>();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException complaint) {
                lines.add(complaint.getLineNumber());
            }
        });
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
            return lines;
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("this document is not well-formed", e);
        } finally {
            validator.setErrorHandler(null);
        }
    }
}
