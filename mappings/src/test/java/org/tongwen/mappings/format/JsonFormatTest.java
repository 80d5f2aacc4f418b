package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.open;
import static org.tongwen.mappings.format.JsonSupport.places;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.tree.SourceField;

class JsonFormatTest {

    private final JsonFormat format = new JsonFormat();

    @Test
    void itIsCalledJsonAndTakesASchema() {
        assertThat(format.name()).isEqualTo("json");
        assertThat(format.options()).containsExactly("schema");
        assertThat(JsonSupport.json().mediaType()).isEqualTo("application/json");
    }

    @Test
    void withoutASchemaAnyObjectWillDo() {
        assertThat(JsonSupport.json().schema()).isEqualTo(SourceField.object(true, Map.of()));
        assertThat(JsonSupport.read(JsonSupport.json(), "{\"a\":[1,{}]}")).isEmpty();
    }

    @Test
    void unknownOptionsAreNamed() {
        var opened = format.open(Map.of("format", "json", "shema", "x", "indent", "4"), JsonSupport::nothing);
        assertThat(opened.value()).isEmpty();
        assertThat(opened.findings())
                .extracting(finding -> finding.id() + " " + finding.message())
                .containsExactly(
                        "mapping.UnknownOption the format json has no option \"indent\"",
                        "mapping.UnknownOption the format json has no option \"shema\"");
    }

    @Test
    void aSchemaFileThatIsNotThereIsAFinding() {
        var opened = format.open(Map.of("schema", "a.schema.json"), JsonSupport::nothing);
        assertThat(opened.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("mapping.MissingSchema");
            assertThat(finding.value()).contains("a.schema.json");
        });
    }

    @Test
    void aSchemaThatIsNotJsonIsAFindingAtItsPlace() {
        assertThat(places(open("{\"type\":\n\"object\",}").findings()))
                .containsExactly("a.schema.json:2:10 /type json.Syntax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'type':'objekt'} ~ 1:9 /type",
                "{'maxLength':-1} ~ 1:14 /maxLength",
                "{'required':'a'} ~ 1:13 /required",
                "{'properties':{'a':3}} ~ 1:20 /properties/a",
                "{'properties':{'a':{'pattern':'('}}} ~ 1:31 /properties/a/pattern",
                "{'patternProperties':{'(':{}}} ~ 1:27 /patternProperties/(",
                "{'$ref':'https://example.com/a.json'} ~ 1:9 /$ref",
                "{'$ref':'other.json#/a'} ~ 1:9 /$ref",
                "{'properties':{'a':{'$ref':'#/$defs/b'}}} ~ 1:28 /properties/a/$ref",
                "{'$ref':'#'} ~ 1:9 /$ref",
                "{'allOf':[{'$ref':'#'}]} ~ 1:19 /allOf/0/$ref",
                "{'type':'array'} ~ 1:9 /type",
                "{'$schema':'http://json-schema.org/draft-04/schema#'} ~ 1:12 /$schema",
            })
    void aBrokenSchemaIsAFindingAtItsPlace(String schema, String place) {
        assertThat(places(open(schema.replace('\'', '"')).findings()))
                .containsExactly("a.schema.json:" + place + " mapping.BrokenSchema");
    }

    @Test
    void valuesInASchemaAreNotTakenForReferences() {
        assertThat(open("{\"properties\":{\"$ref\":{\"const\":{\"$ref\":\"x\"}},\"pattern\":{\"enum\":[\"(\"]}}}")
                        .findings())
                .isEmpty();
    }
}
