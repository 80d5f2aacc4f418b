package org.tongwen.xsd.parse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks that bytes are UTF-8 and characters that XML allows. A parser that takes a longer form of a character than UTF-8 has for it lets
 * pass what others refuse, or read as something else.
 */
final class Utf8Check {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long BLANKS = 0x2020_2020_2020_2020L;
    private static final long TOP_BITS = 0x8080_8080_8080_8080L;

    private final CharacterCheck characters = new CharacterCheck();

    /** Bytes still to come of a character of several, and the bounds of the next one. */
    private int missing;

    private int least;
    private int most;
    private int character;

    /** Checks the next bytes of the document. */
    void check(byte[] bytes, int start, int end) throws RefusedException {
        int i = start;
        while (i < end) {
            int stop = missing == 0 ? plain(bytes, i, end) : i;
            characters.skip(stop - i);
            i = stop;
            if (i < end) {
                next(bytes[i++] & 0xFF);
            }
        }
    }

    /** Checks that the document does not end inside a character. */
    void end() throws RefusedException {
        if (missing > 0) {
            throw characters.refused("the document ends inside a character");
        }
    }

    /** The first place from which on something may not be ASCII or may be a control character. */
    private static int plain(byte[] bytes, int start, int end) {
        int i = start;
        for (; end - i >= Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            // A byte below a blank borrows from the one behind it, so that only the first mark is sure; no other is
            // asked for.
            long marks = (eight | (eight - BLANKS)) & TOP_BITS;
            if (marks != 0) {
                return i + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        return i;
    }

    private void next(int value) throws RefusedException {
        if (missing > 0) {
            follow(value);
        } else if (value < 0x80) {
            characters.next(value);
        } else {
            lead(value);
        }
    }

    private void lead(int value) throws RefusedException {
        least = 0x80;
        most = 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            begin(1, value & 0x1F);
        } else if (value >= 0xE0 && value <= 0xEF) {
            least = value == 0xE0 ? 0xA0 : least;
            most = value == 0xED ? 0x9F : most;
            begin(2, value & 0x0F);
        } else if (value >= 0xF0 && value <= 0xF4) {
            least = value == 0xF0 ? 0x90 : least;
            most = value == 0xF4 ? 0x8F : most;
            begin(3, value & 0x07);
        } else {
            throw malformed(value);
        }
    }

    private void begin(int following, int bits) {
        missing = following;
        character = bits;
    }

    private void follow(int value) throws RefusedException {
        if (value < least || value > most) {
            throw malformed(value);
        }
        least = 0x80;
        most = 0xBF;
        character = character << 6 | value & 0x3F;
        missing--;
        if (missing == 0) {
            characters.next(character);
        }
    }

    private RefusedException malformed(int value) {
        characters.skip(1);
        return characters.refused("the byte %02X is not UTF-8 here".formatted(value));
    }
}
