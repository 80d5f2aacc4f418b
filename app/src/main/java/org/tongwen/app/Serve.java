package org.tongwen.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.routes.config.Channels;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.serving.MappingFolder;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code tongwen serve}. */
@Command(
        name = "serve",
        description = "Runs the hub: translates and checks documents over HTTP and from folders.",
        customSynopsis =
                "tongwen serve [--config hub.yaml | --data DIR] [--port 8080] [--folder DIR] [--routes DIR] ...",
        footer = {"", "Example: tongwen serve --port 9000 --given debtor_agent=TWENCNSH"})
final class Serve implements Callable<Integer> {

    private static final String HOST = "127.0.0.1";
    private static final int PORT = 8080;
    private static final long MAX_BYTES = 10_000_000;

    private final Terminal terminal;
    private final Server server;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on. Default: what the configuration says, else 127.0.0.1")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Port.class,
            description =
                    "Port to listen on; 0 takes any that is free. Default: what the configuration says, else 8080")
    private @Nullable Integer port;

    @Mixin
    private Configuration configuration;

    @Option(names = "--check", description = "Only look whether the configuration is right; start nothing.")
    private boolean checkOnly;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Translate the files put into inbox/<mapping>/<direction> below this folder.")
    private @Nullable Path folder;

    @Option(names = "--routes", paramLabel = "DIR", description = "Folder with route files of your own.")
    private @Nullable Path routes;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = Size.Converter.class,
            description = "Refuse documents larger than this. Default: what the configuration says, else 10MB")
    private @Nullable Size maxSize;

    @Option(
            names = "--reporting",
            paramLabel = "none|losses|lineage",
            defaultValue = "losses",
            converter = ReportingWord.class,
            description = "How much translations say of the values, where a request does not ask for more or less."
                    + " Default: losses")
    private Reporting reporting;

    @Mixin
    private Given given;

    @Mixin
    private ProfileOptions.Name profile;

    @Mixin
    private MappingOptions mappings;

    @Mixin
    private SchemaOptions schemas;

    Serve(Terminal terminal, Server server) {
        this.terminal = terminal;
        this.server = server;
    }

    @Override
    public Integer call() throws Exception {
        given.check(spec);
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        ServedMappings served = served(catalogue.value().orElseThrow());
        Optional<HubConfig> config = configuration.read(
                Optional.ofNullable(host).orElse(HOST), served.current(), channels(), terminal, spec);
        if (config.isEmpty()) {
            return Exit.FINDINGS;
        }
        return checkOnly
                ? checked()
                : serve(config.get(), served, catalogue.value().orElseThrow());
    }

    private Channels channels() {
        return Optional.ofNullable(routes)
                .map(Folder::existing)
                .map(Channels::of)
                .orElseGet(Channels::builtIn);
    }

    private int checked() {
        terminal.complain("the configuration is right");
        return Exit.DONE;
    }

    private int serve(HubConfig config, ServedMappings served, Catalogue catalogue) throws Exception {
        HubConfig.Listen listen = config.listen();
        String address = Optional.ofNullable(host).or(listen::host).orElse(HOST);
        config.opensTo(address).ifPresent(open -> {
            String message = "whoever reaches " + address + " would be " + open
                    + ", who needs no credentials; name participants with --config";
            throw new ParameterException(spec.commandLine(), message);
        });
        return server.serve(new Server.Options(
                config,
                address,
                Optional.ofNullable(port).or(listen::port).orElse(PORT),
                Optional.ofNullable(folder).map(Folder::existing),
                Optional.ofNullable(routes).map(Folder::existing),
                Optional.ofNullable(maxSize)
                        .map(Size::bytes)
                        .or(() -> listen.maxBytes().map(Integer::longValue))
                        .orElse(MAX_BYTES),
                reporting,
                given.values(),
                profile.profile(),
                given.assignsUetr(),
                served,
                catalogue));
    }

    /** What keeps a mapping from being served; what its author may better is counted only. */
    private void report(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        FindingPrinter.print(errors, terminal);
        int others = findings.size() - errors.size();
        if (others > 0) {
            terminal.complain(others + " warnings and notes on mappings; map check shows them");
        }
    }

    /** A folder is followed while the hub runs; the mappings inside the program never change. */
    private ServedMappings served(Catalogue catalogue) {
        Optional<Path> own = mappings.folder();
        if (own.isEmpty()) {
            Checked<Mappings> builtIn = Mappings.builtIn(catalogue);
            report(builtIn.findings());
            return ServedMappings.fixed(builtIn.value().orElseThrow(), Instant.now());
        }
        MappingFolder opened = MappingFolder.open(own.get(), catalogue, Clock.systemUTC(), MappingFolder.INTERVAL);
        report(opened.findings());
        if (opened.standings().isEmpty()) {
            terminal.complain(own.get()
                    + " has no mapping files; they stand one folder down: <institution>/<name>.<message>.yaml");
        }
        return opened;
    }

    static final class Port implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
                throw new TypeConversionException("'" + text + "' is not a port from 0 to 65535");
            }
            return Integer.valueOf(text);
        }
    }
}
