package org.tongwen.rules.identifier;

import java.util.regex.Pattern;

/** Creditor references (ISO 11649). */
public final class CreditorReference {

    private static final Pattern FORM = Pattern.compile("RF[0-9]{2}[A-Za-z0-9]{1,21}");

    private CreditorReference() {}

    /** Whether the text has the form of a creditor reference and right check digits (ISO 7064, MOD 97-10). */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && Mod97.isRight(text.substring(4) + text.substring(0, 4));
    }
}
