package org.tongwen.xsd.finding;

/** Something that stands in a user's own document. Its place is worked out when it is asked for, mostly because something is wrong there. */
public interface Placed {

    /** Where it stands. */
    Place place();
}
