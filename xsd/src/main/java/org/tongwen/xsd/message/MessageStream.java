package org.tongwen.xsd.message;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.message.MessageWriter.Body;
import org.tongwen.xsd.message.MessageWriter.Gap;

/**
 * Writes a message of any length: first what stands before its transactions, then these one by one, at last what stands behind them. The
 * bytes are those that {@link MessageWriter} gives for the whole message.
 */
public final class MessageStream {

    private static final int ENOUGH = 32_768;

    private final OutputStream out;
    private final XmlText xml = new XmlText();
    private final byte[] tail;
    private final Body body;
    private final Gap gap;

    private MessageStream(OutputStream out, BusinessMessage frame, Gap gap) {
        this.out = out;
        this.gap = gap;
        this.body = new Body(xml, frame.document().definition().namespace(), null);
        MessageWriter.document(frame, xml, gap);
        if (gap.offset < 0) {
            throw new IllegalArgumentException("the frame shows no place for the elements");
        }
        send(gap.offset);
        this.tail = xml.bytes();
        xml.take(xml.length());
    }

    /**
     * Begins a message.
     *
     * @param frame a message, unchecked, with one or more of the elements that are to come; they only show the place and are not written
     * @param around the frame's element around them
     * @param element what they are
     * @param out not closed
     * @throws UncheckedIOException when the stream cannot be written, here or later
     * @throws IllegalArgumentException when the frame has no such element there
     */
    public static MessageStream begin(
            BusinessMessage frame, Node around, ElementDeclaration element, OutputStream out) {
        return new MessageStream(out, frame, new Gap(around, element));
    }

    /** Writes the next element, unchecked. */
    public void add(Node element) {
        body.element(element, gap.namespace, gap.depth);
        if (xml.length() > ENOUGH) {
            send(xml.length());
        }
    }

    /** Writes what stands behind the elements. */
    public void end() {
        send(xml.length());
        write(tail);
    }

    private void send(int end) {
        write(xml.take(end));
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
