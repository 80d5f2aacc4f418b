package org.tongwen.mappings.format.mt;

import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A block of a message.
 *
 * @param name its number
 * @param place of its opening brace
 * @param start offset of what is inside
 * @param end offset behind what is inside
 */
record Block(String name, Place place, int start, int end) {

    static Finding wrong(Place place, String message) {
        return Finding.error("mt.Block", place, message);
    }
}
