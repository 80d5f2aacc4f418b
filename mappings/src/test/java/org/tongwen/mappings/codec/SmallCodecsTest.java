package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers, numbers and small words. */
class SmallCodecsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iban|de89 3704 0044 0532 0130 00|DE89370400440532013000",
                "iban|DE88370400440532013000|codec.Identifier",
                "bic|deutdeff|DEUTDEFF",
                "bic|DEUTQQFF|codec.Identifier",
                "lei|5493001kjtiigc8y1r12|5493001KJTIIGC8Y1R12",
                "lei|5493001KJTIIGC8Y1R13|codec.Identifier",
                "country|cn|CN",
                "country|UK|codec.Identifier",
                "country|XK|XK",
                "country(alpha-3)|KEN|KE",
                "currency|kes|KES",
                "currency|QQQ|codec.Identifier",
                "number(numeric-currency)|978|EUR",
                "number(numeric-currency)|946|RON",
                "number(numeric-currency)|000|codec.Code",
                "number(numeric-country)|156|CN",
                "flag(Y, N)|Y|true",
                "flag(Y, N)|y|codec.Flag",
                "pad(left 0 6)|000000|0",
                "pad(left 0 6)|0000000|codec.TooLong",
                "sign(C, D, 9)|D00000150|-150",
                "sign(C, D)|X150|codec.Amount",
                "overpunch(14)|0000000004250E|42505",
                "overpunch(14)|0000000004250N|-42505",
                "overpunch(3)|00}|-0",
                "overpunch(3)|00Z|codec.Amount",
                "uuid(35)|3f0c8a1e-52d7-4c39-9a64-0b7e1d2f5c88|3f0c8a1e52d74c399a640b7e1d2f5c88",
                "uuid(35)|3f0c8a1e52d74c399a640b7e1d2f5c88|codec.Uuid",
                "epoch(seconds)|1796342400|2026-12-04T00:00:00+00:00",
                "epoch(seconds)|-1|codec.Date",
                "decimal(places 2)|1.5|1.5",
                "minor(currency, numeric)|x|codec.Currency"
            })
    void towardsIso(String call, String source, String iso) {
        Codec codec = Calls.codec(call);
        assertThat(Calls.to(codec, source, codec.sourcePaths().toArray(String[]::new)))
                .isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msisdn|+233 200000001|+233200000001",
                "msisdn|00233-20-0000001|+233200000001",
                "msisdn|254700000003|+254700000003",
                "msisdn|0700000003|codec.Msisdn",
                "msisdn|+12345|codec.Msisdn",
                "msisdn|+1234567890123456|codec.Msisdn",
                "msisdn|call me|codec.Msisdn",
                "msisdn(86)|13800138000|+8613800138000",
                "msisdn(44)|07700 900123|+447700900123",
                "msisdn(39)|06 1234567|+39061234567",
                "msisdn(86)|+44 7700 900123|+447700900123",
                "msisdn(phone)|+12025550100|+1-2025550100",
                "msisdn(phone)|+8613800138000|+86-13800138000",
                "msisdn(phone)|+233200000001|+233-200000001"
            })
    void telephoneNumbers(String call, String source, String iso) {
        assertThat(Calls.to(Calls.codec(call), source)).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msisdn|+233200000001|+233200000001",
                "msisdn(digits)|+233200000001|233200000001",
                "msisdn(86)|+86-13800138000|13800138000",
                "msisdn(86)|+447700900123|+447700900123",
                "msisdn|233200000001|codec.Msisdn",
                "country|uk|codec.Identifier",
                "flag(Y, N)|1|Y",
                "flag(Y, N)|no|codec.Flag",
                "pad(right 6)|AB|'AB    '",
                "pad(right 6)|'AB '|codec.Pad",
                "pad(left 0 6)|0012|codec.Pad",
                "pad(left 0 6)|1234567|codec.TooLong",
                "sign(C, D, 9)|-150|D00000150",
                "sign(C, D, 3)|150|codec.TooLong",
                "sign(C, D)|1.5|codec.Amount",
                "overpunch(5)|-425|0042N",
                "uuid(35)|3f0c8a1e52d74c399a640b7e1d2f5c8|codec.Uuid",
                "epoch(seconds)|2026-12-04T08:00:00.5+08:00|1796342400",
                "epoch(seconds)|1969-12-31T23:59:59Z|codec.Date",
                "text(back 5)|Invoice|Invoi",
                "text(back 5 mark +)|Invoice|Invo+",
                "charset(swift-x)|Müller|Muller",
                "pinyin(person)|张三|ZHANG SAN",
                "decimal(places 2)|1.5|1.50",
                "decimal(places 0)|1.5|codec.Decimals"
            })
    void fromIso(String call, String iso, String source) {
        assertThat(Calls.from(Calls.codec(call), iso)).isEqualTo(source);
    }

    @Test
    void uuidsComeBack() {
        Random random = new Random(8);
        Codec codec = Calls.codec("uuid(35)");
        for (int i = 0; i < 500; i++) {
            String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
            assertThat(Calls.to(codec, uuid)).hasSize(32);
            assertThat(Calls.from(codec, Calls.to(codec, uuid))).isEqualTo(uuid);
        }
    }

    @Test
    void amountsKeepTheirSignBesideThem() {
        Codec codec = Calls.codec("overpunch(14) then minor(EUR, CdtDbtInd)");
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            String digits = String.format(Locale.ROOT, "%013d", Math.abs(random.nextLong()) % 10_000_000_000_000L);
            String amount = digits + "{ABCDEFGHI}JKLMNOPQR".charAt(random.nextInt(20));
            Map<String, String> iso = Calls.iso(codec, amount);
            assertThat(iso.get("")).doesNotStartWith("-");
            boolean negative = "}JKLMNOPQR".indexOf(amount.charAt(13)) >= 0;
            assertThat(iso.get("../CdtDbtInd")).isEqualTo(negative ? "DBIT" : "CRDT");
            assertThat(Calls.back(codec, iso).value()).isEqualTo(amount);
        }
        assertThat(Calls.back(codec, Map.of("", "1.00", "@Ccy", "EUR")).value()).isEqualTo("codec.Amount");
    }

    @Test
    void currenciesByNumberAndInSmallLetters() {
        assertThat(Calls.iso(Calls.codec("minor(ccy, numeric)"), "128050", "156"))
                .isEqualTo(Map.of("", "1280.50", "@Ccy", "CNY"));
        assertThat(Calls.back(Calls.codec("minor(ccy, lower)"), Map.of("", "128.50", "@Ccy", "USD")))
                .isEqualTo(Codec.Source.of("12850", "usd"));
        assertThat(Calls.iso(Calls.codec("minor(ccy, lower)"), "1", "USD"))
                .isEqualTo(Map.of("refused", "codec.Currency"));
        assertThat(Calls.back(Calls.codec("decimal(places, ccy)"), Map.of("", "5", "@Ccy", "JPY"))
                        .value())
                .isEqualTo("5");
    }

    @Test
    void aBankWithTwoNamesForItsBicIsTheSame() {
        Codec codec = Calls.codec("agent");
        assertThat(codec.isSameIso(Map.of("BIC", "DEUTDEFF"), Calls.iso(codec, "DEUTDEFF")))
                .isTrue();
        assertThat(codec.isSameIso(Map.of("BICFI", "DEUTDEFF", "Nm", "X"), Calls.iso(codec, "DEUTDEFF")))
                .isFalse();
        assertThat(codec.worksWith(Set.of("Nm"))).isFalse();
    }

    @Test
    void anAliasOfAnotherKindIsRefused() {
        Codec codec = Calls.codec("proxy(EWAL)");
        assertThat(Calls.back(codec, Map.of("Tp/Cd", "MBNO", "Id", "1")).value())
                .isEqualTo("codec.Proxy");
        assertThat(Calls.back(codec, Map.of("Id", "1")).value()).isEqualTo("codec.Proxy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Main Road;Berlin, DE|Berlin|DE",
                "Main Road;DE/Berlin|Berlin|DE",
                "Main Road;3/DE/10115 Berlin|10115 Berlin|DE",
                "Main Road;Berlin;DE|Berlin|DE",
                "DE/Berlin|Berlin|DE"
            })
    void townsAreToldByTheirCountry(String lines, String town, String country) {
        Map<String, String> iso =
                Calls.iso(Calls.codec("address(hybrid)"), new Codec.Source(List.of(lines.split(";")), List.of()));
        assertThat(iso).containsEntry("TwnNm", town).containsEntry("Ctry", country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Main Road;Berlin",
                "Main Road NO",
                "DE",
                "Main Road;Berlin, QQ",
                "A;B;C;Berlin;DE",
                "Main Road;Berlin, Germany",
                ""
            })
    void townsAreNotGuessed(String lines) {
        assertThat(Calls.iso(Calls.codec("address(hybrid)"), new Codec.Source(List.of(lines.split(";")), List.of())))
                .isEqualTo(Map.of("refused", "codec.Address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minor",
                "minor(CdtDbtInd)",
                "decimal(places)",
                "decimal(numeric)",
                "decimal(comma, places 2)",
                "flag(Y)",
                "flag(Y, Y)",
                "pad(left)",
                "pad(middle 0 3)",
                "pad(left 00 3)",
                "sign(C)",
                "sign(C, C)",
                "sign(C, D, 1)",
                "overpunch",
                "overpunch(41)",
                "uuid",
                "uuid(34)",
                "msisdn(999999)",
                "msisdn(8)",
                "msisdn(86, digits)",
                "proxy(ABCD)",
                "proxy",
                "agent(XXXXX)",
                "iban(x)",
                "country(4)",
                "number(x)",
                "address",
                "address(lines)",
                "address(hybrid 8)",
                "address(structured Town)",
                "address(structured TwnNm TwnNm)",
                "address(structured TwnNm by)",
                "epoch",
                "epoch(days)",
                "text(spill 35)",
                "text(spill 35 nm)",
                "text(cut x)",
                "currency(x)",
                "bic(8)",
                "lei(x)"
            })
    void callsThatMakeNoSense(String call) {
        assertThat(Calls.exists(call)).isFalse();
    }
}
