package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("swift.mt103", "swift.mt202", "wallet.transfer", "wechat-pay", "to");

    @ParameterizedTest
    @CsvSource({
        "swift.mt13, swift.mt103",
        "SWIFT.MT202, swift.mt202",
        "walet.tranfser, wallet.transfer",
        "wechatpay, wechat-pay",
        "ot, ''",
        "t, to",
        "swift, ''",
        "'', ''",
    })
    void aThirdOfTheLettersMayBeWrong(String unknown, String meant) {
        assertThat(Nearest.of(unknown, KNOWN).orElse("")).isEqualTo(meant);
    }

    @Test
    void ofNamesEquallyNearTheFirstByAlphabetIsMeant() {
        assertThat(Nearest.of("swift.mt", List.of("swift.mtz", "swift.mta"))).contains("swift.mta");
    }

    @Test
    void aNameOfAnyLengthIsAnsweredAtOnce() {
        assertThat(Nearest.of("x".repeat(10_000_000), KNOWN)).isEmpty();
    }

    @Test
    void aHintEndsASentence() {
        assertThat(Nearest.hint("wechatpay", KNOWN)).isEqualTo("; did you mean 'wechat-pay'?");
        assertThat(Nearest.hint("certify", KNOWN)).isEmpty();
        assertThat(Nearest.hint("certify", List.of())).isEmpty();
    }
}
