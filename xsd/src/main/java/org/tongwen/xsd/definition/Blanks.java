package org.tongwen.xsd.definition;

/** What XML takes for blank: space, tab, carriage return and line feed, and nothing else that Unicode has. */
public final class Blanks {

    private Blanks() {}

    /** Whether there is nothing but blanks. */
    public static boolean isBlank(String text) {
        return start(text) == text.length();
    }

    /** The text without blanks at its ends. */
    public static String strip(String text) {
        int start = start(text);
        int end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static int start(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
