package org.tongwen.app;

import java.util.Locale;

/** How a command writes its result. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final class Converter extends Words<OutputFormat> {
        Converter() {
            super(values(), OutputFormat::word);
        }
    }
}
