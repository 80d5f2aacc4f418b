package org.tongwen.rules.identifier;

/** Account numbers and references of Swiss QR bills. */
public final class QrIban {

    private static final int[] NEXT = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int FIRST = 30_000;
    private static final int LAST = 31_999;
    private static final int DIGITS = 27;

    private QrIban() {}

    /** Whether the text is an IBAN of Switzerland or Liechtenstein whose institution number lies among those of QR bills. */
    public static boolean isValid(String text) {
        boolean swiss = text.startsWith("CH") || text.startsWith("LI");
        if (!swiss || !Iban.isOfItsCountry(text)) {
            return false;
        }
        int institution = Integer.parseInt(text.substring(4, 9));
        return institution >= FIRST && institution <= LAST;
    }

    /** Whether the text has 27 digits, the last of which is right by the recursive modulo 10. */
    public static boolean isReference(String text) {
        if (text.length() != DIGITS || !Characters.all(text, Characters::isDigit)) {
            return false;
        }
        int carry = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            carry = NEXT[(carry + text.charAt(i) - '0') % 10];
        }
        return (10 - carry) % 10 == text.charAt(DIGITS - 1) - '0';
    }
}
