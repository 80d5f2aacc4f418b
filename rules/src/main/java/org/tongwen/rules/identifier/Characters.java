package org.tongwen.rules.identifier;

import java.util.regex.Pattern;

/** Sets of characters, and the forms of texts that are no identifiers. */
public final class Characters {

    private static final String FIN = "/-?:().,'+ ";
    private static final String EXTENDED = FIN + "!#$%&*=^_`{|}~\";<>@[\\]";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{1,3}-[0-9()+\\-]{1,30}");
    private static final int OFFSET = 6;
    private static final int HOURS = 14;

    /** Whether a character is of a set. */
    public interface Set {
        /** Whether it holds the character. */
        boolean has(char character);
    }

    private Characters() {}

    /** Whether all characters of a text are of a set; an empty text is not. */
    public static boolean all(String text, Set set) {
        for (int i = 0; i < text.length(); i++) {
            if (!set.has(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** 0 to 9. */
    public static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** A to Z in both cases, and 0 to 9. */
    public static boolean isLetterOrDigit(char character) {
        return isDigit(character) || (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }

    /** What a SWIFT network takes everywhere (its set x). */
    public static boolean isFin(char character) {
        return isLetterOrDigit(character) || FIN.indexOf(character) >= 0;
    }

    /** What CBPR+ takes in names, addresses and remittance information. */
    public static boolean isExtendedFin(char character) {
        return isLetterOrDigit(character) || EXTENDED.indexOf(character) >= 0;
    }

    /** Whether a text has no blank at either end and no control characters; a blank text is not trimmed. */
    public static boolean isTrimmed(String text) {
        boolean loose = text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
        for (int i = 0; i < text.length() && !loose; i++) {
            loose = text.charAt(i) < ' ' || text.charAt(i) == '\u007f';
        }
        return !loose;
    }

    /** Whether a time ends with a distance from UTC of at most 14 hours, such as {@code +08:00}. */
    public static boolean endsWithOffset(String time) {
        int start = time.length() - OFFSET;
        if (start < 0 || (time.charAt(start) != '+' && time.charAt(start) != '-') || time.charAt(start + 3) != ':') {
            return false;
        }
        String digits = time.substring(start + 1, start + 3) + time.substring(start + 4);
        return all(digits, Characters::isDigit)
                && Integer.parseInt(digits.substring(0, 2)) <= HOURS
                && Integer.parseInt(digits.substring(2)) < 60;
    }

    /** Whether a text looks like an address of electronic mail. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Whether a text is a phone number as ISO 20022 writes it, such as {@code +86-13912345678}. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
