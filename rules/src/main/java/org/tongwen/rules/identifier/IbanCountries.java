package org.tongwen.rules.identifier;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Length and structure of account numbers by country, as the ISO 13616 registry lists them. */
final class IbanCountries {

    private static final Pattern PIECE = Pattern.compile("([0-9]+)([nac])");
    private static final Map<String, String> SETS = Map.of("n", "[0-9]", "a", "[A-Z]", "c", "[A-Za-z0-9]");

    private IbanCountries() {}

    /** Read when the first IBAN comes. */
    private static final class Registry {
        private static final Map<String, Pattern> FORMS = read();
    }

    /** Whether what follows the check digits has the length and structure of the country. */
    static boolean fits(String iban) {
        return Optional.ofNullable(Registry.FORMS.get(iban.substring(0, 2)))
                .filter(form -> form.matcher(iban.substring(4)).matches())
                .isPresent();
    }

    private static Map<String, Pattern> read() {
        return TableFile.rows("iban.tsv").collect(Collectors.toUnmodifiableMap(row -> row[0], row -> form(row[1])));
    }

    private static Pattern form(String structure) {
        return Pattern.compile(
                PIECE.matcher(structure).replaceAll(piece -> SETS.get(piece.group(2)) + "{" + piece.group(1) + "}"));
    }
}
