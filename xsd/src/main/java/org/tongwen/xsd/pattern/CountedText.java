package org.tongwen.xsd.pattern;

/** A text that may be looked at a limited number of times, so that no pattern can hold a thread. */
public final class CountedText implements CharSequence {

    private static final long LOOKS = 1_000_000;
    private static final long LOOKS_A_CHARACTER = 100;

    private final String text;
    private long left;

    /** A text that may be looked at a million times, and a hundred times more for each of its characters. */
    public CountedText(String text) {
        this.text = text;
        this.left = LOOKS + LOOKS_A_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new TooManyLooksException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The text was looked at too often. */
    public static final class TooManyLooksException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyLooksException() {
            super("too many looks at a text", null, false, false);
        }
    }
}
