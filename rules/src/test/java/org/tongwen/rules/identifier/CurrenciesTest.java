package org.tongwen.rules.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of currencies, held against that of the Java platform. */
class CurrenciesTest {

    /** Codes of ours that the platform does not know, with the reason. */
    private static final Map<String, String> OURS =
            Map.of("UYW", "the indexed unit of Uruguay, registered in 2018, which Java 17 does not have");

    @Test
    void everyCurrencyOfThePlatformIsKnownAndNoOtherButThoseNamed() {
        TreeSet<String> all = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toCollection(TreeSet::new));
        all.addAll(OURS.keySet());

        // Later editions of the platform may know more.
        assertThat(Currencies.all()).allSatisfy(code -> assertThat(all).contains(code));
        assertThat(Currencies.all()).contains("CNY", "EUR", "USD", "XCG", "UYW").hasSize(233);
    }

    @Test
    void decimalsAreThoseOfThePlatform() {
        assertThat(Currency.getAvailableCurrencies())
                .filteredOn(currency -> Currencies.isKnown(currency.getCurrencyCode()))
                .hasSizeGreaterThan(220)
                .allSatisfy(currency -> assertThat(
                                Currencies.decimals(currency.getCurrencyCode()).orElse(-1))
                        .as(currency.getCurrencyCode())
                        .isEqualTo(currency.getDefaultFractionDigits()));
        assertThat(Currencies.decimals("UYW")).hasValue(4);
    }

    @Test
    void currenciesBeginAndEndOnTheirDays() {
        assertThat(Currencies.until("HRK").orElseThrow()).hasToString("2022-12-31");
        assertThat(Currencies.until("BGN").orElseThrow()).hasToString("2025-12-31");
        assertThat(Currencies.from("XCG").orElseThrow()).hasToString("2025-03-31");
        assertThat(Currencies.until("USD")).isEmpty();
        assertThat(Currencies.until("QQQ")).isEmpty();
    }

    @Test
    void noCurrencyEndsBeforeItBegins() {
        assertThat(Currencies.all())
                .filteredOn(code -> Currencies.from(code).isPresent())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(Currencies.from(code).orElseThrow())
                        .as(code)
                        .isBefore(Currencies.until(code).orElse(LocalDate.MAX)));
    }
}
