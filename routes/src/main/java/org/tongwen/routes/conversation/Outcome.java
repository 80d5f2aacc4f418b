package org.tongwen.routes.conversation;

import java.util.Optional;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What a message is in its conversation. What each means, and what the hub does, stands in {@code docs/conversations.md}. */
public sealed interface Outcome
        permits Outcome.Beginning,
                Outcome.Following,
                Outcome.Unknown,
                Outcome.Orphan,
                Outcome.Foreign,
                Outcome.Ambiguous,
                Answering {

    /** What becomes of the message. */
    enum Way {
        /** It goes on. */
        ON,
        /** It waits for an operator. */
        HELD,
        /** It is kept, and nobody gets it. */
        KEPT
    }

    /** What becomes of the message. */
    Way way();

    /** The word for it in stories. */
    String word();

    /** The word as the sender of the message may read it: that there is such a message of others is not for it to know. */
    static String toSender(String word) {
        return word.equals(Foreign.WORD) ? Orphan.WORD : word;
    }

    /** What there is to say of it, to its sender, too. */
    default Optional<Finding> finding() {
        return Optional.empty();
    }

    /** Whether it answers a message that its sender got, whatever becomes of it. */
    default boolean isAnswer() {
        return false;
    }

    /** The message that it is about, when there is one that its sender may know. */
    default Optional<Original> original() {
        return Optional.empty();
    }

    /**
     * The message that another is about.
     *
     * @param id its number
     * @param conversation the first message of the conversation
     * @param message the ISO message that it is
     * @param counterparty the participant on the other side, seen from the sender of the message in question
     */
    record Original(MessageId id, MessageId conversation, String message, String counterparty) {}

    /** It is about no other message. */
    record Beginning() implements Outcome {

        @Override
        public Way way() {
            return Way.ON;
        }

        @Override
        public String word() {
            return "beginning";
        }
    }

    /**
     * It is about another message without answering it: a recall, a question, an investigation.
     *
     * @param about the message
     */
    record Following(Original about) implements Outcome {

        static final String WORD = "following";

        @Override
        public Way way() {
            return Way.ON;
        }

        @Override
        public String word() {
            return WORD;
        }

        @Override
        public Optional<Original> original() {
            return Optional.of(about);
        }
    }

    /**
     * It asks for or speaks of a message that never came this way; whoever gets it may know more.
     */
    record Unknown() implements Outcome {

        @Override
        public Way way() {
            return Way.ON;
        }

        @Override
        public String word() {
            return "unknown";
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(Finding.warning(
                    "hub.UnknownOriginal",
                    Place.NOWHERE,
                    "the message that this one is about did not come through this hub"));
        }
    }

    /** It answers a message that its sender never got from this hub. */
    record Orphan() implements Outcome {

        static final String WORD = "orphan";

        @Override
        public Way way() {
            return Way.HELD;
        }

        @Override
        public String word() {
            return WORD;
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(orphan());
        }
    }

    /**
     * It is about a message that its sender is no party of. Its sender is told what it would be told if there were no such message.
     *
     * @param about that message, for operators
     */
    record Foreign(MessageId about) implements Outcome {

        static final String WORD = "foreign";

        @Override
        public Way way() {
            return Way.HELD;
        }

        @Override
        public String word() {
            return WORD;
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(orphan());
        }
    }

    /** Its references fit several messages or transactions, or name different ones, or a transaction that its original does not hold. */
    record Ambiguous() implements Outcome {

        @Override
        public Way way() {
            return Way.HELD;
        }

        @Override
        public String word() {
            return "ambiguous";
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(Finding.error(
                            "hub.AmbiguousStatus",
                            Place.NOWHERE,
                            "its references do not name one message, and transactions of it, without doubt")
                    .hint("name the payment by its UETR, and one payment in each message"));
        }
    }

    private static Finding orphan() {
        return Finding.error(
                        "hub.OrphanStatus",
                        Place.NOWHERE,
                        "it is about a message that its sender did not get from this hub")
                .hint("name the original by its UETR, or by identifiers as they were delivered");
    }
}
