package org.tongwen.rules.identifier;

import java.util.Currency;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Currency codes (ISO 4217), present and past, as the Java platform knows them. */
public final class Currencies {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** Whether the code is registered, such as {@code CNY}. */
    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** All codes. */
    public static Set<String> all() {
        return CODES;
    }

    /** Number of decimals of the currency: 2 for CNY, 0 for JPY, 3 for KWD; empty for unknown codes and for metals such as XAU. */
    public static OptionalInt decimals(String code) {
        if (!isKnown(code)) {
            return OptionalInt.empty();
        }
        int decimals = Currency.getInstance(code).getDefaultFractionDigits();
        return decimals < 0 ? OptionalInt.empty() : OptionalInt.of(decimals);
    }
}
