package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void aDocumentThatIsNamedStays() {
        assertThat(Place.of(3, 7, "/a").orIn("in.json")).hasToString("in.json:3:7 /a");
        assertThat(Place.of("/a").in("own.json").orIn("in.json")).hasToString("own.json /a");
    }
}
