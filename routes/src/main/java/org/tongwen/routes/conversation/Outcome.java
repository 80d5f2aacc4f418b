package org.tongwen.routes.conversation;

import java.util.Optional;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What a message is in its conversation. What each means, and what the hub does, stands in {@code docs/conversations.md}. */
public sealed interface Outcome {

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

    /** It answers a message that its sender got, whatever becomes of it. */
    sealed interface Answering extends Outcome {

        /** The message that it answers. */
        Original to();

        @Override
        default boolean isAnswer() {
            return true;
        }

        @Override
        default Optional<Original> original() {
            return Optional.of(to());
        }
    }

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

    /**
     * It answers a message that its sender got.
     *
     * @param to the message
     * @param isFinal whether no other answer is waited for
     * @param late whether it came later than answers are expected
     */
    record Answer(Original to, boolean isFinal, boolean late) implements Answering {

        static final String IN_TIME = "answer";
        static final String LATE = "late";

        @Override
        public Way way() {
            return Way.ON;
        }

        @Override
        public String word() {
            return late ? LATE : IN_TIME;
        }

        @Override
        public Optional<Finding> finding() {
            return late
                    ? Optional.of(Finding.warning(
                            "hub.LateStatus", Place.NOWHERE, "the status came long after the message that it answers"))
                    : Optional.empty();
        }
    }

    /**
     * It says what an earlier answer said.
     *
     * @param to the message that it answers
     */
    record Repeated(Original to) implements Answering {

        @Override
        public Way way() {
            return Way.KEPT;
        }

        @Override
        public String word() {
            return "repeated";
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(Finding.note(
                    "hub.RepeatedStatus", Place.NOWHERE, "the same was said before; it is not delivered again"));
        }
    }

    /**
     * It says that something is pending, or was, after the final answer.
     *
     * @param to the message that it answers
     */
    record Outdated(Original to) implements Answering {

        @Override
        public Way way() {
            return Way.KEPT;
        }

        @Override
        public String word() {
            return "outdated";
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(Finding.warning(
                    "hub.OutdatedStatus",
                    Place.NOWHERE,
                    "a final status came before; this one changes nothing and is not delivered"));
        }
    }

    /**
     * It cannot be true together with an earlier answer.
     *
     * @param to the message that it answers
     */
    record Contradicting(Original to) implements Answering {

        static final String WORD = "contradicting";

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
            return Optional.of(Finding.error(
                            "hub.ContradictingStatus",
                            Place.NOWHERE,
                            "it contradicts the final status that came before")
                    .hint("ask its sender which of the two is true"));
        }
    }

    /**
     * It answers a message and does not say what became of it.
     *
     * @param to the message that it answers
     */
    record Silent(Original to) implements Answering {

        @Override
        public Way way() {
            return Way.HELD;
        }

        @Override
        public String word() {
            return "silent";
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.of(Finding.error(
                            "hub.SilentStatus",
                            Place.NOWHERE,
                            "it does not say what became of the message that it answers")
                    .hint("say it with a status of the group or of each transaction"));
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
