package org.tongwen.app;

import org.tongwen.mappings.plan.Direction;

/** Reads {@code to-iso} and {@code from-iso}. */
final class DirectionWord extends Words<Direction> {

    DirectionWord() {
        super(Direction.values(), Direction::word);
    }
}
