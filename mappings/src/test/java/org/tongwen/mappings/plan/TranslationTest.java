package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class TranslationTest {

    @Test
    void aResultBesideAnErrorIsNone() {
        Finding error = Finding.error("mapping.X", Place.NOWHERE, "wrong");

        assertThat(new Translation(Optional.of(new byte[1]), "application/xml", List.of(error), List.of()).ok())
                .isFalse();
    }
}
