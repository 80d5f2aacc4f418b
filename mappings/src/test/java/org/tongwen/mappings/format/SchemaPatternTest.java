package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "b ~ abc ~ true",
                "^b ~ abc ~ false",
                "^a$ ~ `a\n` ~ false",
                "^\\$$ ~ $ ~ true",
                "^[$]$ ~ $ ~ true",
                "^[a[b]+$ ~ a[b ~ true",
                "^[a&&b]+$ ~ a&b ~ true",
                "^[\\]a]+$ ~ a]a ~ true",
                "^\\u{1F600}.$ ~ 😀😀 ~ true",
                "^\\u4e2d$ ~ 中 ~ true",
                "^\\p{L}+$ ~ 中文é ~ true",
                "^\\d+$ ~ ١٢ ~ false",
                "^.{2}$ ~ 😀中 ~ true",
            })
    void patternsMeanWhatEcmaScriptMeans(String pattern, String value, boolean matches) {
        assertThat(new SchemaPattern(pattern).judge(value)).isEqualTo(SchemaVerdict.of(matches));
    }

    @Test
    void aLongTextIsNoReasonToGiveUp() {
        assertThat(new SchemaPattern("^[0-9a-f]*$").judge("0f".repeat(5_000_000)))
                .isEqualTo(SchemaVerdict.VALID);
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new SchemaPattern("a)")).isInstanceOf(PatternSyntaxException.class);
    }
}
