package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** What stands around the items of a long message: small messages are made of it with some of the items. */
final class BulkFrame {

    /** Groups around items that are kept; a mapping has room for one of each, and says so when there are more. */
    private static final int MOST = 100;

    private final BulkList list;
    private final List<Node> around = new ArrayList<>();
    private Optional<Finding> beside = Optional.empty();
    private Optional<BusinessMessage> message = Optional.empty();

    BulkFrame(BulkList list) {
        this.list = list;
    }

    /** Takes a part of the message, as the reader hands it over. An item is none of the frame. */
    void part(Node part) {
        if (list.isAround(part)) {
            if (around.size() < MOST) {
                around.add(part);
            }
        } else if (!list.isItem(part) && beside.isEmpty()) {
            String what = part.name() + " may come any number of times and is no item of " + list.path();
            beside = Optional.of(Finding.error(
                    "mapping.NotInBulk", part.place(), "the message cannot be read item by item: " + what));
        }
    }

    /** Takes the message, whose parts have all been seen. */
    void end(BusinessMessage read) {
        message = Optional.of(read);
    }

    /** A part that is neither item nor around one. */
    Optional<Finding> beside() {
        return beside;
    }

    /** A message of all that stands around the items, and some of these, at the positions that they have. */
    BusinessMessage with(List<Node> items) {
        BusinessMessage read = message.orElseThrow();
        Message document = read.document();
        Node root = copy(document.root(), items);
        return new BusinessMessage(read.header(), new Message(document.definition(), root));
    }

    /** The parts that the reader released from a node are put back into its copy. */
    private Node copy(Node node, List<Node> items) {
        Node copy = new Node(node.declaration(), node.origin()).text(node.text());
        node.attributes().forEach(copy::attribute);
        List<Node> released = around.stream()
                .filter(part -> part.parent().orElse(null) == node)
                .toList();
        node.children().forEach(child -> copy.add(copy(child, items)));
        released.forEach(part -> copy.add(copy(part, items)));
        boolean holdsItems = isAroundItems(node) && !items.isEmpty();
        if (holdsItems) {
            items.forEach(copy::adopt);
        }
        return released.isEmpty() && !holdsItems ? copy : copy.arrange();
    }

    /** Of several groups the first gets the items; that there are several is an error of the mapping's. */
    private boolean isAroundItems(Node node) {
        List<ElementDeclaration> elements = list.elements();
        boolean declared = node.declaration() == elements.get(elements.size() - 2) && list.isAround(node);
        return declared && (around.isEmpty() || !around.contains(node) || firstOf(node) == node);
    }

    private Node firstOf(Node node) {
        return around.stream()
                .filter(part -> part.declaration() == node.declaration())
                .findFirst()
                .orElse(node);
    }
}
