package org.tongwen.routes.journal;

/** What the journal says to an entry. */
public sealed interface Receipt {

    /** It is durable. */
    record Written() implements Receipt {}

    /**
     * Nothing was written but the step that it came again: the same content came before under the same key.
     *
     * @param first the message that came first
     */
    record Repeat(MessageId first) implements Receipt {}

    /**
     * Nothing was written: other content came before under the same key.
     *
     * @param first the message that came first
     */
    record Conflict(MessageId first) implements Receipt {}

    /**
     * Nothing was written: the message or the delivery is in another state by now.
     *
     * @param state where the message is
     */
    record Overtaken(State state) implements Receipt {}
}
