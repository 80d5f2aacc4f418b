package org.tongwen.conformance.play;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/**
 * What a document says, whatever way it is written: the values of an ISO message or a JSON document by their paths, or the lines of a text.
 * Indentation, prefixes, the order of attributes and of JSON fields, and the form of line ends say nothing.
 */
final class Canonical {

    private static final MessageReader READER = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Canonical() {}

    /** The values of a document, by path. */
    static Map<String, String> values(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            Optional<BusinessMessage> message = READER.read(document).value();
            return message.map(Canonical::values).orElseGet(() -> lines(text));
        }
        return json(text).map(Canonical::values).orElseGet(() -> lines(text));
    }

    /** Without the values at these paths and below them. */
    static Map<String, String> without(List<String> paths, Map<String, String> values) {
        Map<String, String> left = new LinkedHashMap<>(values);
        left.keySet().removeIf(path -> paths.stream().anyMatch(gone -> isAt(path, gone)));
        return left;
    }

    private static boolean isAt(String path, String gone) {
        return path.equals(gone) || path.startsWith(gone + "/") || path.startsWith(gone + "[");
    }

    /** How two documents differ, in words, with at most so many differences; empty when they say the same. */
    static String difference(Map<String, String> expected, Map<String, String> actual, int most) {
        List<String> differences = new ArrayList<>();
        expected.forEach((path, value) -> {
            String came = actual.get(path);
            if (came == null) {
                differences.add(path + " is missing: " + value);
            } else if (!came.equals(value)) {
                differences.add(path + " is " + came + " instead of " + value);
            }
        });
        actual.forEach((path, value) -> {
            if (!expected.containsKey(path)) {
                differences.add(path + " was added: " + value);
            }
        });
        String more = differences.size() > most ? "\nand " + (differences.size() - most) + " more" : "";
        return differences.stream().limit(most).collect(Collectors.joining("\n")) + more;
    }

    private static Map<String, String> values(BusinessMessage message) {
        Map<String, String> values = new LinkedHashMap<>();
        message.parts().flatMap(part -> part.root().all()).forEach(node -> add(node, values));
        return values;
    }

    private static void add(Node node, Map<String, String> values) {
        if (node.children().isEmpty()) {
            values.put(node.path(), node.text());
        }
        node.attributes().forEach((name, value) -> values.put(node.path() + "/@" + name, value));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> values(JsonNode json) {
        Map<String, String> values = new LinkedHashMap<>();
        add("", json, values);
        return values;
    }

    private static void add(String path, JsonNode json, Map<String, String> values) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(field -> add(path + "/" + field.getKey(), field.getValue(), values));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                add(path + "/" + i, array.get(i), values);
            }
        } else {
            values.put(
                    path,
                    json.isNumber() ? json.decimalValue().stripTrailingZeros().toPlainString() : json.toString());
        }
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            lines.put("line " + (i + 1), all.get(i).stripTrailing());
        }
        return lines;
    }
}
