package org.tongwen.routes.journal;

/** Leave to do something about a message while nobody else does. Its holder gives it back by closing it, once, from any thread. */
public interface Turn extends AutoCloseable {

    /** What for. Whoever has one of these may wait for one of those that come after it, and for none before it. */
    enum To {
        /** To decide what becomes of a message. */
        DECIDE,
        /** To judge an answer to a message. */
        ANSWER,
        /** To bring a message under a key. */
        BRING
    }

    @Override
    void close();
}
