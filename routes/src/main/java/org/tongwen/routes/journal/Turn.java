package org.tongwen.routes.journal;

/** Leave to do something about a message while nobody else does. Its holder gives it back by closing it, once, from any thread. */
public interface Turn extends AutoCloseable {

    /** What for. Whoever has a turn to decide may wait for one to answer, but not the other way round. */
    enum To {
        /** To decide what becomes of it. */
        DECIDE,
        /** To judge an answer to it. */
        ANSWER
    }

    @Override
    void close();
}
