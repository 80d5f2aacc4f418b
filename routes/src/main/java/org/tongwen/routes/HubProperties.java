package org.tongwen.routes;

import java.util.Map;
import java.util.TreeMap;

/** The hub's options as Camel's properties and as values for the placeholders of route files. */
final class HubProperties {

    private HubProperties() {}

    static Map<String, String> of(HubOptions options) {
        Map<String, String> properties = new TreeMap<>();
        camel(properties);
        properties.put(
                "camel.main.shutdown-timeout", Long.toString(options.timeout().toSeconds() + 5));
        properties.put(
                "camel.main.routes-include-pattern",
                options.routes()
                        .map(folder -> "file:" + folder.toAbsolutePath() + "/*.camel.yaml")
                        .orElse("classpath:routes/*.camel.yaml"));
        if (options.folder().isEmpty()) {
            properties.put("camel.main.routes-exclude-pattern", "**/folder.camel.yaml,folder.camel.yaml");
        }
        properties.put("tongwen.host", options.host());
        properties.put("tongwen.port", Integer.toString(options.port()));
        properties.put("tongwen.maxBytes", Integer.toString(options.maxBytes()));
        options.folder()
                .ifPresent(folder -> properties.put(
                        "tongwen.folder", folder.toAbsolutePath().normalize().toString()));
        properties.putAll(options.properties());
        return properties;
    }

    private static void camel(Map<String, String> properties) {
        properties.put("camel.main.name", "tongwen");
        properties.put("camel.main.startup-summary-level", "Off");
        properties.put("camel.main.auto-configuration-log-summary", "false");
        properties.put("camel.main.base-package-scan-enabled", "false");
        properties.put("camel.main.jmx-enabled", "false");
        properties.put("camel.main.load-health-checks", "true");
        // Threads for requests. Each connection keeps to one of them, so a slow request delays only a few others; most
        // of the time they wait
        // for the journal, which writes for many at once.
        properties.put("camel.component.netty-http.maximum-pool-size", "64");
        properties.put("camel.health.enabled", "true");
        properties.put("camel.health.routes-enabled", "true");
        properties.put("camel.health.consumers-enabled", "true");
    }
}
