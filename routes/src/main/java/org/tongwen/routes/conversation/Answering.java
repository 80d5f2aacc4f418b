package org.tongwen.routes.conversation;

import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** It answers a message that its sender got, whatever becomes of it. */
public sealed interface Answering extends Outcome {

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
}
