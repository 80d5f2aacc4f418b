package org.tongwen.routes.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Something asked of the desk, in the terms of HTTP.
 *
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param path such as {@code /messages/<id>/release}; what stands for names in it is decoded
 * @param parameters those of the query, decoded
 * @param body what was sent with it; empty when nothing was
 */
public record Call(String method, List<String> path, Map<String, String> parameters, byte[] body) {

    private static final byte[] NOTHING = {};

    /** Copies the parameters. */
    public Call {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
    }

    /** A question. */
    public static Call get(Map<String, String> parameters, String... path) {
        return new Call("GET", Arrays.asList(path), parameters, NOTHING);
    }

    /** An order. */
    public static Call of(String method, Map<String, String> parameters, byte[] body, String... path) {
        return new Call(method, Arrays.asList(path), parameters, body);
    }
}
