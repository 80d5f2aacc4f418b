package org.tongwen.xsd.message;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/**
 * Reads messages from XML and validates them while parsing. The message is recognised by its namespace. A header and a document may
 * stand side by side in a wrapper element of any name. Document type declarations are refused, and nothing outside the document is
 * ever read.
 */
public final class MessageReader {

    private static final InputFactoryImpl FACTORY = factory();
    private static final Pattern ENTITY = Pattern.compile("entity reference \\(&(.*?);\\)");

    private final Catalogue catalogue;
    private final Limits limits;

    /** A reader for the messages of a catalogue; it may be shared by threads. */
    public MessageReader(Catalogue catalogue, Limits limits) {
        this.catalogue = catalogue;
        this.limits = limits;
    }

    /** Reads one business message. The tree is there, as far as it goes, even when there are findings. */
    public Checked<BusinessMessage> read(byte[] xml) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(xml);
        boolean small = xml.length <= Math.min(limits.maxBytes(), LimitedStream.MAX_TAG);
        return small ? read(() -> FACTORY.createXMLStreamReader(bytes), Optional.empty()) : read(bytes);
    }

    /**
     * Reads one business message; the stream is not closed.
     *
     * @throws java.io.UncheckedIOException when the stream cannot be read
     */
    public Checked<BusinessMessage> read(InputStream xml) {
        return read(() -> stream(xml), Optional.empty());
    }

    /**
     * Reads one business message of any length in constant memory. Its {@linkplain MessageDefinition#bulk() parts} are handed over one
     * by one, as each is complete, and are then missing in the tree that is returned. While a part is handed over, the message around
     * it stands as far as it was read: the group header, and what the part's own group says before it.
     *
     * @param xml not closed
     * @throws java.io.UncheckedIOException when the stream cannot be read
     * @param parts takes the parts with the definition of their message, valid or not, inner ones before the group around them
     */
    public Checked<BusinessMessage> read(InputStream xml, BiConsumer<MessageDefinition, Node> parts) {
        return read(() -> stream(xml), Optional.of(parts));
    }

    private interface Opening {
        XMLStreamReader open() throws XMLStreamException;
    }

    private XMLStreamReader stream(InputStream xml) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new LimitedStream(xml, limits.maxBytes()));
    }

    private Checked<BusinessMessage> read(Opening opening, Optional<BiConsumer<MessageDefinition, Node>> parts) {
        List<Finding> findings = new ArrayList<>();
        Optional<BusinessMessage> message = Optional.empty();
        try {
            XMLStreamReader2 xml = (XMLStreamReader2) opening.open();
            MessageBuilder builder = new MessageBuilder(catalogue, limits, findings, xml, parts);
            try {
                builder.read();
                xml.close();
            } finally {
                builder.breakOff();
                message = builder.result();
            }
        } catch (XMLStreamException e) {
            findings.add(notWellFormed(e));
        } catch (StopException e) {
            findings.add(e.finding());
        }
        return new Checked<>(message, findings);
    }

    private static Finding notWellFormed(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        while (cause != null && !(cause instanceof LimitedStream.TooLargeException)) {
            cause = cause.getCause();
        }
        if (cause != null) {
            return Finding.error("xsd.TooLarge", Place.NOWHERE, String.valueOf(cause.getMessage()));
        }
        return Finding.error("xsd.NotWellFormed", place(e), "the document is not well-formed XML: " + reason(e));
    }

    /** The parser has read one character further than the one that it complains of. */
    private static Place place(XMLStreamException e) {
        return e.getLocation() == null
                ? Place.NOWHERE
                : Place.of(
                        e.getLocation().getLineNumber(),
                        Math.max(1, e.getLocation().getColumnNumber() - 1),
                        "");
    }

    /** The parser's own words without its copy of the place, or better ones where its own speak of the parser. */
    private static String reason(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        int message = text.indexOf("Message: ");
        String words = message < 0 ? text : text.substring(message + "Message: ".length());
        String line = words.lines().findFirst().orElse("").strip();
        Matcher entity = ENTITY.matcher(line);
        if (entity.find()) {
            return "the entity " + entity.group(1) + " is not declared";
        }
        return line.startsWith("Unexpected End-of-input in prolog") ? "there is no element" : line;
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // Or mistakes inside a text would come as unchecked exceptions when the text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    /** Reading cannot go on; the finding says why. */
    static final class StopException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        StopException(Finding finding) {
            super(finding.message());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }
}
