package org.tongwen.rules.identifier;

/** Check digits by ISO 7064, MOD 97-10. */
final class Mod97 {

    private Mod97() {}

    /** Whether letters, read as 10 to 35, and digits make a number that leaves 1 when divided by 97. */
    static boolean isRight(CharSequence text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % 97;
        }
        return remainder == 1;
    }
}
