package org.tongwen.conformance.report;

/** How much of a stranger's text a report shows. The evidence keeps the rest. */
final class Limits {

    /** How many cases of one requirement are shown with their steps. */
    static final int CASES = 20;

    /** How many exchanges of one case are shown. */
    static final int EXCHANGES = 12;

    /** How many requests of one case are shown as commands. */
    static final int COMMANDS = 3;

    /** How many requirements stand in one line. */
    static final int NAMES = 20;

    /** How many steps of one case are shown. */
    static final int STEPS = 60;

    /** How many steps that went well are shown of a case that has too many to show all. */
    static final int GOOD_STEPS = 5;

    private static final int NAME = 200;
    private static final int REASON = 1_000;
    private static final int VALUE = 2_000;

    /** Characters of a body. */
    static final int BODY = 6_000;

    private Limits() {}

    /** A name. */
    static String name(String text) {
        return ShownText.shortened(text, NAME);
    }

    /** A sentence. */
    static String reason(String text) {
        return ShownText.shortened(text, REASON);
    }

    /** What was expected or came. */
    static String value(String text) {
        return ShownText.shortened(text, VALUE);
    }
}
