package org.tongwen.conformance.play;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * Something that was said in a conversation and has a name.
 *
 * @param subject how conditions see it
 * @param message the message, if it is one
 * @param wire its bytes as they were sent or came
 * @param identifiers what others name it by
 * @param time when, on the suite's clock
 */
record Spoken(Subject subject, Optional<BusinessMessage> message, byte[] wire, Set<String> identifiers, Instant time) {

    /** Elements that hold an identifier of a message, payment or case. */
    private static final Set<String> NAMES = Set.of(
            "MsgId", "BizMsgIdr", "UETR", "EndToEndId", "InstrId", "TxId", "PmtInfId", "StsId", "RtrId", "CxlId", "Id");

    /** Parents of an {@code Id} that is an identifier of a message or case. */
    private static final Set<String> PARENTS = Set.of("Assgnmt", "Case", "RslvdCase", "Rpt", "Vrfctn", "IdVrfctnRpt");

    private static final int SHORTEST = 6;

    /** The identifiers of a message. */
    static Set<String> identifiers(BusinessMessage message) {
        Set<String> identifiers = new HashSet<>();
        message.parts()
                .flatMap(part -> part.root().all())
                .filter(Spoken::identifies)
                .map(Node::text)
                .filter(text -> text.length() >= SHORTEST && !text.equals("NOTPROVIDED"))
                .forEach(identifiers::add);
        return identifiers;
    }

    private static boolean identifies(Node node) {
        boolean known = !node.name().equals("Id")
                || node.parent()
                        .filter(parent -> PARENTS.contains(parent.name()))
                        .isPresent();
        return known && NAMES.contains(node.name()) && node.children().isEmpty();
    }

    /** How many of its identifiers are among some texts. */
    int named(Set<String> texts) {
        return (int) identifiers.stream().filter(texts::contains).count();
    }
}
