package org.tongwen.xsd.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;

/** Checks a tree that a program built against the definition of its message, with the same findings as the reader. */
public final class MessageCheck {

    private MessageCheck() {}

    /** All that is wrong with the message; empty when it is valid. Findings stand at the places its nodes came from. */
    public static List<Finding> check(Message message) {
        List<Finding> findings = new ArrayList<>();
        check(message.root(), message.definition(), findings::add);
        return findings;
    }

    private static void check(Node node, MessageDefinition message, Consumer<Finding> findings) {
        Frame frame = new Frame(node, message, findings);
        frame.attributes();
        for (Node child : node.children()) {
            Optional<ElementDeclaration> declaration =
                    frame.child(namespace(child, message), child.name(), child.place());
            if (declaration.isPresent()) {
                check(child, message, findings);
            }
        }
        characters(node, findings);
        frame.end(node.text());
    }

    private static String namespace(Node node, MessageDefinition message) {
        return node.declaration().type() instanceof Foreign foreign ? foreign.namespace() : message.namespace();
    }

    /** XML cannot carry every character that JSON can. */
    private static void characters(Node node, Consumer<Finding> findings) {
        if (!node.text().codePoints().allMatch(MessageCheck::isXml)
                || !node.attributes().values().stream()
                        .allMatch(value -> value.codePoints().allMatch(MessageCheck::isXml))) {
            findings.accept(Finding.error(
                            "xsd.Character", node.place(), node.name() + " holds a character that XML cannot carry")
                    .value(node.text()));
        }
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF)
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
