package org.tongwen.mappings.plan;

import java.util.Optional;
import org.tongwen.xsd.finding.Place;

/**
 * A value that the result does not carry, or carries changed: because the mapping declares it, because a codec is not exact, or because
 * the way back would read something else.
 *
 * @param place where it stands in the source document
 * @param field the field, as mappings write it
 * @param reason why, in the mapping author's words
 * @param value the value that was there
 * @param became what became of it; empty when it is not carried at all
 */
public record Loss(Place place, String field, String reason, String value, Optional<String> became) {}
