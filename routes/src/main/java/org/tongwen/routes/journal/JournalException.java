package org.tongwen.routes.journal;

/**
 * The store cannot be used just now, or not at all: the disk is full, the database is away. Nothing was written, unless the text says that nobody
 * knows; whoever sends again under the same key does no harm in either case.
 */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String words;

    /** Says what could not be done; never with content of a message. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
        this.words = message;
    }

    /** Says what could not be done when nothing deeper is the cause. */
    public JournalException(String message) {
        super(message);
        this.words = message;
    }

    /** What could not be done. */
    String words() {
        return words;
    }

    /** The same with the place where it is thrown now. */
    JournalException again() {
        return new JournalException(words, this);
    }
}
