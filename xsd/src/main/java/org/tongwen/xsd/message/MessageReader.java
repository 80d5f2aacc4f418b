package org.tongwen.xsd.message;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.parse.UnreadableException;
import org.tongwen.xsd.parse.XmlReader;

/**
 * Reads messages from XML and validates them while parsing. The message is recognised by its namespace. A header and a document may
 * stand side by side in a wrapper element of any name. Document type declarations are refused, and nothing outside the document is
 * ever read.
 */
public final class MessageReader {

    private static final Set<String> BREAKS =
            Set.of("xsd.NotWellFormed", "xsd.DoctypeForbidden", "xsd.TooLarge", "xsd.TooDeep");

    private final Catalogue catalogue;
    private final Limits limits;

    /** A reader for the messages of a catalogue; it may be shared by threads. */
    public MessageReader(Catalogue catalogue, Limits limits) {
        this.catalogue = catalogue;
        this.limits = limits;
    }

    /** Reads one business message. The tree is there, as far as it goes, even when there are findings. */
    public Checked<BusinessMessage> read(byte[] xml) {
        return read(() -> XmlReader.open(xml, limits.maxBytes()), Optional.empty());
    }

    /**
     * Reads one business message; the stream is not closed.
     *
     * @throws java.io.UncheckedIOException when the stream cannot be read
     */
    public Checked<BusinessMessage> read(InputStream xml) {
        return read(() -> XmlReader.open(xml, limits.maxBytes()), Optional.empty());
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
        return read(() -> XmlReader.open(xml, limits.maxBytes()), Optional.of(parts));
    }

    /** Whether the findings say that a document could not be read to its end, so that what is not in the tree may still be in the document. */
    public static boolean brokeOff(List<Finding> findings) {
        return findings.stream().map(Finding::id).anyMatch(BREAKS::contains);
    }

    private Checked<BusinessMessage> read(
            Supplier<XmlReader> document, Optional<BiConsumer<MessageDefinition, Node>> parts) {
        List<Finding> findings = new ArrayList<>();
        Optional<BusinessMessage> message = Optional.empty();
        try (XmlReader xml = document.get()) {
            MessageBuilder builder = new MessageBuilder(catalogue, limits, findings, xml, parts);
            try {
                builder.read();
            } finally {
                builder.breakOff();
                message = builder.result();
            }
        } catch (UnreadableException e) {
            findings.add(e.finding());
        }
        return new Checked<>(message, findings);
    }
}
