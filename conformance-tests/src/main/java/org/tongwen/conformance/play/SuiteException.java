package org.tongwen.conformance.play;

/** The suite or its plan is at fault; nothing can be said of the participant. */
final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String words;

    SuiteException(String words) {
        super(words);
        this.words = words;
    }

    /** What is the matter. */
    String words() {
        return words;
    }
}
