package org.tongwen.routes.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongwen.routes.access.Action;

/** What the interface offers: a path, in which {@code *} stands for one name, and the methods it takes with the right that each needs. */
enum Resource {
    TRANSLATIONS("/translations/*/*", Map.of("POST", Action.TRANSLATE)),
    VALIDATIONS("/validations", Map.of("POST", Action.VALIDATE)),
    MESSAGES("/messages", Map.of("POST", Action.SEND, "GET", Action.FIND)),
    MESSAGE("/messages/*", Map.of("GET", Action.SEE_MESSAGE)),
    SOURCE("/messages/*/source", Map.of("PUT", Action.DECIDE)),
    RELEASE("/messages/*/release", Map.of("POST", Action.DECIDE)),
    REFUSAL("/messages/*/refuse", Map.of("POST", Action.DECIDE)),
    DELIVERIES("/messages/*/deliveries", Map.of("POST", Action.DECIDE)),
    VERIFICATION("/journal/verification", Map.of("GET", Action.VERIFY)),
    MAPPINGS("/mappings", Map.of("GET", Action.SEE_MAPPINGS)),
    MAPPING("/mappings/*", Map.of("GET", Action.SEE_MAPPINGS)),
    HEALTH("/observe/health", Map.of("GET", Action.OBSERVE)),
    LIVE("/observe/health/live", Map.of("GET", Action.OBSERVE)),
    READY("/observe/health/ready", Map.of("GET", Action.OBSERVE)),
    METRICS("/observe/metrics", Map.of("GET", Action.OBSERVE)),
    OPENAPI("/openapi.yaml", Map.of());

    private final List<String> segments;
    private final Map<String, Action> actions;

    Resource(String path, Map<String, Action> actions) {
        this.segments = List.of(path.split("/", -1));
        this.actions = new TreeMap<>(actions);
    }

    /** The word that routes use: the name in lower case. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The methods it takes, as the Allow header lists them. */
    String methods() {
        List<String> methods = isOpen() ? List.of("GET") : List.copyOf(actions.keySet());
        return methods.stream()
                        .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                        .collect(Collectors.joining(", "))
                + ", OPTIONS";
    }

    boolean takes(String method) {
        return List.of(methods().split(", ")).contains(method);
    }

    /** The right that a method needs; empty when everybody may. */
    Optional<Action> action(String method) {
        return Optional.ofNullable(actions.get(method.equals("HEAD") ? "GET" : method));
    }

    private boolean isOpen() {
        return actions.isEmpty();
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
