package org.tongwen.xsd.load;

import org.tongwen.xsd.finding.Place;

/** A schema file cannot be read, or uses something that message definitions do not; says where. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    SchemaException(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Where in the schema file. */
    public Place place() {
        return place == null ? Place.NOWHERE : place;
    }
}
