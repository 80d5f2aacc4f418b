package org.tongwen.mappings.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws JSON Schemas and values that meet them about as often as not. */
final class RandomSchema {

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> LEAVES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "1.0",
            "-1",
            "0.5",
            "0.50",
            "2e0",
            "100",
            "1E2",
            "1e-1",
            "12345678901234567890",
            "0.0",
            "-0",
            "\"\"",
            "\"a\"",
            "\"ab\"",
            "\"abc\"",
            "\"A1\"",
            "\"😀\"",
            "\"中文\"",
            "\"1\"",
            "\"true\"",
            "\"a\\n\"");
    private static final List<String> PATTERNS = List.of(
            "^[a-z]+$", "b", "^(a|ab)(c|bcd)*$", "^.$", "^[A-Z][0-9]{1,2}$", "\\\\d", "^\\\\w*$", "$", "^(.*a){20}$");
    private static final List<String> TYPES =
            List.of("\"string\"", "\"number\"", "\"integer\"", "\"object\"", "\"array\"", "\"boolean\"", "\"null\"");

    private final Random random;

    RandomSchema(long seed) {
        this.random = new Random(seed);
    }

    /** A schema of documents with one field, v; some have definitions that refer to each other. */
    String root(boolean draft07) {
        String dialect =
                draft07 ? "\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"definitions\"" : "\"$defs\"";
        return "{%s: {\"x\": %s, \"y\": {\"type\": [\"object\", \"string\"], \"properties\": {\"a\": {\"$ref\": \"#/%s/y\"}}}}, \"properties\": {\"v\": %s}}"
                .formatted(dialect, schema(1).replace("$ref", "$comment"), draft07 ? "definitions" : "$defs", schema(3))
                .replace("#/$defs", draft07 ? "#/definitions" : "#/$defs");
    }

    String schema(int depth) {
        if (chance(8)) {
            return one(List.of("true", "false", "{}"));
        }
        Map<String, String> keywords = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String keyword = keyword(depth);
            keywords.put(keyword.substring(0, keyword.indexOf(':')), keyword);
        }
        if (keywords.containsKey("\"if\"")) {
            // The condition may have brought one.
            keywords.remove("\"else\"");
        }
        return keywords.values().stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private String keyword(int depth) {
        if (depth > 0 && chance(50)) {
            return group(depth - 1);
        }
        return switch (random.nextInt(16)) {
            case 0, 1 -> "\"type\": " + one(TYPES);
            case 2 -> "\"type\": [" + one(TYPES) + "]";
            case 3 -> "\"enum\": [" + value(1) + "]";
            case 4 -> "\"const\": " + value(1);
            case 5 -> "\"minLength\": " + random.nextInt(3);
            case 6 -> "\"maxLength\": " + random.nextInt(3);
            case 7 -> "\"minimum\": " + number();
            case 8 -> "\"maximum\": " + number();
            case 9 -> "\"exclusiveMinimum\": " + number();
            case 10 -> "\"exclusiveMaximum\": " + number();
            case 11 -> "\"pattern\": \"" + one(PATTERNS) + "\"";
            case 12 -> "\"required\": [\"" + one(NAMES) + "\"]";
            case 13 ->
                "\"" + one(List.of("minItems", "maxItems", "minProperties", "maxProperties")) + "\": "
                        + random.nextInt(3);
            case 14 -> "\"title\": \"t\"";
            default ->
                one(List.of(
                        "\"format\": \"date\"",
                        "\"uniqueItems\": true",
                        "\"multipleOf\": 0.5",
                        "\"deprecated\": true"));
        };
    }

    private String group(int depth) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> "\"properties\": {\"a\": %s, \"b\": %s}".formatted(schema(depth), schema(depth));
            case 3 -> "\"additionalProperties\": " + schema(depth);
            case 4 -> "\"items\": " + schema(depth);
            case 5 -> "\"not\": " + schema(depth);
            case 6 -> "\"allOf\": [%s, %s]".formatted(schema(depth), schema(depth));
            case 7 -> "\"anyOf\": [%s, %s]".formatted(schema(depth), schema(depth));
            case 8 -> "\"oneOf\": [%s, %s]".formatted(schema(depth), schema(depth));
            case 9 -> "\"if\": %s, \"then\": %s".formatted(schema(depth), schema(depth));
            case 10 -> "\"if\": %s, \"else\": %s".formatted(schema(depth), schema(depth));
            case 11 -> "\"$ref\": \"#/$defs/" + one(List.of("x", "y")) + "\"";
            case 12 -> "\"patternProperties\": {\"^a\": %s}".formatted(schema(depth));
            default -> "\"else\": " + schema(depth);
        };
    }

    /** The same text with one word in another place or form, mostly no schema any more. */
    String damaged(String schema) {
        String word = one(List.of("\"t\"", "[", "]", "{}", "true", "1", "\"a\"", "\"string\"", "0", "\"x\"", "\"y\""));
        String other = one(List.of(
                "\"t\"", "[1, ", "1]", "[]", "true", "-1", "1.5", "\"strin\"", "null", "{\"a\": 1}", "[\"a\", \"a\"]"));
        int at = schema.indexOf(word, random.nextInt(schema.length()));
        return at < 0 ? schema : schema.substring(0, at) + other + schema.substring(at + word.length());
    }

    String value(int depth) {
        return switch (depth > 0 ? random.nextInt(4) : 2) {
            case 0 ->
                NAMES.stream()
                        .filter(name -> chance(50))
                        .map(name -> "\"" + name + "\": " + value(depth - 1))
                        .collect(Collectors.joining(", ", "{", "}"));
            case 1 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(depth - 1))
                        .collect(Collectors.joining(", ", "[", "]"));
            default -> one(LEAVES);
        };
    }

    private String number() {
        return one(List.of("0", "1", "0.5", "-1", "100", "1.0", "12345678901234567890"));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
