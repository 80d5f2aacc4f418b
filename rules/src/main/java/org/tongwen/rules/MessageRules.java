package org.tongwen.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** All rules at work on one business message, whose parts may come one by one before it is complete. */
final class MessageRules {

    private final List<Finding> findings;
    private final Map<MessageDefinition, IsoRules> rules = new HashMap<>();

    MessageRules(int maxFindings) {
        this.findings = new FindingLimit(maxFindings);
    }

    /** Looks at a part that will not be in the message's tree any more. */
    void part(MessageDefinition message, Node part) {
        of(message).check(part);
    }

    /**
     * Looks at what is in the tree, and at what needs all parts to have been seen.
     *
     * @param isWhole whether the document could be read to its end
     * @return what was found in all
     */
    List<Finding> end(BusinessMessage message, boolean isWhole) {
        message.parts().forEach(part -> end(part, isWhole));
        headerNamesDocument(message).ifPresent(findings::add);
        return findings;
    }

    private void end(Message message, boolean isWhole) {
        IsoRules ofMessage = of(message.definition());
        if (isWhole) {
            ofMessage.end(message.root());
        } else {
            ofMessage.breakOff(message.root());
        }
    }

    private IsoRules of(MessageDefinition message) {
        return rules.computeIfAbsent(message, definition -> new IsoRules(definition, findings));
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
