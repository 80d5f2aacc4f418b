package org.tongwen.app;

import java.time.Duration;
import java.util.function.LongConsumer;

/** Shows on a screen, every few seconds, how many items of a long document are done. Elsewhere it says nothing. */
final class Progress implements LongConsumer, AutoCloseable {

    private static final long INTERVAL = Duration.ofSeconds(2).toNanos();

    private final Terminal terminal;
    private long shownAt = System.nanoTime();
    private boolean isShown;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(long items) {
        if (terminal.colour() && System.nanoTime() - shownAt > INTERVAL) {
            terminal.err().printf("\r%,d items", items);
            terminal.err().flush();
            shownAt = System.nanoTime();
            isShown = true;
        }
    }

    /** Ends the line. */
    @Override
    public void close() {
        if (isShown) {
            terminal.err().print("\n");
            terminal.err().flush();
        }
    }
}
