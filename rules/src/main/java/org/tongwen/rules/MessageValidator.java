package org.tongwen.rules;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Checked<BusinessMessage> read = reader.read(xml);
        List<Finding> findings = new FindingLimit(maxFindings);
        findings.addAll(read.findings());
        read.value().ifPresent(message -> findings.addAll(rules(message)));
        return sorted(read.value(), findings);
    }

    /**
     * Reads a message of any length in constant memory and says what is wrong with it, up to the limit of findings. The message that is
     * returned lacks its {@linkplain MessageDefinition#bulk() parts}.
     *
     * @param xml not closed
     */
    public Checked<BusinessMessage> validate(InputStream xml) {
        List<Finding> ofRules = new FindingLimit(maxFindings);
        Map<MessageDefinition, IsoRules> rules = new HashMap<>();
        Checked<BusinessMessage> read = reader.read(
                xml,
                (message, part) -> rules.computeIfAbsent(message, definition -> IsoRules.of(definition, ofRules))
                        .part(part));
        read.value().ifPresent(message -> {
            message.parts()
                    .forEach(part -> rules.computeIfAbsent(
                                    part.definition(), definition -> IsoRules.of(definition, ofRules))
                            .end(part.root()));
            headerNamesDocument(message).ifPresent(ofRules::add);
        });
        List<Finding> findings = new FindingLimit(maxFindings);
        findings.addAll(read.findings());
        findings.addAll(ofRules);
        return sorted(read.value(), findings);
    }

    private static Checked<BusinessMessage> sorted(Optional<BusinessMessage> message, List<Finding> findings) {
        return new Checked<>(message, findings.stream().sorted().toList());
    }

    /** Checks a message that a program built. */
    public static List<Finding> check(BusinessMessage message) {
        List<Finding> findings = new FindingLimit(Limits.DEFAULT.maxFindings());
        message.parts().forEach(part -> findings.addAll(MessageCheck.check(part)));
        findings.addAll(rules(message));
        return findings;
    }

    private static List<Finding> rules(BusinessMessage message) {
        List<Finding> findings = new FindingLimit(Limits.DEFAULT.maxFindings());
        message.parts().forEach(part -> findings.addAll(IsoRules.check(part)));
        headerNamesDocument(message).ifPresent(findings::add);
        return findings;
    }

    /** The header says which message it belongs to. */
    private static Optional<Finding> headerNamesDocument(BusinessMessage message) {
        Optional<Message> header = message.header();
        String document = message.document().definition().id();
        return header.flatMap(found -> found.root().child("MsgDefIdr"))
                .filter(named -> !named.text().equals(document))
                .map(named -> Finding.error(
                                "iso.MsgDefIdr", named.place(), "the header announces another message than " + document)
                        .value(named.text()));
    }
}
