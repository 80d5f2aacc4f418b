package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTextTest {

    @Test
    void aFindingIsOneLineAndItsHintASecond() {
        Finding finding = Finding.error(
                        "xsd.Pattern", new Place("支付.xml", 3, 7, "/Document/A"), "the value does not match")
                .value("𠮷\"x")
                .hint("write digits only");

        assertThat(FindingText.line(finding))
                .isEqualTo("支付.xml:3:7 /Document/A: [ERROR] the value does not match: \"𠮷\"x\" | xsd.Pattern\n"
                        + "    write digits only");
    }

    @Test
    void aLongValueIsCutBetweenCharacters() {
        assertThat(FindingText.line(Finding.note("a.B", Place.NOWHERE, "long").value("𠮷".repeat(61))))
                .isEqualTo("[NOTE] long: \"" + "𠮷".repeat(60) + "…\" | a.B");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '\t', '\n', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0x200F, 0x2028, 0x2029, 0x202E, 0x2066})
    void nothingInADocumentCommandsTheTerminalOrForgesALine(int character) {
        String evil = "a" + Character.toString(character) + "b";
        String escaped = String.format("a\\u%04xb", character);
        Place place = new Place(evil, 1, 2, "/" + evil);

        assertThat(FindingText.lines(List.of(
                        Finding.warning("x." + evil, place, evil).value(evil).hint(evil))))
                .isEqualTo("@:1:2 /@: [WARNING] @: \"@\" | x.@\n    @\n".replace("@", escaped));
    }
}
