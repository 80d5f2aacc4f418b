package org.tongwen.app;

import java.util.Locale;

/** How a command that checks files writes its findings. */
enum ReportFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For code hosts and editors. */
    SARIF;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final class Converter extends Words<ReportFormat> {
        Converter() {
            super(values(), ReportFormat::word);
        }
    }
}
