package org.tongwen.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "iban;GB29NWBK60161331926819;GB28NWBK60161331926819",
                "iban;NL91ABNA0417164300;DE47NWBK60161331926819",
                "iban;FR1420041010050500013M02606;fr1420041010050500013m02606",
                "qr-iban;CH4431999123000889012;CH9300762011623852957",
                "bic;LAKEUS44;LAKEQX44",
                "bic;1AKEUS44XXX;LAKEUS4",
                "old-bic;LAKEUS44XXX;1AKEUS44XXX",
                "lei;529900T8BM49AURSDO55;529900T8BM49AURSDO54",
                "aba;021000021;021000022",
                "rf;RF18539007547034;RF19539007547034",
                "qrr;210000000003139471430009017;210000000003139471430009018",
                "country;XK;QX",
                "currency;CNY;CNX",
                "digits;0123;01a3",
                "alphanumeric;a1B2;a1-B2",
                "day;20261121;20261131",
                "time-with-offset;2026-11-21T10:30:00+14:00;2026-11-21T10:30:00+14:60",
                "time-with-offset;2026-11-21T10:30:00.5-05:30;2026-11-21T10:30:00Z",
                "time-with-zone;2026-11-21T10:30:00Z;2026-11-21T10:30:00",
                "fin-x;A/b-1?:().,'+ x;A&B",
                "fin-x-extended;A&B {c} \\d;Café",
                "free-of-slashes;A/B;A//B",
                "trimmed;a b; a b",
                "email;lin.wei@example.com;lin.wei@example",
                "phone;+86-13912345678;13912345678",
            })
    void aFormTakesWhatItIsAndNothingElse(String form, String good, String bad) {
        Condition condition = Condition.parse("v is " + form, Map.of()).value().orElseThrow();

        assertThat(condition).hasToString("v is " + form);
        assertThat(condition.holds(Group.of().with("v", good))).isTrue();
        assertThat(condition.holds(Group.of().with("v", bad))).isFalse();
    }
}
