package org.tongwen.routes.desk;

import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Story;
import org.tongwen.xsd.finding.Checked;

/** The hub's pipeline, as far as decisions on held messages need it. It writes nothing itself. */
public interface Reprocessing {

    /**
     * Readies a held message to go out, whatever was found against it: adds the document for its receiver and what is to be delivered, but
     * no step. Findings without a value say why it cannot go out, such as that its receiver is not known.
     *
     * @param story what is known of it
     * @param iso the ISO message that it became
     * @param draft what will be written
     * @throws JournalException when the store cannot be used
     */
    Checked<Trial> release(Story story, byte[] iso, Entry.Draft draft);

    /**
     * Runs another source through the pipeline, in place of the one that came: adds everything that comes of it, with the steps that lead to
     * {@code released}, {@code held} or {@code refused}. A source that cannot be translated should leave the message held: an operator's slip
     * is no reason to refuse a payment.
     *
     * @param story what is known of it
     * @param source the new source
     * @param draft what will be written; the step that it was repaired stands in it
     * @throws JournalException when the store cannot be used
     */
    Trial again(Story story, byte[] source, Entry.Draft draft);

    /** What was decided about a message is durable: it goes on its way, and the message that it answers learns of it. */
    void decided(MessageId id);
}
