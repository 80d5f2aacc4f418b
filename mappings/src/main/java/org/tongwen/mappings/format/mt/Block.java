package org.tongwen.mappings.format.mt;

import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A block of a message.
 *
 * @param name its number
 * @param open offset of its opening brace
 * @param start offset of what is inside
 * @param end offset behind what is inside
 */
record Block(String name, int open, int start, int end) {

    static Finding wrong(Place place, String message) {
        return Finding.error("mt.Block", place, message);
    }
}
