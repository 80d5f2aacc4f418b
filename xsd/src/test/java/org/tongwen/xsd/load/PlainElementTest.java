package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainElementTest {

    @Test
    void elementsAreReadWithWhatStandsInThem() {
        SchemaElement read = element("""
                <xs:simpleType name="Code">
                  <xs:restriction base="xs:string">
                    <xs:pattern value="[A-Z]{3,3}"/>
                  </xs:restriction>
                </xs:simpleType>
                """).read();

        assertThat(read.kind()).isEqualTo("simpleType");
        SchemaElement restriction = read.child("restriction").orElseThrow();
        assertThat(restriction.attribute("base")).contains("xs:string");
        assertThat(restriction.child("pattern").orElseThrow().required("value")).isEqualTo("[A-Z]{3,3}");
    }

    @Test
    void declarationsOfPrefixesAreNoAttributes() {
        PlainElement element = element("<xs:schema xmlns:xs=\"urn:xs\" xmlns=\"urn:own\" id=\"a\"/>");

        assertThat(element.read().attributes()).containsOnlyKeys("id");
        assertThat(element.prefixes()).containsEntry("xs", "urn:xs").containsEntry("", "urn:own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:any a='1'/>",
                "<xs:any  a=\"1\"/>",
                "<xs:any a=\"&lt;\"/>",
                "<xs:any\ta=\"1\"/>",
                "<!-- one --><xs:any/>",
                "<any/>",
                "text"
            })
    void anotherLayoutIsRefusedWithItsLine(String line) {
        PlainElement element = element("<xs:choice>\n" + line + "\n</xs:choice>");

        assertThatThrownBy(element::read)
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.place().toString()).isEqualTo("a.xsd:2"))
                .hasMessageContaining("not in the catalogue's layout");
    }

    private static PlainElement element(String text) {
        return new PlainElement("a.xsd", text.getBytes(StandardCharsets.ISO_8859_1), 0);
    }
}
