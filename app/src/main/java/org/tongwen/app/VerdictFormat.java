package org.tongwen.app;

import java.util.Locale;

/** How {@code validate} writes its verdicts. */
enum VerdictFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For code hosts and editors. */
    SARIF,
    /** For build servers: a suite for each file, a test for each rule. */
    JUNIT,
    /** For people who read it later: one page. */
    HTML;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final class Converter extends Words<VerdictFormat> {
        Converter() {
            super(values(), VerdictFormat::word);
        }
    }
}
