package org.tongwen.rules.identifier;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Country codes of two letters (ISO 3166-1), as the Java platform knows them, and {@code XK} for Kosovo, which payments use. */
public final class Countries {

    private static final Set<String> CODES = codes();

    private Countries() {}

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        codes.add("XK");
        return Collections.unmodifiableSet(codes);
    }

    /** Whether the code is a country's, such as {@code CN}. */
    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** All codes. */
    public static Set<String> all() {
        return CODES;
    }
}
