package org.tongwen.xsd.parse;

import org.tongwen.xsd.finding.Place;

/** Follows the characters of a document line by line and refuses those that XML does not allow anywhere. */
final class CharacterCheck {

    private int line = 1;
    private int column;

    /** The next character, one code point. */
    void next(int character) throws RefusedException {
        column++;
        if (character == '\n') {
            line++;
            column = 0;
        } else if (!isAllowed(character)) {
            throw refused("the character " + "U+%04X".formatted(character) + " is not allowed in XML");
        }
    }

    /** Characters that were looked at elsewhere, none of which ends a line. */
    void skip(int characters) {
        column += characters;
    }

    /** The refusal of what stands at the place that was reached. */
    RefusedException refused(String reason) {
        return RefusedException.notWellFormed(Place.of(line, Math.max(1, column), ""), reason);
    }

    private static boolean isAllowed(int character) {
        boolean control = character < ' ' && character != '\t' && character != '\r';
        return !control && character != 0xFFFE && character != 0xFFFF;
    }
}
