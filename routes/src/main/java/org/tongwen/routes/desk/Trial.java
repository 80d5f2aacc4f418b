package org.tongwen.routes.desk;

/** What the pipeline made of a held message, until the decision about it is written. */
public interface Trial extends AutoCloseable {

    /** Nothing was counted, and nobody waits. */
    Trial NOTHING = new Trial() {

        @Override
        public void end(boolean isWritten) {}

        @Override
        public void close() {}
    };

    /**
     * Settles what was counted for the release. When nobody knows whether the decision was written, this is not called: what was counted counts
     * rather too much.
     *
     * @param isWritten false takes it back: the message was elsewhere by then
     */
    void end(boolean isWritten);

    /** Lets others who waited go on. */
    @Override
    void close();
}
