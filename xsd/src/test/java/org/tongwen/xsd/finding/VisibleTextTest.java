package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "张三, 4", "（a）, 5", "Ünal, 4", "U\u0308nal, 4", "한국, 4", "カナ, 4", "𠮷, 2", "…, 1"})
    void chineseCharactersTakeTwoColumnsAndJoiningMarksNone(String text, int width) {
        assertThat(VisibleText.width(text)).isEqualTo(width);
    }
}
