package org.tongwen.mappings.codec;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongwen.rules.identifier.Currencies;

/** How an institution names currencies. */
enum CurrencyName {
    /** By three letters, {@code CNY}. */
    LETTERS,
    /** By three small letters, {@code cny}. */
    SMALL,
    /** By the number of ISO 4217, {@code 156}. */
    NUMBER;

    private static final Map<String, String> BY_NUMBER = byNumber();
    private static final Map<String, String> NUMBERS = numbers();

    /** Past currencies share numbers with present ones; those that a country uses today go first. */
    private static Map<String, String> byNumber() {
        Map<String, String> codes = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            Currency currency = Currency.getInstance(new Locale("", country));
            if (currency != null) {
                codes.put(number(currency), currency.getCurrencyCode());
            }
        }
        Currency.getAvailableCurrencies().stream()
                .sorted((one, other) -> one.getCurrencyCode().compareTo(other.getCurrencyCode()))
                .forEach(currency -> codes.putIfAbsent(number(currency), currency.getCurrencyCode()));
        codes.remove("000");
        return codes;
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        BY_NUMBER.forEach((number, code) -> numbers.put(code, number));
        return numbers;
    }

    private static String number(Currency currency) {
        String digits = Integer.toString(currency.getNumericCode());
        return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    /** Numbers and letters of all currencies that have a number of their own. */
    static Map<String, String> allByNumber() {
        return BY_NUMBER;
    }

    /** The code of ISO 20022; empty for none that is registered. */
    Optional<String> code(String text) {
        return switch (this) {
            case LETTERS -> known(text);
            case SMALL ->
                text.equals(text.toLowerCase(Locale.ROOT)) ? known(text.toUpperCase(Locale.ROOT)) : Optional.empty();
            case NUMBER -> Optional.ofNullable(BY_NUMBER.get(text));
        };
    }

    private static Optional<String> known(String code) {
        return Currencies.isKnown(code) ? Optional.of(code) : Optional.empty();
    }

    /** The institution's name of a currency; empty when it has none. */
    Optional<String> name(String code) {
        return switch (this) {
            case LETTERS -> Optional.of(code);
            case SMALL -> Optional.of(code.toLowerCase(Locale.ROOT));
            case NUMBER -> Optional.ofNullable(NUMBERS.get(code));
        };
    }
}
