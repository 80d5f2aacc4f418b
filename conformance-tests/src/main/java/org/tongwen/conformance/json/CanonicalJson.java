package org.tongwen.conformance.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one form of a JSON value by RFC 8785 (JSON Canonicalization Scheme): no white space, names in the order of their UTF-16 units,
 * escapes only where they must be, UTF-8. So one value has one sequence of bytes, which can be signed.
 */
public final class CanonicalJson {

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The bytes of a value.
     *
     * @throws JsonException when a text holds a lone surrogate
     */
    public static byte[] of(Json value) {
        CanonicalJson form = new CanonicalJson();
        form.value(value);
        return form.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Json value) {
        if (value instanceof Json.Text string) {
            string(string.text());
        } else if (value instanceof Json.Whole whole) {
            text.append(whole.number());
        } else if (value instanceof Json.Flag flag) {
            text.append(flag.isSet());
        } else if (value instanceof Json.Items list) {
            items(list.items());
        } else if (value instanceof Json.Fields fields) {
            // Strings of Java compare by UTF-16 units, as the RFC asks.
            fields(new TreeMap<>(fields.values()));
        }
    }

    private void items(List<Json> items) {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ",");
            value(items.get(i));
        }
        text.append(']');
    }

    private void fields(Map<String, Json> sorted) {
        text.append('{');
        Iterator<Map.Entry<String, Json>> fields = sorted.entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, Json> field = fields.next();
            string(field.getKey());
            text.append(':');
            value(field.getValue());
            text.append(fields.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private void string(String string) {
        if (!WellFormed.is(string)) {
            throw new JsonException("a text with a lone surrogate has no canonical form");
        }
        text.append('"');
        string.chars().forEach(c -> character((char) c));
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> text.append(c < 0x20 ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
    }
}
