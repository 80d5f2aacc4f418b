package org.tongwen.app;

import java.io.InputStream;
import org.tongwen.rules.ProfileValidator;

/** Says what is to be said of a message. */
@FunctionalInterface
interface Validation {

    /**
     * Reads and judges a message.
     *
     * @param xml not closed
     */
    ProfileValidator.Result validate(InputStream xml);
}
