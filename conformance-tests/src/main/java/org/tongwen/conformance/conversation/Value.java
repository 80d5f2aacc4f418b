package org.tongwen.conformance.conversation;

import java.util.List;

/**
 * A text with places that are filled in when a case is played.
 *
 * @param written as the plan writes it
 * @param pieces what it is made of, in order
 */
public record Value(String written, List<Piece> pieces) {

    /** Copies the pieces. */
    public Value {
        pieces = List.copyOf(pieces);
    }

    /** A text without places. */
    public static Value plain(String text) {
        return new Value(text, List.of(new Piece.Literal(text)));
    }

    /** Whether it is the same in every run. */
    public boolean isFixed() {
        return pieces.stream().allMatch(Piece.Literal.class::isInstance);
    }
}
