package org.tongwen.rules;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageCheck;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/** Judges messages: well-formed, valid by definition, in keeping with the rules. Safe to share between threads. */
public final class MessageValidator {

    private final MessageReader reader;
    private final int maxFindings;

    /** A validator for the messages of a catalogue. */
    public MessageValidator(Catalogue catalogue, Limits limits) {
        this.reader = new MessageReader(catalogue, limits);
        this.maxFindings = limits.maxFindings();
    }

    /** Reads a message and says what is wrong with it, up to the limit of findings. */
    public Checked<BusinessMessage> validate(byte[] xml) {
        return judged(reader.read(xml), new MessageRules(maxFindings));
    }

    /**
     * Reads a message of any length in constant memory and says what is wrong with it, up to the limit of findings. The message that is
     * returned lacks its {@linkplain MessageDefinition#bulk() parts}.
     *
     * @param xml not closed
     * @throws java.io.UncheckedIOException when the stream cannot be read
     */
    public Checked<BusinessMessage> validate(InputStream xml) {
        return validate(xml, (message, part) -> {});
    }

    /**
     * The same, for somebody who also looks at the parts.
     *
     * @param parts takes the parts as {@link MessageReader#read(InputStream, BiConsumer)} hands them over
     */
    public Checked<BusinessMessage> validate(InputStream xml, BiConsumer<MessageDefinition, Node> parts) {
        MessageRules rules = new MessageRules(maxFindings);
        return judged(
                reader.read(xml, (message, part) -> {
                    rules.part(message, part);
                    parts.accept(message, part);
                }),
                rules);
    }

    private Checked<BusinessMessage> judged(Checked<BusinessMessage> read, MessageRules rules) {
        List<Finding> findings = new FindingLimit(maxFindings);
        findings.addAll(read.findings());
        boolean isWhole = !MessageReader.brokeOff(read.findings());
        read.value().ifPresent(message -> findings.addAll(rules.end(message, isWhole)));
        return new Checked<>(read.value(), findings.stream().sorted().toList());
    }

    /**
     * Adds an error when a message is another than somebody expects.
     *
     * @param read what a validation gave
     * @param expected identifier of the message that the document or its header should be
     */
    public static Checked<BusinessMessage> expect(String expected, Checked<BusinessMessage> read) {
        Optional<BusinessMessage> other = read.value()
                .filter(message ->
                        message.parts().noneMatch(part -> part.definition().id().equals(expected)));
        if (other.isEmpty()) {
            return read;
        }
        Message document = other.get().document();
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.add(
                0,
                Finding.error("iso.OtherMessage", document.root().place(), "the message is not " + expected)
                        .value(document.definition().id()));
        return new Checked<>(read.value(), findings);
    }

    /** Checks a message that a program built. */
    public static List<Finding> check(BusinessMessage message) {
        int limit = Limits.DEFAULT.maxFindings();
        List<Finding> findings = new FindingLimit(limit);
        message.parts().forEach(part -> findings.addAll(MessageCheck.check(part)));
        findings.addAll(new MessageRules(limit).end(message, true));
        return findings;
    }
}
