package org.tongwen.rules.identifier;

import java.util.regex.Pattern;

/** International bank account numbers (ISO 13616). */
public final class Iban {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{11,30}");

    private Iban() {}

    /** Whether it has also the length and the structure that its country has registered; a country that has registered none has no IBAN. */
    public static boolean isOfItsCountry(String text) {
        return isValid(text) && IbanCountries.fits(text);
    }

    /** Whether the text, without blanks, has the form of an IBAN and right check digits (ISO 7064, MOD 97-10). */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && Mod97.isRight(text.substring(4) + text.substring(0, 4));
    }
}
