package org.tongwen.mappings.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tongwen.mappings.tree.Tree;

/** A tree in the form that the schema validator takes. */
final class JsonNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonNodes() {}

    /** The same value; numbers stay exact. */
    static JsonNode of(Tree tree) {
        return switch (tree.kind()) {
            case OBJECT -> object(tree);
            case LIST -> list(tree);
            case TEXT -> NODES.textNode(tree.value());
            case NUMBER -> JsonNumber.node(tree.value());
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(tree.value()));
            case NULL -> NODES.nullNode();
        };
    }

    private static ObjectNode object(Tree tree) {
        ObjectNode object = NODES.objectNode();
        tree.fields().forEach((name, field) -> object.set(name, of(field)));
        return object;
    }

    private static ArrayNode list(Tree tree) {
        ArrayNode list = NODES.arrayNode();
        tree.items().forEach(item -> list.add(of(item)));
        return list;
    }
}
