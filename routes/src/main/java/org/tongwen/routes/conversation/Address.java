package org.tongwen.routes.conversation;

import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.xsd.finding.Finding;

/** Who gets a message, and in which form. */
public sealed interface Address {

    /**
     * Somebody gets it.
     *
     * @param receiver who
     * @param form in which form
     */
    record To(Participant receiver, Form form) implements Address {}

    /**
     * Nobody can tell who gets it, or that somebody cannot or may not get it: it is held.
     *
     * @param finding why
     */
    record Unclear(Finding finding) implements Address {}

    /** What a receiver gets of a message. */
    sealed interface Form {

        /** The ISO message itself. */
        record Iso() implements Form {}

        /**
         * What a mapping makes of it.
         *
         * @param mapping its name
         */
        record Mapped(String mapping) implements Form {}
    }
}
