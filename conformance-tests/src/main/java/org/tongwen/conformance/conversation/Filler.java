package org.tongwen.conformance.conversation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Fills in the places of values. */
@FunctionalInterface
public interface Filler {

    /** How messages write a time. */
    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    /**
     * The text of one piece.
     *
     * @throws MissingException when there is nothing to fill in
     */
    String fill(Piece piece);

    /** A value with all its places filled in. */
    default String fill(Value value) {
        return value.pieces().stream().map(this::fill).collect(Collectors.joining());
    }

    /** A time as messages write it, with milliseconds and the distance from Greenwich. */
    static String time(OffsetDateTime time) {
        return TIME.format(time);
    }

    /** There is nothing to fill in: what a case refers to never came, or has no such element. */
    final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String words;

        /** Says in words what is missing. */
        public MissingException(String words) {
            super(words);
            this.words = words;
        }

        /** What is missing. */
        public String words() {
            return words;
        }
    }
}
