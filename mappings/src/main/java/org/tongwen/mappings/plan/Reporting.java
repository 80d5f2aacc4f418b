package org.tongwen.mappings.plan;

import java.util.Arrays;
import java.util.Optional;

/** How much a translation reports of the values that it carries. */
public enum Reporting {
    /** What is read by nothing; nothing is translated back to see what was lost on the way. */
    NONE("none"),
    /** Every loss, found by translating back and comparing. */
    LOSSES("losses"),
    /** Every value of the document with its fate. */
    LINEAGE("lineage");

    private final String word;

    Reporting(String word) {
        this.word = word;
    }

    /** The word that the command line and HTTP queries use. */
    public String word() {
        return word;
    }

    /** The amount of that word. */
    public static Optional<Reporting> of(String word) {
        return Arrays.stream(values())
                .filter(reporting -> reporting.word.equals(word))
                .findFirst();
    }
}
