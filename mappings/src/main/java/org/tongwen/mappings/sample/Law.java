package org.tongwen.mappings.sample;

import java.util.Arrays;
import java.util.Optional;

/** What must hold between a document, its translation, and what comes back. A weaker law than {@link #FULL} needs a reason. */
public enum Law {
    /** What comes back is the document, apart from declared losses; and translated once more it gives the same message. */
    FULL(""),
    /** What comes back is the document, apart from declared losses. */
    ONE_PASS("onePass"),
    /** What comes back may differ without a declared loss, but translated once more it gives the same message. */
    TWO_PASS("twoPass"),
    /** There is no way back, or it does not matter. */
    NONE("none");

    private final String word;

    Law(String word) {
        this.word = word;
    }

    /** The word behind {@code roundTrip:}; empty for the law that holds without a word. */
    public String word() {
        return word;
    }

    static Optional<Law> of(String word) {
        return Arrays.stream(values())
                .filter(law -> law != FULL && law.word.equals(word))
                .findFirst();
    }
}
