package org.tongwen.routes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.routes.config.HubConfig;

/**
 * How a hub is to be run.
 *
 * @param config who takes part, and what is remembered where
 * @param host the address that it listens on
 * @param port the port that it listens on; 0 for any free one
 * @param maxBytes the largest document that it takes, in bytes
 * @param timeout how long a request may take to arrive from its first byte on, and again to be answered
 * @param reporting how much translations say of the values that they carry, where a message does not ask for more or less
 * @param given values for mappings where a message brings none of its own
 * @param profile whose rules the messages that are made must keep to, where a message does not say
 * @param assignsUetr whether a payment without a UETR gets one, by mappings that take it
 * @param folder the folder for translation by file; empty for none
 * @param routes a folder with route files in place of the built-in ones; empty for those
 * @param properties further values for the placeholders of route files
 */
public record HubOptions(
        HubConfig config,
        String host,
        int port,
        int maxBytes,
        Duration timeout,
        Reporting reporting,
        Map<String, String> given,
        Profile profile,
        boolean assignsUetr,
        Optional<Path> folder,
        Optional<Path> routes,
        Map<String, String> properties) {

    /** Port 8080 of this machine only, 10 MB, 30 seconds, the built-in routes, no folder; who takes part says the configuration. */
    public static HubOptions of(HubConfig config) {
        return new HubOptions(
                config,
                "127.0.0.1",
                8080,
                10_000_000,
                Duration.ofSeconds(30),
                Reporting.LOSSES,
                Map.of(),
                Profile.USUAL,
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** Copies the maps and refuses numbers that make no sense. */
    public HubOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("the largest document has at least one byte");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the time-out is longer than nothing");
        }
        given = Map.copyOf(given);
        properties = Map.copyOf(properties);
    }

    /** The same with another configuration. */
    public HubOptions config(HubConfig other) {
        return with(draft -> draft.config = other);
    }

    /** The same with another address to listen on. */
    public HubOptions host(String address) {
        return with(draft -> draft.host = address);
    }

    /** The same with another port. */
    public HubOptions port(int number) {
        return with(draft -> draft.port = number);
    }

    /** The same with another limit. */
    public HubOptions maxBytes(int bytes) {
        return with(draft -> draft.maxBytes = bytes);
    }

    /** The same with another time-out. */
    public HubOptions timeout(Duration time) {
        return with(draft -> draft.timeout = time);
    }

    /** The same with another amount of reporting. */
    public HubOptions reporting(Reporting amount) {
        return with(draft -> draft.reporting = amount);
    }

    /** The same with other given values. */
    public HubOptions given(Map<String, String> values) {
        return with(draft -> draft.given = values);
    }

    /** The same with another profile. */
    public HubOptions profile(Profile other) {
        return with(draft -> draft.profile = other);
    }

    /** The same, giving a UETR to payments that have none, or not. */
    public HubOptions assigningUetr(boolean assigns) {
        return with(draft -> draft.assignsUetr = assigns);
    }

    /** The same with translation by file in that folder. */
    public HubOptions folder(Path path) {
        return with(draft -> draft.folder = Optional.of(path));
    }

    /** The same with the route files of that folder. */
    public HubOptions routes(Path path) {
        return with(draft -> draft.routes = Optional.of(path));
    }

    /** The same with other values for placeholders. */
    public HubOptions properties(Map<String, String> values) {
        return with(draft -> draft.properties = values);
    }

    private HubOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** Options that are being changed. */
    private static final class Draft {

        private HubConfig config;
        private String host;
        private int port;
        private int maxBytes;
        private Duration timeout;
        private Reporting reporting;
        private Map<String, String> given;
        private Profile profile;
        private boolean assignsUetr;
        private Optional<Path> folder;
        private Optional<Path> routes;
        private Map<String, String> properties;

        Draft(HubOptions from) {
            config = from.config;
            host = from.host;
            port = from.port;
            maxBytes = from.maxBytes;
            timeout = from.timeout;
            reporting = from.reporting;
            given = from.given;
            profile = from.profile;
            assignsUetr = from.assignsUetr;
            folder = from.folder;
            routes = from.routes;
            properties = from.properties;
        }

        HubOptions options() {
            return new HubOptions(
                    config,
                    host,
                    port,
                    maxBytes,
                    timeout,
                    reporting,
                    given,
                    profile,
                    assignsUetr,
                    folder,
                    routes,
                    properties);
        }
    }
}
