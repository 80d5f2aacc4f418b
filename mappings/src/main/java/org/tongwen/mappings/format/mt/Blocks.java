package org.tongwen.mappings.format.mt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks of a message by their numbers, 1 to 5. */
final class Blocks {

    private static final int HIGHEST = 5;

    private final @Nullable Block[] blocks = new Block[HIGHEST + 1];

    /** Whether blocks of that number are known. */
    static boolean isNumber(char number) {
        return number >= '1' && number <= '0' + HIGHEST;
    }

    /** The block of that number, {@code 1} to {@code 5}. */
    Optional<Block> get(char number) {
        return Optional.ofNullable(blocks[number - '0']);
    }

    boolean has(char number) {
        return blocks[number - '0'] != null;
    }

    /** Whether there is a block of a higher number. */
    boolean hasBehind(char number) {
        for (int i = number - '0' + 1; i <= HIGHEST; i++) {
            if (blocks[i] != null) {
                return true;
            }
        }
        return false;
    }

    void put(Block block) {
        blocks[block.name().charAt(0) - '0'] = block;
    }
}
