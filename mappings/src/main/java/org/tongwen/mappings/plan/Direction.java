package org.tongwen.mappings.plan;

import java.util.Arrays;
import java.util.Optional;

/** Which way a translation goes. */
public enum Direction {
    /** From the institution's format to ISO 20022. */
    TO_ISO("to-iso"),
    /** From ISO 20022 to the institution's format. */
    FROM_ISO("from-iso");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The word that the command line and HTTP paths use. */
    public String word() {
        return word;
    }

    /** The way back. */
    public Direction opposite() {
        return this == TO_ISO ? FROM_ISO : TO_ISO;
    }

    /** The direction of that word. */
    public static Optional<Direction> of(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word.equals(word))
                .findFirst();
    }
}
