package org.tongwen.rules.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifierTest {

    @Test
    void ibansProveThemselvesByTheirCheckDigits() {
        assertThat(Iban.isValid("DE89370400440532013000")).isTrue();
        assertThat(Iban.isValid("MT84MALT011000012345MTLCAST001S")).isTrue();
        assertThat(Iban.isValid("DE88370400440532013000")).isFalse();
        assertThat(Iban.isValid("DE89 3704 0044 0532 0130 00")).isFalse();
        assertThat(Iban.isValid("6222020200012345678")).isFalse();
    }

    @Test
    void currenciesKnowTheirDecimals() {
        assertThat(Currencies.decimals("CNY")).hasValue(2);
        assertThat(Currencies.decimals("JPY")).hasValue(0);
        assertThat(Currencies.decimals("KWD")).hasValue(3);
        assertThat(Currencies.decimals("CLF")).hasValue(4);
        assertThat(Currencies.decimals("XAU")).isEmpty();
        assertThat(Currencies.decimals("QQQ")).isEmpty();
    }

    @Test
    void aCodeOfAnUnknownSetIsNeverAllowed() {
        assertThat(ExternalCodes.knows("ExternalPurpose1Code")).isTrue();
        assertThat(ExternalCodes.allows("ExternalPurpose1Code", "SALA")).isTrue();
        assertThat(ExternalCodes.allows("ExternalPurpose1Code", "QQQQ")).isFalse();
        assertThat(ExternalCodes.knows("ExternalUnheardOf1Code")).isFalse();
        assertThat(ExternalCodes.allows("ExternalUnheardOf1Code", "SALA")).isFalse();
        assertThat(ExternalCodes.allows("Max35Text", "SALA")).isTrue();
    }
}
