package org.tongwen.rules.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"5493001KJTIIGC8Y1R12", "7LTWFZYICNSX8D621K86"})
    void leisProveThemselves(String lei) {
        assertThat(Lei.isValid(lei)).isTrue();
        for (int i = 0; i < lei.length(); i++) {
            char other = lei.charAt(i) == '1' ? '2' : '1';
            assertThat(Lei.isValid(lei.substring(0, i) + other + lei.substring(i + 1)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5493001kjtiigc8y1r12",
                "5493001KJTIIGC8Y1R1",
                "5493001KJTIIGC8Y1R12 ",
                "\uFF15493001KJTIIGC8Y1R12"
            })
    void whatHasNotTheFormIsNoLei(String text) {
        assertThat(Lei.isValid(text)).isFalse();
    }

    @Test
    void bicsNameACountry() {
        assertThat(Bic.isValid("DEUTDEFF")).isTrue();
        assertThat(Bic.isValid("DEUTDEFF500")).isTrue();
        assertThat(Bic.isValid("NLPRXKPR")).isTrue();
        assertThat(Bic.isValid("DEUTQQFF")).isFalse();
        assertThat(Bic.isValid("DEUTDEFF5")).isFalse();
        assertThat(Bic.isValid("deutdeff")).isFalse();
    }

    @Test
    void countriesAreThoseOfToday() {
        assertThat(Countries.all())
                .hasSizeGreaterThan(240)
                .contains("CN", "KE", "XK")
                .doesNotContain("UK", "SU", "ZZ");
    }
}
