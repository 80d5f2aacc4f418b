package org.tongwen.rules.identifier;

import java.util.regex.Pattern;

/** Business identifier codes (ISO 9362). */
public final class Bic {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private static final Pattern NARROW_FORM = Pattern.compile("[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?");

    private Bic() {}

    /** Whether the text has the narrower form that messages of versions before 2019 allow, and names a country. */
    public static boolean isValidBefore2019(String text) {
        return NARROW_FORM.matcher(text).matches() && Countries.isKnown(text.substring(4, 6));
    }

    /** Whether the text has the form of a BIC of eight or eleven characters and names a country. Whether it is registered is not known. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && Countries.isKnown(text.substring(4, 6));
    }
}
