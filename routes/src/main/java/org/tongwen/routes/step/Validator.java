package org.tongwen.routes.step;

import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.message.BusinessMessage;

/** Reads an ISO message and finds all that is wrong with it. */
@FunctionalInterface
public interface Validator {

    /** The message, as far as it could be read, and the findings. */
    Checked<BusinessMessage> validate(byte[] document);
}
