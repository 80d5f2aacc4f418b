package org.tongwen.mappings.format.mt;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which option of a field says what a message in ISO 20022 wants and the option at hand does not say. */
final class FieldAdvice {

    private static final Pattern FIELD = Pattern.compile("4:(?:.*/)?([0-9]{2})([A-Z]?)(?:[.\\[].*)?");
    private static final String LINE = "a line 3/ with country and town, such as 3/GB/Leeds";

    private FieldAdvice() {}

    /** A path of places in the words of the standard: {@code field 50K} for {@code 4:50K.address[1]}. */
    static String name(String path) {
        Matcher field = FIELD.matcher(path);
        return field.matches() ? "field " + field.group(1) + field.group(2) : path;
    }

    /** How to give town and country of the party in a field. */
    static Optional<String> of(String path, Collection<String> missing) {
        Matcher field = FIELD.matcher(path);
        boolean ofAddress = missing.contains("TwnNm") || missing.contains("Ctry");
        return field.matches() && ofAddress ? ofAddress(field.group(1), field.group(2)) : Optional.empty();
    }

    private static Optional<String> ofAddress(String number, String letter) {
        boolean isCustomer = number.equals("50") || number.equals("59");
        boolean isAgent = number.matches("5[1-8]");
        if (isCustomer) {
            String where = letter.equals("F") ? "" : "field " + number + "F with ";
            return Optional.of("repair: " + where + LINE);
        }
        return isAgent
                ? Optional.of("repair: field " + number + "A, whose BIC makes the address needless")
                : Optional.empty();
    }
}
