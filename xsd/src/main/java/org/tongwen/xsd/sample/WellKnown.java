package org.tongwen.xsd.sample;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws values of the types whose values mean something outside the schema, so that other judges than the schema accept them too. */
final class WellKnown {

    private static final List<String> CURRENCIES = List.of("EUR", "USD", "CNY", "GBP", "CHF", "JPY", "HKD", "SGD");
    private static final List<String> COUNTRIES = List.of("DE", "CN", "US", "GB", "CH", "FR", "SG", "HK", "AE");
    private static final List<String> LANGUAGES = List.of("en", "de", "zh", "fr");
    /** Countries whose IBANs hold nothing but digits behind the check digits, and how many. */
    private static final List<String> IBANS = List.of("DE18", "AE19", "AT16", "DK14");

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final RandomGenerator random;

    WellKnown(RandomGenerator random) {
        this.random = random;
    }

    /** A value for the type of that name; empty for all other types. */
    Optional<String> draw(String type) {
        return switch (type) {
            case "ActiveCurrencyCode", "ActiveOrHistoricCurrencyCode", "CurrencyCode" -> Optional.of(one(CURRENCIES));
            case "CountryCode" -> Optional.of(one(COUNTRIES));
            case "LanguageCode", "ISO2ALanguageCode" -> Optional.of(one(LANGUAGES));
            case "IBANIdentifier", "IBAN2007Identifier" -> Optional.of(iban());
            case "LEIIdentifier" -> Optional.of(lei());
            case "BICIdentifier",
                    "BICFIIdentifier",
                    "BICFIDec2014Identifier",
                    "AnyBICIdentifier",
                    "AnyBICDec2014Identifier",
                    "BEIIdentifier" -> Optional.of(bic());
            default -> Optional.empty();
        };
    }

    private String iban() {
        String form = one(IBANS);
        String country = form.substring(0, 2);
        String account = some(DIGITS, Integer.parseInt(form.substring(2)));
        return country + checkDigits(account + country) + account;
    }

    private String lei() {
        String owner = some(DIGITS, 4) + "00" + some(DIGITS + LETTERS, 12);
        return owner + checkDigits(owner);
    }

    private String bic() {
        String branch = random.nextBoolean() ? "XXX" : "";
        return some(LETTERS, 4) + one(COUNTRIES) + "2" + some("ABCDEFGH", 1) + branch;
    }

    /** The two digits behind a text that make it, read as a number with letters from 10 on, leave 1 when divided by 97. */
    private static String checkDigits(String text) {
        String number = (text + "00")
                .chars()
                .mapToObj(c -> Integer.toString(Character.digit(c, 36)))
                .collect(Collectors.joining());
        int rest = new BigInteger(number).mod(NINETY_SEVEN).intValue();
        return String.format("%02d", 98 - rest);
    }

    private String some(String characters, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(characters.charAt(random.nextInt(characters.length()))))
                .collect(Collectors.joining());
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
