package org.tongwen.routes.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * Finds the names in a message: of every party, agent and account, in header and document. Left out are copies of an original's parties in answers,
 * which were looked at when the original came, and what the standard does not describe.
 */
final class PartyNames {

    private static final Set<String> NOT_LOOKED_AT = Set.of("OrgnlTxRef", "SplmtryData", "Sgntr");
    private static final String NAME = "Nm";

    private PartyNames() {}

    static List<Node> of(BusinessMessage message) {
        List<Node> names = new ArrayList<>();
        message.header().map(Message::root).ifPresent(root -> collect(root, names));
        collect(message.document().root(), names);
        return names;
    }

    private static void collect(Node node, List<Node> names) {
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if (child.name().equals(NAME)) {
                names.add(child);
            } else if (!NOT_LOOKED_AT.contains(child.name())) {
                collect(child, names);
            }
        }
    }
}
