package org.tongwen.xsd.parse;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamLocation2;
import org.codehaus.stax2.XMLStreamReader2;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Reads the events of one XML document. Document type declarations are refused, and nothing outside the document is ever read. Whatever
 * is wrong with it comes as an {@link UnreadableException}: {@code xsd.NotWellFormed}, {@code xsd.DoctypeForbidden} or
 * {@code xsd.TooLarge}.
 */
public final class XmlReader implements AutoCloseable {

    /** The parser's table of names becomes slow when instructions fill it. */
    private static final int MAX_INSTRUCTIONS = 100;

    private static final String ENTITY = "entity reference (&";

    private final XMLStreamReader2 events;
    private final LocationInfo locations;
    private final Parsers parsers;
    private final Set<String> instructions = new HashSet<>();

    private XmlReader(Parsers parsers, XMLStreamReader events) {
        this.parsers = parsers;
        this.events = (XMLStreamReader2) events;
        this.locations = this.events.getLocationInfo();
    }

    /** Opens a document that is in memory. */
    public static XmlReader open(byte[] xml, long maxBytes) {
        if (xml.length > Math.min(maxBytes, TagLength.MOST)) {
            return open(new ByteArrayInputStream(xml), maxBytes);
        }
        return opened(parsers -> {
            Encoding encoding = Encoding.of(xml, Math.min(xml.length, Encoding.HEAD));
            ByteArrayInputStream bytes = new ByteArrayInputStream(xml, encoding.mark(), xml.length - encoding.mark());
            if (!encoding.isUtf8()) {
                return decoded(bytes, encoding.charset(), parsers);
            }
            Utf8Check check = new Utf8Check();
            check.check(xml, encoding.mark(), xml.length);
            check.end();
            return parsers.createXMLStreamReader(bytes);
        });
    }

    /**
     * Opens a document that comes as a stream, which is not closed.
     *
     * @throws UncheckedIOException when the stream cannot be read, here or later
     */
    public static XmlReader open(InputStream xml, long maxBytes) {
        InputStream limited = new LimitedStream(xml, maxBytes);
        return opened(parsers -> {
            byte[] head = limited.readNBytes(Encoding.HEAD);
            Encoding encoding = Encoding.of(head, head.length);
            InputStream bytes = new SequenceInputStream(
                    new ByteArrayInputStream(head, encoding.mark(), head.length - encoding.mark()), limited);
            return encoding.isUtf8()
                    ? parsers.createXMLStreamReader(new Utf8Stream(bytes))
                    : decoded(bytes, encoding.charset(), parsers);
        });
    }

    /** The parser as it stands at the event that was read last. */
    public XMLStreamReader2 event() {
        return events;
    }

    /** The next start or end of an element, piece of text or end of the document; comments and instructions are passed over. */
    public int next() {
        while (true) {
            int event = read();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT,
                        XMLStreamConstants.END_ELEMENT,
                        XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.END_DOCUMENT -> {
                    return event;
                }
                case XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return XMLStreamConstants.CHARACTERS;
                }
                case XMLStreamConstants.DTD ->
                    throw new UnreadableException(Finding.error(
                            "xsd.DoctypeForbidden", outermostPlace(), "a document type declaration is not allowed"));
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException(
                            notWellFormed(place(), "the entity " + events.getLocalName() + " is not declared"));
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction();
                default -> {}
            }
        }
    }

    private void instruction() {
        if (instructions.add(events.getPITarget()) && instructions.size() > MAX_INSTRUCTIONS) {
            String many = "the document has more than " + MAX_INSTRUCTIONS + " kinds of processing instructions";
            throw new UnreadableException(Finding.error("xsd.TooLarge", place(), many));
        }
    }

    /** Line and column of the event. */
    public XMLStreamLocation2 start() {
        return locations.getStartLocation();
    }

    /** Where the event begins. */
    public Place place() {
        XMLStreamLocation2 start = start();
        return Place.of(start.getLineNumber(), start.getColumnNumber(), "");
    }

    /** Where an event before or at the outermost element begins: the parser counts blanks before it to it, then only the line of its end is sure. */
    public Place outermostPlace() {
        XMLStreamLocation2 start = start();
        int line = locations.getCurrentLocation().getLineNumber();
        return Place.of(line, line == start.getLineNumber() ? start.getColumnNumber() : 0, "");
    }

    /**
     * Says how many names the document has that others will not have. It must be said however its reading ends: parsers remember the
     * names of all documents.
     */
    public void strangeNames(int count) {
        parsers.count(count + instructions.size());
    }

    /** Gives back what the parser holds; the document's stream stays open. */
    @Override
    public void close() {
        try {
            events.close();
        } catch (XMLStreamException e) {
            throw new UnreadableException(finding(e));
        }
    }

    static Finding notWellFormed(Place place, String reason) {
        return Finding.error("xsd.NotWellFormed", place, "the document is not well-formed XML: " + reason);
    }

    private int read() {
        try {
            return events.next();
        } catch (XMLStreamException e) {
            throw new UnreadableException(finding(e));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // Some damaged documents bring the parser itself out of step.
            throw new UnreadableException(notWellFormed(here(events.getLocation()), "the parser cannot go on"));
        }
    }

    private interface Opening {
        XMLStreamReader open(InputFactoryImpl parsers) throws XMLStreamException, IOException;
    }

    private static XmlReader opened(Opening opening) {
        Parsers parsers = Parsers.current();
        try {
            return new XmlReader(parsers, opening.open(parsers.maker()));
        } catch (RefusedException e) {
            throw new UnreadableException(e.finding());
        } catch (XMLStreamException e) {
            throw new UnreadableException(finding(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XMLStreamReader decoded(InputStream bytes, Charset charset, InputFactoryImpl parsers)
            throws XMLStreamException {
        return parsers.createXMLStreamReader(CheckedReader.of(bytes, charset));
    }

    private static Finding finding(XMLStreamException e) {
        for (Throwable cause = e.getNestedException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.finding();
            }
        }
        return notWellFormed(here(e.getLocation()), reason(e));
    }

    /** The parser has read one character further than the one that it complains of. */
    private static Place here(Location location) {
        return location == null
                ? Place.NOWHERE
                : Place.of(location.getLineNumber(), Math.max(1, location.getColumnNumber() - 1), "");
    }

    /** The parser's own words without its copy of the place, or better ones where its own speak of the parser. */
    private static String reason(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        int message = text.indexOf("Message: ");
        String words = message < 0 ? text : text.substring(message + "Message: ".length());
        String line = words.lines().findFirst().orElse("").strip();
        int entity = line.indexOf(ENTITY);
        int end = line.indexOf(';', Math.max(0, entity));
        if (entity >= 0 && end > entity) {
            return "the entity " + line.substring(entity + ENTITY.length(), end) + " is not declared";
        }
        if (line.startsWith("Unexpected End-of-input")) {
            return line.contains("in prolog") ? "there is no element" : "it ends too early";
        }
        return line.startsWith("Unexpected character") && line.contains("in prolog")
                ? "text stands outside of all elements"
                : line;
    }
}
