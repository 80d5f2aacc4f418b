package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.routes.config.Channels;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfigReader;
import org.tongwen.routes.config.Known;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options {@code --config} and {@code --data}: who takes part in a hub, and what it remembers where. */
final class Configuration {

    private static final Path USUAL_DATA = Path.of("tongwen-data");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The hub's configuration: participants, store, keys, limits. Without it everybody on this machine"
                            + " may use the hub.")
    private @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for the journal and its keys, where no --config names a store. Default: tongwen-data")
    private @Nullable Path data;

    /**
     * What the options say; findings are printed.
     *
     * @param host the address that a hub without configuration listens on
     * @param channels by which channels the hub can deliver
     * @return empty when the configuration has mistakes
     */
    Optional<HubConfig> read(
            String host, Mappings mappings, Channels channels, Terminal terminal, CommandSpec command) {
        if (file == null) {
            Path folder = Optional.ofNullable(data).orElse(USUAL_DATA);
            return Optional.of(HubConfig.local(folder.toAbsolutePath().normalize(), host));
        }
        if (data != null) {
            throw new ParameterException(
                    command.commandLine(), "--data has no meaning beside --config, which names the store");
        }
        if (!Files.isRegularFile(file)) {
            throw StopException.notFound(file + ": there is no such file");
        }
        Set<String> profiles = Profile.names();
        Checked<HubConfig> read = HubConfigReader.read(file.toAbsolutePath(), Known.of(mappings, profiles, channels));
        FindingPrinter.print(read.findings(), terminal);
        return read.value();
    }
}
