package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree.Kind;

class JsonSchemaFieldsTest {

    @Test
    void fieldsKeepTheSchemasOrderAndFacts() {
        SourceField schema = json("""
                {"type": "object", "required": ["zeta", "list"], "properties": {
                  "zeta": {"type": "string", "maxLength": 32},
                  "alpha": {"type": "integer"},
                  "beta": {"type": "number"},
                  "flag": {"type": "boolean"},
                  "maybe": {"type": ["null", "string"], "maxLength": 5.0},
                  "code": {"enum": ["A", "B", null]},
                  "fixed": {"const": 7},
                  "list": {"type": "array", "items": {"type": "object", "properties": {"x": {"type": "string"}}}},
                  "any": true
                }}
                """).schema();
        assertThat(schema.kind()).isEqualTo(Kind.OBJECT);
        assertThat(schema.fields().keySet())
                .containsExactly("zeta", "alpha", "beta", "flag", "maybe", "code", "fixed", "list", "any");
        assertThat(field(schema, "zeta")).isEqualTo(SourceField.text(true, 32));
        assertThat(field(schema, "alpha")).isEqualTo(SourceField.leaf(Kind.NUMBER, false));
        assertThat(field(schema, "beta")).isEqualTo(SourceField.leaf(Kind.NUMBER, false));
        assertThat(field(schema, "flag")).isEqualTo(SourceField.leaf(Kind.BOOLEAN, false));
        assertThat(field(schema, "maybe")).isEqualTo(SourceField.text(false, 5));
        assertThat(field(schema, "code").kind()).isEqualTo(Kind.TEXT);
        assertThat(field(schema, "code").values()).containsExactly("A", "B");
        assertThat(field(schema, "fixed").kind()).isEqualTo(Kind.NUMBER);
        assertThat(field(schema, "fixed").values()).containsExactly("7");
        assertThat(field(schema, "list").required()).isTrue();
        assertThat(field(schema, "list").field("x")).contains(SourceField.leaf(Kind.TEXT, false));
        assertThat(field(schema, "any")).isEqualTo(SourceField.leaf(Kind.TEXT, false));
    }

    @Test
    void referencesInsideTheFileAreFollowed() {
        SourceField schema = json("""
                {"properties": {
                   "a": {"$ref": "#/$defs/name%20of~1it", "description": "beside a reference"},
                   "b": {"$ref": "#short"},
                   "c": {"$ref": "#/properties/list/items/0"},
                   "list": {"prefixItems": [{"type": "integer"}], "items": [{"type": "boolean"}]}},
                 "$schema": "http://json-schema.org/draft-07/schema#",
                 "$defs": {"name of/it": {"type": "string", "maxLength": 3}, "x": {"$anchor": "short", "type": "number"}}}
                """).schema();
        assertThat(field(schema, "a")).isEqualTo(SourceField.text(false, 3));
        assertThat(field(schema, "b").kind()).isEqualTo(Kind.NUMBER);
        assertThat(field(schema, "c").kind()).isEqualTo(Kind.BOOLEAN);
    }

    @Test
    void aSchemaThatContainsItselfEndsAtTheSecondRound() {
        SourceField schema = json("""
                {"type": "object", "properties": {"name": {"type": "string"}, "child": {"$ref": "#"},
                 "children": {"type": "array", "items": {"$ref": "#"}}}}
                """).schema();
        assertThat(field(schema, "child").fields()).isEmpty();
        assertThat(field(schema, "children").items()).map(SourceField::fields).contains(java.util.Map.of());
    }

    @Test
    void partsThatAllHoldAreMerged() {
        SourceField schema = json("""
                {"allOf": [{"properties": {"a": {"type": "string", "maxLength": 9, "enum": ["x", "y"]}}, "required": ["a"]},
                           {"properties": {"a": {"maxLength": 5, "enum": ["y", "z"]}, "b": {"type": "integer"}}}],
                 "type": "object"}
                """).schema();
        assertThat(field(schema, "a"))
                .isEqualTo(new SourceField(
                        Kind.TEXT, true, OptionalInt.of(5), List.of("y"), java.util.Map.of(), Optional.empty()));
        assertThat(field(schema, "b")).isEqualTo(SourceField.leaf(Kind.NUMBER, false));
    }

    @Test
    void alternativesDemandOnlyWhatAllOfThemDemand() {
        SourceField schema = json("""
                {"anyOf": [
                   {"properties": {"id": {"type": "string", "maxLength": 9}, "a": {"type": "string"}}, "required": ["id", "a"]},
                   {"properties": {"id": {"type": "string", "maxLength": 12}, "b": {"type": "number"}}, "required": ["b", "id"]}],
                 "properties": {"kind": {"oneOf": [{"const": "A"}, {"const": "B"}]},
                                "opt": {"anyOf": [{"type": "null"}, {"type": "string", "maxLength": 4}]}}}
                """).schema();
        assertThat(schema.fields().keySet()).containsExactly("kind", "opt", "id", "a", "b");
        assertThat(field(schema, "id")).isEqualTo(SourceField.text(true, 12));
        assertThat(field(schema, "a").required()).isFalse();
        assertThat(field(schema, "b").required()).isFalse();
        assertThat(field(schema, "kind").values()).containsExactly("A", "B");
        assertThat(field(schema, "opt")).isEqualTo(SourceField.text(false, 4));
    }

    @Test
    void conditionsAddFieldsButNoDemands() {
        SourceField schema = json("""
                {"properties": {"type": {"type": "string"}, "id": {"type": "string"}},
                 "if": {"properties": {"type": {"const": "P"}}},
                 "then": {"required": ["id"], "properties": {"id": {"maxLength": 3}, "extra": {"type": "boolean"}}}}
                """).schema();
        assertThat(field(schema, "type").values()).isEmpty();
        assertThat(field(schema, "id")).isEqualTo(SourceField.leaf(Kind.TEXT, false));
        assertThat(field(schema, "extra")).isEqualTo(SourceField.leaf(Kind.BOOLEAN, false));
    }

    private static SourceField field(SourceField schema, String name) {
        return schema.field(name).orElseThrow();
    }
}
