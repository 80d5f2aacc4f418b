package org.tongwen.mappings.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.BuiltIn;

class UsesTest {

    private final AuthoredMapping wallet = BuiltIn.named("wallet.transfer");
    private final AuthoredMapping batch = BuiltIn.named("wechat-pay.transfer-batch");
    private final AuthoredMapping mt = BuiltIn.named("swift.mt103");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Document/FIToFICstmrCdtTrf/GrpHdr/MsgId | iso | 23:12",
                "GrpHdr/MsgId                            | iso | 23:12",
                "/GrpHdr/MsgId                           | iso | 23:12",
                "pacs.008.001.08                         | iso | 3:6",
                "payer.given_name                        | source | 37:11",
                "given_name                              | source | 37:11",
                "payer.type                              | source | 40:17",
                "fee_mode                                | source | 34:13",
                "CLRG                                    | code | 26:26",
                "SHAR                                    | code | 7:29",
                "purpose                                 | table | 8:3",
                "minor                                   | codec | 32:21",
                "minor(currency)                         | codec | 32:21",
                "NORM                                    | code | 31:27",
            })
    void aWordIsFoundWhereTheMappingUsesIt(String word, String kind, String place) {
        assertThat(Uses.of(wallet, List.of(word))).anySatisfy(use -> {
            assertThat(use.kind().word()).isEqualTo(kind);
            assertThat(use.place().line() + ":" + use.place().column()).isEqualTo(place);
        });
    }

    @Test
    void aTailIsWholeNamesOnly() {
        assertThat(Uses.of(wallet, List.of("sgId", "ame", "hrgBr", "LRG", "dr/Nm")))
                .isEmpty();
    }

    @Test
    void formulasNameFieldsGivenValuesAndConstants() {
        assertThat(Uses.of(batch, List.of("$debtor_agent")))
                .extracting(Use::kind)
                .containsExactly(Use.Kind.GIVEN, Use.Kind.GIVEN);
        assertThat(Uses.of(batch, List.of("appid")))
                .hasSize(2)
                .extracting(Use::kind)
                .containsOnly(Use.Kind.SOURCE);
        assertThat(Uses.of(batch, List.of("out_batch_no"))).hasSize(4);
        assertThat(Uses.of(mt, List.of("party.issuer")))
                .extracting(Use::text)
                .anyMatch(text -> text.contains("{country}/{issuer}"));
    }

    @Test
    void whatIsDeclaredInTheHeadIsAUseToo() {
        assertThat(Uses.of(batch, List.of("notify_url")))
                .singleElement()
                .satisfies(use -> assertThat(use.text()).startsWith("no-home notify_url: channel callback"));
        assertThat(Uses.of(mt, List.of("_23B"))).hasSize(2);
        assertThat(Uses.of(mt, List.of("_13C.time", "CLSTIME"))).hasSizeGreaterThan(4);
    }

    @Test
    void strangeWordsFindNothingAndDoNoHarm() {
        assertThat(Uses.of(wallet, List.of("", ".", "/", "[", "(", "\\", "*", "$", "'", "a b")))
                .allSatisfy(use -> assertThat(use.text()).isNotEmpty());
    }
}
