package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageNameTest {

    @Test
    void theFamilyIsTheSameWithAndWithoutVersion() {
        assertThat(MessageName.family("pacs.008.001.08")).contains("pacs.008");
        assertThat(MessageName.family("pacs.008")).contains("pacs.008");
        assertThat("pacs.008").hasSize(MessageName.FAMILY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pacs", "pacs.08", "pacs.0081", "PACS.008", "pacs-008", "pacs.00x", "pac1.008"})
    void whatIsNoNameHasNoFamily(String text) {
        assertThat(MessageName.family(text)).isEmpty();
    }
}
