package org.tongwen.routes.screen;

/** A message that was counted for limits over time. When the process ends before it is taken back, it counts until its time is over. */
@FunctionalInterface
public interface Counted {

    /** A message that counts for nothing. */
    Counted NOTHING = () -> {};

    /** Takes it back, because the message was not released. */
    void takeBack();
}
