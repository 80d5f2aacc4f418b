package org.tongwen.routes.conversation;

import java.util.List;
import java.util.Set;
import org.tongwen.routes.journal.Reference;

/**
 * One thing that an answer says.
 *
 * @param about of which transactions, as the answer names them
 * @param news what it says, as if it were said of all transactions
 */
record Statement(About about, News news) {

    /** What a statement is about. */
    sealed interface About {

        /** The original as a whole. */
        record Whole() implements About {}

        /**
         * A batch of the original.
         *
         * @param names the names of the batch
         */
        record Batch(Set<String> names) implements About {}

        /**
         * One transaction.
         *
         * @param names the names of the transaction
         * @param batch the names of the batch that it is in; empty when the answer does not say
         */
        record One(List<Reference> names, Set<String> batch) implements About {}
    }
}
