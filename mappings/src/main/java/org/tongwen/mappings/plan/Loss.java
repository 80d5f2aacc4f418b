package org.tongwen.mappings.plan;

import java.util.Optional;
import org.tongwen.xsd.finding.Place;

/**
 * A value of the source that the result does not carry, or carries changed, and that the mapping declares.
 *
 * @param place where it stands in the source document
 * @param field the field, as mappings write it
 * @param reason why, in the mapping author's words
 * @param value the value that was there
 * @param became what became of it; empty when it is not carried at all
 */
public record Loss(Place place, String field, String reason, String value, Optional<String> became) {}
