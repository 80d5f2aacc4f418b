package org.tongwen.rules.identifier;

import java.util.regex.Pattern;

/** Legal entity identifiers (ISO 17442). */
public final class Lei {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");

    private Lei() {}

    /** Whether the text has the form of an LEI and right check digits (ISO 7064, MOD 97-10). */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && Mod97.isRight(text);
    }
}
