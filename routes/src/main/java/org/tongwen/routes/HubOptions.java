package org.tongwen.routes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
        return new HubOptions(
                other,
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

    /** The same with another address to listen on. */
    public HubOptions host(String address) {
        return new HubOptions(
                config,
                address,
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

    /** The same with another port. */
    public HubOptions port(int number) {
        return new HubOptions(
                config,
                host,
                number,
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

    /** The same with another limit. */
    public HubOptions maxBytes(int bytes) {
        return new HubOptions(
                config, host, port, bytes, timeout, reporting, given, profile, assignsUetr, folder, routes, properties);
    }

    /** The same with another time-out. */
    public HubOptions timeout(Duration time) {
        return new HubOptions(
                config, host, port, maxBytes, time, reporting, given, profile, assignsUetr, folder, routes, properties);
    }

    /** The same with another amount of reporting. */
    public HubOptions reporting(Reporting amount) {
        return new HubOptions(
                config, host, port, maxBytes, timeout, amount, given, profile, assignsUetr, folder, routes, properties);
    }

    /** The same with other given values. */
    public HubOptions given(Map<String, String> values) {
        return new HubOptions(
                config,
                host,
                port,
                maxBytes,
                timeout,
                reporting,
                values,
                profile,
                assignsUetr,
                folder,
                routes,
                properties);
    }

    /** The same with another profile. */
    public HubOptions profile(Profile other) {
        return new HubOptions(
                config,
                host,
                port,
                maxBytes,
                timeout,
                reporting,
                given,
                other,
                assignsUetr,
                folder,
                routes,
                properties);
    }

    /** The same, giving a UETR to payments that have none, or not. */
    public HubOptions assigningUetr(boolean assigns) {
        return new HubOptions(
                config, host, port, maxBytes, timeout, reporting, given, profile, assigns, folder, routes, properties);
    }

    /** The same with translation by file in that folder. */
    public HubOptions folder(Path path) {
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
                Optional.of(path),
                routes,
                properties);
    }

    /** The same with the route files of that folder. */
    public HubOptions routes(Path path) {
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
                Optional.of(path),
                properties);
    }

    /** The same with other values for placeholders. */
    public HubOptions properties(Map<String, String> values) {
        return new HubOptions(
                config, host, port, maxBytes, timeout, reporting, given, profile, assignsUetr, folder, routes, values);
    }
}
