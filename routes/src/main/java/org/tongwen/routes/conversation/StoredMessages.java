package org.tongwen.routes.conversation;

import java.util.Optional;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * The ISO messages of a journal, read again.
 *
 * @param catalogue by which they are read
 */
record StoredMessages(Journal journal, Catalogue catalogue) {

    /** A message; empty when the journal has none under that number, or it has no ISO form that can be read. */
    Optional<BusinessMessage> find(MessageId id) {
        return journal.content(id, Content.ISO)
                .map(new MessageReader(catalogue, Limits.DEFAULT)::read)
                .filter(Checked::ok)
                .flatMap(Checked::value);
    }
}
