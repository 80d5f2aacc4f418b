package org.tongwen.app;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.routes.config.Channels;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.config.HubConfigReader;
import org.tongwen.routes.config.Known;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which hub, or which store, a command is about. */
final class Offices {

    private static final String USUAL_DATA = "tongwen-data";

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description = "The running hub, such as https://hub.internal:8443. Without it the store itself is opened.")
    private @Nullable URI hub;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "With --hub: a file with the API key of an operator.")
    private @Nullable String keyFile;

    @Option(
            names = "--trusted",
            paramLabel = "FILE",
            description = "With --hub: the authorities of the hub's certificate (PEM). Default: those of Java")
    private @Nullable Path trusted;

    @Option(names = "--as", paramLabel = "NAME", description = "Without --hub: who decides. Default: the user's name")
    private @Nullable String operator;

    @Mixin
    private StoreOptions store;

    /** Where calls go. */
    Office open(Terminal terminal) {
        if (hub == null) {
            if (keyFile != null || trusted != null) {
                throw StopException.usage("--key-file and --trusted go with --hub");
            }
            HubConfig config = store.existing(terminal);
            return StoreOffice.open(config, Optional.ofNullable(operator).orElseGet(Offices::user));
        }
        if (store.isNamed() || operator != null) {
            throw StopException.usage("--hub does not go with --config, --data or --as");
        }
        boolean web = "http".equals(hub.getScheme()) || "https".equals(hub.getScheme());
        if (!web || hub.getHost() == null || hub.getRawQuery() != null) {
            throw StopException.usage("'" + hub + "' is not an address such as https://hub.internal:8443");
        }
        return HubOffice.at(
                hub, Optional.ofNullable(keyFile).map(file -> key(file, terminal)), Optional.ofNullable(trusted));
    }

    private static String user() {
        return System.getProperty("user.name", "unknown");
    }

    private static String key(String file, Terminal terminal) {
        String key = new String(NamedFile.read(file, terminal), StandardCharsets.UTF_8).strip();
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw StopException.usage(file + " does not hold an API key alone: one line, such as twk_…");
        }
        return key;
    }

    /** The options that say where a store is. */
    static final class StoreOptions {

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "The hub's configuration, which names the store.")
        private @Nullable Path config;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The folder of a hub without configuration. Default: " + USUAL_DATA)
        private @Nullable Path data;

        @Mixin
        private MappingOptions mappings;

        boolean isNamed() {
            return config != null || data != null;
        }

        /** What is said of the store, which must be there: a question does not make one. */
        HubConfig existing(Terminal terminal) {
            HubConfig read = config(terminal);
            if (read.store() instanceof Store.Embedded embedded
                    && !Files.exists(
                            embedded.file().resolveSibling(embedded.file().getFileName() + ".mv.db"))) {
                throw StopException.notFound(embedded.file() + ": no journal stands there; name one with --config or"
                        + " --data, or a running hub with --hub");
            }
            return read;
        }

        private HubConfig config(Terminal terminal) {
            if (config != null && data != null) {
                throw StopException.usage("--config and --data do not go together");
            }
            return config == null
                    ? HubConfig.local(
                            Objects.requireNonNullElse(data, Path.of(USUAL_DATA))
                                    .toAbsolutePath(),
                            "127.0.0.1")
                    : read(config, terminal);
        }

        private HubConfig read(Path file, Terminal terminal) {
            if (!Files.isRegularFile(file)) {
                throw StopException.notFound(new Input(file.toString()).missing());
            }
            try {
                Checked<Mappings> known = mappings.load(Mappings::load, Catalogue.builtIn());
                Checked<HubConfig> read = HubConfigReader.read(
                        file, Known.of(known.value().orElseThrow(), Profile.names(), Channels.any()));
                FindingPrinter.print(FindingPrinter.in(file.toString(), read.findings()), terminal);
                return read.value().orElseThrow(() -> StopException.findings(file + " has mistakes"));
            } catch (UncheckedIOException e) {
                throw StopException.notFound(file + " cannot be read");
            }
        }
    }
}
