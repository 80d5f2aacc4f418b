package org.tongwen.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.xsd.load.Catalogue;

/** What the command {@code serve} starts. */
@FunctionalInterface
interface Server {

    /**
     * Serves until the process is told to end.
     *
     * @return the exit code
     * @throws Exception when it cannot start
     */
    int serve(Options options) throws Exception;

    /**
     * How to serve.
     *
     * @param config who takes part, and what is remembered where
     * @param host the address to listen on
     * @param port the port, 0 for any that is free
     * @param folder a folder with an inbox whose files are translated
     * @param routes a folder with route files of the user's own
     * @param maxBytes the largest document taken, in bytes
     * @param reporting how much translations say of the values that they carry
     * @param given values that the institution's profile supplies
     * @param profile whose rules the messages that are made must keep to
     * @param assignsUetr whether a payment without a UETR gets one
     * @param mappings what is served
     * @param catalogue the message definitions
     */
    record Options(
            HubConfig config,
            String host,
            int port,
            Optional<Path> folder,
            Optional<Path> routes,
            long maxBytes,
            Reporting reporting,
            Map<String, String> given,
            Profile profile,
            boolean assignsUetr,
            ServedMappings mappings,
            Catalogue catalogue) {

        /** Copies the given values. */
        public Options {
            given = Map.copyOf(given);
        }
    }
}
