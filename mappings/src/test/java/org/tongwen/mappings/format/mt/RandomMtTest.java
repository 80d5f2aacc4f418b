package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomMtTest {

    private static final int MESSAGES = 40;

    private static Stream<String> messages(RandomMt random) {
        return Stream.generate(random::message).limit(MESSAGES);
    }

    @Test
    void theSameSeedGivesTheSameMessages() {
        assertThat(messages(RandomMt.of("940", 5)).toList())
                .isEqualTo(messages(RandomMt.of("940", 5)).toList())
                .isNotEqualTo(messages(RandomMt.of("940", 6)).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aTestCanNarrowThemDown() {
        RandomMt random = RandomMt.of("202", 1)
                .with("B", "B.50K.account", "72.INS1", "3:121")
                .without("52A", "54a", "B.70", "13C")
                .fixed("32A.currency", "EUR", "USD")
                .fixed("3:119", "COV")
                .with("3:119")
                .fixed("header.sender", "AAAAGB2LAXXX");
        assertThat(messages(random))
                .allSatisfy(message -> assertThat(message)
                        .contains("AAAAGB2LAXXX", "{119:COV}", "{121:", ":50K:/", "/INS/")
                        .doesNotContain("\n:54", "\n:13C:", "\n:70:")
                        .containsPattern(":32A:......(EUR|USD)"));
        assertThat(messages(random).anyMatch(message -> message.contains(":52A:")))
                .isTrue();
    }

    @Test
    void groupsCanBeLeftOut() {
        assertThat(messages(RandomMt.of("202", 1).without("B"))).noneMatch(message -> message.contains("\n:59"));
        assertThat(messages(RandomMt.of("940", 1).with("line.86"))).allMatch(message -> message.contains(":86:"));
    }
}
