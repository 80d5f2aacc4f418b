package org.tongwen.routes.journal;

/** Leave to speak of a message while nobody else does. Its holder gives it back by closing it, once, from any thread. */
public interface Turn extends AutoCloseable {

    @Override
    void close();
}
