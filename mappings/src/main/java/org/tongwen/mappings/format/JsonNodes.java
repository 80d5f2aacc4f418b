package org.tongwen.mappings.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
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
            case NUMBER -> number(tree.value());
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

    /**
     * The number for the schema validator. Whole numbers become whole nodes however they are written ({@code 1E2}, {@code 1.0}): the
     * validator compares decimal nodes with whole limits by their lowest 64 bits only. Zeros at the end are left out, so that 0.1 and
     * 0.10 are the same value to it.
     */
    private static JsonNode number(String number) {
        BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
        boolean whole = exact.scale() <= 0;
        return whole ? whole(exact.toBigIntegerExact()) : DecimalNode.valueOf(exact);
    }

    private static JsonNode whole(BigInteger exact) {
        if (exact.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(exact.intValueExact());
        }
        return exact.bitLength() < Long.SIZE ? LongNode.valueOf(exact.longValueExact()) : BigIntegerNode.valueOf(exact);
    }
}
