package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountCodecTest {

    private static final List<String> ALL =
            List.of("minor(CNY)", "decimal", "decimal(CNY)", "decimal(comma, CNY)", "decimal(no-trailing-zeros)");

    @ParameterizedTest
    @ValueSource(strings = {"minor(CNY)", "minor(currency)"})
    void smallestUnitsComeBack(String call) {
        Codec codec = Calls.codec(call);
        List<String> currencies = call.equals("minor(CNY)") ? List.of("CNY") : List.of("CNY", "JPY", "KWD");
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            String currency = currencies.get(random.nextInt(currencies.size()));
            String text = Long.toString(random.nextLong(1_000_000_000_000_000_000L));
            Codec.Source source =
                    codec.sourcePaths().isEmpty() ? Codec.Source.of(text) : Codec.Source.of(text, currency);
            assertThat(Calls.back(codec, Calls.iso(codec, source))).isEqualTo(source);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decimal", "decimal(CNY)", "decimal(comma, CNY)", "decimal(no-trailing-zeros)"})
    void unitsAndDecimalsComeBack(String call) {
        Codec codec = Calls.codec(call);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(3));
            String text = call.contains("zeros") && number.signum() != 0
                    ? number.stripTrailingZeros().toPlainString()
                    : number.toPlainString();
            String written = call.contains("comma") ? text.replace('.', ',') + (text.contains(".") ? "" : ",") : text;
            assertThat(Calls.back(codec, Calls.iso(codec, written)).value()).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @CsvSource({"minor(CNY), 000100, 100", "'decimal(comma, CNY)', '000100,5', '100,5'"})
    void zerosThatDoNotCountAreCompared(String call, String text, String again) {
        Codec codec = Calls.codec(call);

        assertThat(Calls.back(codec, Calls.iso(codec, text)).value()).isEqualTo(again);
        assertThat(codec.fidelity()).isEqualTo(Codec.Fidelity.NORMALISING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1e5", "9E-999999999", "", " ", "-", ".", "1,5", "1 5", "NaN", "٣", "0x1"})
    void whatIsNoNumberOfXmlSchemaIsRefused(String iso) {
        for (String call : ALL) {
            Codec codec = Calls.codec(call);
            assertThat(Calls.from(codec, iso)).isEqualTo("codec.Amount");
            assertThat(codec.isSameIso(Map.of("", iso), Map.of("", "1"))).isFalse();
        }
    }

    @Test
    void longTextsAreRefusedQuickly() {
        String digits = "1".repeat(3_000_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String call : ALL) {
                Codec codec = Calls.codec(call);
                assertThat(Calls.from(codec, digits)).isEqualTo("codec.Amount");
                assertThat(Calls.to(codec, digits)).isEqualTo("codec.Amount");
                assertThat(Calls.to(codec, "1E999999999")).isEqualTo("codec.Amount");
            }
        });
    }

    @Test
    void exponentsThatMakeLongNumbersAreRefused() {
        assertThat(Calls.to(Calls.codec("decimal"), "1.5E3")).isEqualTo("1500");
        assertThat(Calls.to(Calls.codec("decimal"), "1E99")).isEqualTo("codec.Amount");
        assertThat(Calls.to(Calls.codec("decimal"), "1E-99")).isEqualTo("codec.Amount");
    }

    @Test
    void outerBlanksDoNotCount() {
        for (String call : ALL) {
            Codec codec = Calls.codec(call);
            assertThat(Calls.from(codec, "\r\n\t 12.5 ")).isEqualTo(Calls.from(codec, "12.5"));
            assertThat(codec.isSameIso(Map.of("", " 12.50\n"), Map.of("", "12.5")))
                    .isTrue();
        }
    }

    @Test
    void otherFormsOfXmlSchemaAreRead() {
        Codec codec = Calls.codec("decimal");

        assertThat(Calls.from(codec, "+1.")).isEqualTo("1");
        assertThat(Calls.from(codec, ".5")).isEqualTo("0.5");
        assertThat(Calls.from(codec, "-0.5")).isEqualTo("-0.5");
    }

    @Test
    void whatTheInstitutionCannotReadIsRefused() {
        assertThat(Calls.from(Calls.codec("decimal(comma)"), "-1.5")).isEqualTo("codec.Amount");
        assertThat(Calls.from(Calls.codec("minor(CNY)"), "12345678901234567.89"))
                .isEqualTo("codec.Amount");
    }

    @Test
    void currenciesAreCompared() {
        Codec codec = Calls.codec("decimal(currency)");

        assertThat(codec.isSameIso(Map.of("", "1", "@Ccy", "EUR"), Map.of("", "1.0", "@Ccy", "EUR")))
                .isTrue();
        assertThat(codec.isSameIso(Map.of("", "1", "@Ccy", "EUR"), Map.of("", "1", "@Ccy", "USD")))
                .isFalse();
        assertThat(codec.isSameIso(Map.of("", "1"), Map.of("", "1", "@Ccy", "USD")))
                .isTrue();
        assertThat(codec.isSameIso(Map.of(), Map.of())).isTrue();
    }

    @Test
    void currenciesAndDecimalsAreRefused() {
        assertThat(Calls.to(Calls.codec("decimal(currency)"), "1", "QQQ")).isEqualTo("codec.Currency");
        assertThat(Calls.to(Calls.codec("decimal(currency)"), "1", "")).isEqualTo("codec.Currency");
        assertThat(Calls.to(Calls.codec("minor(XAU)"), "1")).isEqualTo("codec.Currency");
        assertThat(Calls.to(Calls.codec("minor(CNY)"), "1.5")).isEqualTo("codec.Amount");
        assertThat(Calls.to(Calls.codec("decimal(JPY)"), "1.5")).isEqualTo("codec.Decimals");
        assertThat(Calls.from(Calls.codec("decimal(JPY)"), "1.5")).isEqualTo("codec.Decimals");
        assertThat(Calls.to(Calls.codec("decimal(comma)"), "1.5")).isEqualTo("codec.Amount");
        assertThat(Calls.back(Calls.codec("minor(CNY)"), Map.of("", "1", "@Ccy", "EUR"))
                        .value())
                .isEqualTo("codec.Currency");
    }
}
