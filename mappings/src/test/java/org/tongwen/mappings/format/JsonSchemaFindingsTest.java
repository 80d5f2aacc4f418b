package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.bytes;
import static org.tongwen.mappings.format.JsonSupport.json;
import static org.tongwen.mappings.format.JsonSupport.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.finding.Finding;

class JsonSchemaFindingsTest {

    private static final String SCHEMA = """
            {"type": "object", "required": ["r"], "additionalProperties": false,
             "dependentRequired": {"needs": ["other"]},
             "properties": {
               "r": {}, "needs": {}, "other": {},
               "text": {"type": "string", "minLength": 2, "maxLength": 3},
               "pat": {"pattern": "^[a-z]+$"},
               "code": {"enum": ["A", 2, null]},
               "fixed": {"const": "A"},
               "int": {"type": "integer", "minimum": 1, "maximum": 1000},
               "num": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.5, "multipleOf": 0.01},
               "many": {"type": ["string", "null"]},
               "list": {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true},
               "either": {"anyOf": [{"type": "string"}, {"type": "object", "required": ["q"]}]},
               "one": {"oneOf": [{"maxLength": 3}, {"pattern": "^a"}]},
               "never": false,
               "not": {"not": {"type": "string"}},
               "inner": {"type": "object", "required": ["a/b"], "maxProperties": 1}
             }}
            """;

    private final SourceFormat json = json(SCHEMA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'text':1 ~ 1:15 /text ~ schema.Type ~ must be a text, but is a whole number ~ 1",
                "'text':null ~ 1:15 /text ~ schema.Type ~ must be a text, but is null ~ null",
                "'int':1.5 ~ 1:14 /int ~ schema.Type ~ must be a whole number, but is a number ~ 1.5",
                "'int':'7' ~ 1:14 /int ~ schema.Type ~ must be a whole number, but is a text ~ 7",
                "'many':true ~ 1:15 /many ~ schema.Type ~ must be a text or null, but is true or false ~ true",
                "'text':'中文😀字' ~ 1:15 /text ~ schema.MaxLength ~ has 4 characters, more than the 3 allowed ~ 中文😀字",
                "'text':'😀' ~ 1:15 /text ~ schema.MinLength ~ has 1 character, fewer than the 2 required ~ 😀",
                "'pat':'A' ~ 1:14 /pat ~ schema.Pattern ~ does not match the pattern ^[a-z]+$ ~ A",
                "'pat':'a\\n' ~ 1:14 /pat ~ schema.Pattern ~ does not match the pattern ^[a-z]+$ ~ `a\n`",
                "'code':'B' ~ 1:15 /code ~ schema.Enum ~ is none of the values allowed ~ B",
                "'fixed':'B' ~ 1:16 /fixed ~ schema.Enum ~ must be \"A\" ~ B",
                "'int':0 ~ 1:14 /int ~ schema.Range ~ must not be less than 1 ~ 0",
                "'int':1001 ~ 1:14 /int ~ schema.Range ~ must not be more than 1000 ~ 1001",
                "'num':0 ~ 1:14 /num ~ schema.Range ~ must be more than 0 ~ 0",
                "'num':0.50 ~ 1:14 /num ~ schema.Range ~ must be less than 0.5 ~ 0.50",
                "'num':0.015 ~ 1:14 /num ~ schema.Range ~ must be a multiple of 0.01 ~ 0.015",
                "'extra':7 ~ 1:16 /extra ~ schema.Unknown ~ the schema knows no field \"extra\" here ~ 7",
                "'never':1 ~ 1:16 /never ~ schema.Violation ~ must not be there ~ 1",
                "'not':'x' ~ 1:14 /not ~ schema.Violation ~ has a form that the schema rules out ~ x",
                "'either':1 ~ 1:17 /either ~ schema.Violation ~ fits none of the alternatives that the schema allows ~ 1",
                "'one':'abc' ~ 1:14 /one ~ schema.Violation ~ fits several alternatives of the schema, but must fit only one ~ abc",
            })
    void aViolationIsSaidAtTheValue(String field, String place, String id, String message, String value) {
        Finding finding = only("{\"r\":0," + field.replace('\'', '"') + "}");
        assertThat(finding.place() + " " + finding.id()).isEqualTo(place + " " + id);
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.value()).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'list':[] ~ 1:15 /list ~ has 0 items, fewer than the 1 required",
                "'list':[1,2,3] ~ 1:15 /list ~ has 3 items, more than the 2 allowed",
                "'list':[1,1.0] ~ 1:15 /list ~ has equal items, but all must differ",
                "'inner':{'a/b':1,'c':2} ~ 1:16 /inner ~ has 2 fields, more than the 1 allowed",
            })
    void listsAndObjectsAreMeasured(String field, String place, String message) {
        Finding finding = only("{\"r\":0," + field.replace('\'', '"') + "}");
        assertThat(finding.place() + " " + finding.id()).isEqualTo(place + " schema.Violation");
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.value()).isEmpty();
    }

    @Test
    void aMissingFieldIsSaidAtItsObjectWithItsOwnPath() {
        assertThat(read(json, "\n{\"inner\":{}}"))
                .containsExactly("2:1 /r schema.Missing", "2:10 /inner/a~1b schema.Missing");
        assertThat(only("{\"r\":0,\"needs\":1}").message())
                .isEqualTo("the field \"other\" is missing; \"needs\" requires it");
        assertThat(read(json, "{\"r\":0,\"needs\":1}")).containsExactly("1:1 /other schema.Missing");
    }

    @Test
    void allViolationsAreSaidInDocumentOrder() {
        assertThat(read(json, "{\"int\":0,\n \"text\":\"\",\n \"x\":{}}"))
                .containsExactly(
                        "1:1 /r schema.Missing",
                        "1:8 /int schema.Range",
                        "2:9 /text schema.MinLength",
                        "3:6 /x schema.Unknown");
    }

    @Test
    void hintsTellWhatIsAllowed() {
        assertThat(only("{\"r\":0,\"code\":\"B\"}").hint()).isEqualTo("allowed: A, 2, null");
        assertThat(only("{\"r\":0,\"either\":{}}").hint())
                .isEqualTo("must be a text, but is an object; or: the field \"q\" is missing");
    }

    @Test
    void alternativesInListsCountOncePerItem() {
        SourceFormat format = json("{\"properties\":{\"l\":{\"items\":{\"oneOf\":[{\"const\":1},{\"const\":2}]}}}}");
        assertThat(read(format, "{\"l\":[1,3,2,4]}"))
                .containsExactly("1:9 /l/1 schema.Violation", "1:13 /l/3 schema.Violation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.8446744073709551617E19",
                "18446744073709551617",
                "18446744073709551617.0",
                "1000.0000000000000000000000001"
            })
    void limitsHoldForNumbersThatNoMachineWordHolds(String number) {
        for (String type : List.of("\"type\":\"integer\",", "\"type\":\"number\",", "")) {
            SourceFormat format = json("{\"properties\":{\"a\":{" + type + "\"maximum\":1000}}}");
            assertThat(format.read(bytes("{\"a\":" + number + "}")).ok()).isFalse();
        }
    }

    @Test
    void aWholeNumberIsWholeHoweverItIsWritten() {
        assertThat(read(json, "{\"r\":0,\"int\":1E2}")).isEmpty();
        assertThat(read(json, "{\"r\":0,\"int\":100.0}")).isEmpty();
        assertThat(read(json, "{\"r\":0,\"num\":0.1}")).isEmpty();
    }

    @Test
    void zerosAtTheEndMakeNoOtherValue() {
        SourceFormat format =
                json("{\"properties\":{\"a\":{\"enum\":[0.5, 1]},\"b\":{\"const\":2.50},\"c\":{\"const\":0}}}");
        assertThat(read(format, "{\"a\":0.50,\"b\":2.5,\"c\":-0.00}")).isEmpty();
        assertThat(read(format, "{\"a\":1.0,\"b\":25E-1,\"c\":0e5}")).isEmpty();
        assertThat(read(format, "{\"a\":0.500000000000000000001}")).containsExactly("1:6 /a schema.Enum");
    }

    @Test
    void draft07IsReadWhenTheSchemaSaysSo() {
        SourceFormat format = json("""
                {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"n": {"type": "string"}},
                 "properties": {"a": {"$ref": "#/definitions/n"}, "t": {"items": [{"type": "string"}], "additionalItems": false}}}
                """);
        assertThat(read(format, "{\"a\":1,\"t\":[2]}")).containsExactly("1:6 /a schema.Type", "1:13 /t/0 schema.Type");
    }

    @Test
    void schemasOfTheSameIdDoNotStandForEachOther() {
        SourceFormat texts = json("{\"$id\":\"https://example.com/s\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
        SourceFormat numbers = json("{\"$id\":\"https://example.com/s\",\"properties\":{\"a\":{\"type\":\"number\"}}}");
        assertThat(read(texts, "{\"a\":\"x\"}")).isEmpty();
        assertThat(read(numbers, "{\"a\":1}")).isEmpty();
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsGivenUp() {
        SourceFormat format = json("{\"properties\":{\"a\":{\"pattern\":\"^(.*a){20}$\"}}}");
        Finding finding = format.read(bytes("{\"a\":\"" + "a".repeat(60) + "!\"}"))
                .findings()
                .get(0);
        assertThat(finding.place() + " " + finding.id()).isEqualTo("1:6 /a schema.Pattern");
        assertThat(finding.message()).contains("in reasonable time");
    }

    @Test
    void aPatternThatNeedsTooMuchStackIsGivenUp() {
        SourceFormat format =
                json("{\"properties\":{\"a\":{\"anyOf\":[{\"pattern\":\"^(a|b)*$\"},{\"maxLength\":1}]}}}");
        Finding finding = format.read(bytes("{\"a\":\"" + "ab".repeat(500_000) + "\"}"))
                .findings()
                .get(0);
        assertThat(finding.place() + " " + finding.id()).isEqualTo("1:6 /a schema.Pattern");
    }

    private Finding only(String document) {
        List<Finding> findings = json.read(bytes(document)).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
