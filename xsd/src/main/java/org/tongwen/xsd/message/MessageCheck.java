package org.tongwen.xsd.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;

/** Checks a tree that a program built against the definition of its message, with the same findings as the reader. */
public final class MessageCheck {

    private MessageCheck() {}

    /** What is wrong with the message, up to the usual number of findings; empty when it is valid. Findings stand at the places its nodes came from. */
    public static List<Finding> check(Message message) {
        List<Finding> findings = new FindingLimit(Limits.DEFAULT.maxFindings());
        if (message.root().declaration() == message.definition().root()) {
            check(message.root(), message.definition(), findings::add);
        } else {
            findings.add(otherDefinition(message.root()));
        }
        return findings;
    }

    private static void check(Node node, MessageDefinition message, Consumer<Finding> findings) {
        Frame frame = new Frame(node, null, 0, message, findings);
        frame.attributes(prefix -> prefix.isEmpty() ? message.namespace() : "");
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            Optional<ElementDeclaration> declaration =
                    frame.child(namespace(child, message), child.name(), child::place);
            if (declaration.isPresent() && !child.isForeign() && declaration.get() != child.declaration()) {
                findings.accept(otherDefinition(child));
            } else if (declaration.isPresent()) {
                check(child, message, findings);
            }
        }
        characters(node, findings);
        frame.end(node.text());
    }

    /** A program mixed the nodes of two definitions; judged by its own, the node could pass where it must not. */
    private static Finding otherDefinition(Node node) {
        return Finding.error(
                "xsd.OtherDefinition", node.place(), node.name() + " was made for another place or another definition");
    }

    private static String namespace(Node node, MessageDefinition message) {
        return node.declaration().type() instanceof Foreign foreign ? foreign.namespace() : message.namespace();
    }

    /** XML cannot carry every character that JSON can. */
    private static void characters(Node node, Consumer<Finding> findings) {
        boolean sound = isXml(node.text())
                && (node.isPlain() || node.attributes().values().stream().allMatch(MessageCheck::isXml));
        if (!sound) {
            findings.accept(Finding.error(
                            "xsd.Character", node.place(), node.name() + " holds a character that XML cannot carry")
                    .value(node.text()));
        }
    }

    private static boolean isXml(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean common = c >= ' ' && c < Character.MIN_SURROGATE;
            if (!common && !isXml(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isXml(String text, int i) {
        char c = text.charAt(i);
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        return !control && c <= '\uFFFD' && (!Character.isSurrogate(c) || isPair(text, i));
    }

    /** Whether a surrogate has its other half beside it. */
    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
