package org.tongwen.mappings.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a violation of a JSON Schema is called and how it is said. */
final class SchemaSentence {

    private SchemaSentence() {}

    /** The finding's id by the keyword of the schema. */
    static String id(Error violation) {
        return switch (violation.getKeyword()) {
            case "required", "dependentRequired" -> "schema.Missing";
            case "additionalProperties", "unevaluatedProperties" -> "schema.Unknown";
            case "type" -> "schema.Type";
            case "maxLength" -> "schema.MaxLength";
            case "minLength" -> "schema.MinLength";
            case "pattern" -> "schema.Pattern";
            case "enum", "const" -> "schema.Enum";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> "schema.Range";
            default -> "schema.Violation";
        };
    }

    /** The finding's message, without the offending value. */
    static String message(Error violation) {
        JsonNode limit = violation.getSchemaNode();
        String said = limit.asText();
        return switch (violation.getKeyword()) {
            case "required" -> "the field \"" + violation.getProperty() + "\" is missing";
            case "dependentRequired" -> dependent(violation.getArguments());
            case "additionalProperties", "unevaluatedProperties" ->
                "the schema knows no field \"" + violation.getProperty() + "\" here";
            case "type" -> "must be " + types(limit) + ", but is " + type(found(violation.getInstanceNode()));
            case "maxLength" -> more(length(violation), "character", said);
            case "minLength" -> fewer(length(violation), "character", said);
            case "pattern" -> "does not match the pattern " + said;
            case "enum" -> "is none of the values allowed";
            case "const" -> "must be " + limit;
            case "minimum" -> "must not be less than " + said;
            case "maximum" -> "must not be more than " + said;
            case "exclusiveMinimum" -> "must be more than " + said;
            case "exclusiveMaximum" -> "must be less than " + said;
            case "multipleOf" -> "must be a multiple of " + said;
            default -> rare(violation.getKeyword(), violation.getInstanceNode(), said);
        };
    }

    /** What would help: the values allowed. */
    static String hint(Error violation) {
        return violation.getKeyword().equals("enum")
                ? "allowed: "
                        + elements(violation.getSchemaNode()).stream()
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", "))
                : "";
    }

    private static String rare(String keyword, JsonNode value, String limit) {
        return switch (keyword) {
            case "minItems" -> fewer(value.size(), "item", limit);
            case "maxItems" -> more(value.size(), "item", limit);
            case "minProperties" -> fewer(value.size(), "field", limit);
            case "maxProperties" -> more(value.size(), "field", limit);
            case "uniqueItems" -> "has equal items, but all must differ";
            case "contains" -> "has not the number of items of a certain form that the schema requires";
            case "propertyNames" -> "has a field whose name the schema does not allow";
            case "format" -> "is not of the format " + limit;
            case "not" -> "has a form that the schema rules out";
            case "false" -> "must not be there";
            default -> "breaks the rule \"" + keyword + "\" of the schema";
        };
    }

    private static String more(int count, String what, String limit) {
        return "has " + count + " " + what + (count == 1 ? "" : "s") + ", more than the " + limit + " allowed";
    }

    private static String fewer(int count, String what, String limit) {
        return "has " + count + " " + what + (count == 1 ? "" : "s") + ", fewer than the " + limit + " required";
    }

    private static String dependent(Object[] missingAndPresent) {
        return "the field \"" + missingAndPresent[0] + "\" is missing; \"" + missingAndPresent[1] + "\" requires it";
    }

    private static int length(Error violation) {
        String text = violation.getInstanceNode().asText();
        return text.codePointCount(0, text.length());
    }

    private static String types(JsonNode expected) {
        return expected.isTextual()
                ? type(expected.asText())
                : elements(expected).stream()
                        .map(JsonNode::asText)
                        .map(SchemaSentence::type)
                        .collect(Collectors.joining(" or "));
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private static String type(String schemaWord) {
        return switch (schemaWord) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            default -> schemaWord;
        };
    }
}
