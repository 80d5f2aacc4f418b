package org.tongwen.mappings.sample;

import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * What is wrong with a case.
 *
 * @param id dotted identifier, such as {@code sample.Differs}
 * @param place the file, and the line where known
 * @param message one sentence
 * @param detail what differs or what was said, in lines; may be empty
 */
public record SampleProblem(String id, Place place, String message, String detail) {

    /** The problem as a finding of severity error, without the detail. */
    public Finding finding() {
        return Finding.error(id, place, message);
    }
}
