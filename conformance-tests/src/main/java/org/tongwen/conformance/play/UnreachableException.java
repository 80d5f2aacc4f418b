package org.tongwen.conformance.play;

/** The participant does not let itself be tested: a case cannot go on, and nothing is said of its requirement. */
final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String words;

    UnreachableException(String words) {
        super(words);
        this.words = words;
    }

    /** What is the matter. */
    String words() {
        return words;
    }
}
