package org.tongwen.mappings.format.fixed;

import org.tongwen.xsd.finding.Place;

/**
 * A record as it stands in the document.
 *
 * @param number its number, counted from 1
 * @param bytes its bytes, with the blanks that a trimmed line has lost
 * @param length how many of them are in the document
 */
record RawRecord(long number, byte[] bytes, int length) {

    /** The place of a byte, whose column is its number in the record. */
    Place place(int byteNumber) {
        return Place.of((int) Math.min(number, Integer.MAX_VALUE), byteNumber, "");
    }
}
