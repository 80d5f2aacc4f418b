package org.tongwen.rules.identifier;

/** Routing numbers of the American Bankers Association. */
public final class Aba {

    private static final int[] WEIGHTS = {3, 7, 1, 3, 7, 1, 3, 7, 1};

    private Aba() {}

    /** Whether the text has nine digits whose weighted sum is a multiple of ten. */
    public static boolean isValid(String text) {
        if (text.length() != WEIGHTS.length || !Characters.all(text, Characters::isDigit)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
