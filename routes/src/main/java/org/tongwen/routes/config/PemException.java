package org.tongwen.routes.config;

import java.io.IOException;

/** A file of keys, certificates or revocation lists is not what it should be. The text says why, in words for whoever wrote it, and nothing of what stands in the file. */
public final class PemException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String why;

    PemException(String why) {
        super(why);
        this.why = why;
    }

    /** Why, in words for whoever wrote the file. */
    public String why() {
        return why;
    }
}
