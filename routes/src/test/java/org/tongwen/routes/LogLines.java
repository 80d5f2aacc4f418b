package org.tongwen.routes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects what a logger gets. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** What a class logs from now on. */
    public static LogLines of(Class<?> type) {
        return of(type.getName());
    }

    /** What goes to the logger of that name from now on. */
    public static LogLines of(String name) {
        LogLines log = new LogLines((Logger) LoggerFactory.getLogger(name));
        log.start();
        log.logger.addAppender(log);
        log.logger.setLevel(Level.INFO);
        return log;
    }

    /** The texts so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
    }
}
