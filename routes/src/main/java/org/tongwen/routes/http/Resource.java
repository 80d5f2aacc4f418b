package org.tongwen.routes.http;

import java.util.List;

/** What the interface offers: a path, in which {@code *} stands for one name, and the methods it takes. */
enum Resource {
    TRANSLATIONS("/translations/*/*", "POST, OPTIONS"),
    VALIDATIONS("/validations", "POST, OPTIONS"),
    MAPPINGS("/mappings", "GET, HEAD, OPTIONS"),
    MAPPING("/mappings/*", "GET, HEAD, OPTIONS"),
    HEALTH("/observe/health", "GET, HEAD, OPTIONS"),
    LIVE("/observe/health/live", "GET, HEAD, OPTIONS"),
    READY("/observe/health/ready", "GET, HEAD, OPTIONS"),
    METRICS("/observe/metrics", "GET, HEAD, OPTIONS"),
    OPENAPI("/openapi.yaml", "GET, HEAD, OPTIONS");

    private final List<String> segments;
    private final String methods;

    Resource(String path, String methods) {
        this.segments = List.of(path.split("/", -1));
        this.methods = methods;
    }

    /** The word that routes use: the name in lower case. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The methods it takes, as the Allow header lists them. */
    String methods() {
        return methods;
    }

    boolean takes(String method) {
        return List.of(methods.split(", ")).contains(method);
    }

    boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean name = segments.get(i).equals("*");
            if (name ? path.get(i).isEmpty() : !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
