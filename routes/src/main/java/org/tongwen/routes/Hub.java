package org.tongwen.routes;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.access.ServerTls;
import org.tongwen.routes.access.TlsException;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.folder.Acceptable;
import org.tongwen.routes.folder.Folder;
import org.tongwen.routes.http.HttpGates;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.observe.Meters;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.routes.step.Validator;
import org.tongwen.xsd.load.Catalogue;

/** A running hub. */
public final class Hub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final HubOptions options;
    private final Surroundings surroundings;
    private final ServedMappings mappings;
    private final Main main = new Main();
    private final Meters meters = new Meters();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final HttpGates gates;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Works> works = Optional.empty();

    private Hub(HubOptions options, ServedMappings mappings, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        this.mappings = mappings;
        HubConfig.Listen listen = options.config().listen();
        this.gates = new HttpGates(
                options.maxBytes(),
                surroundings.memory(),
                options.timeout(),
                listen,
                tls(options.config()),
                meters::refusal);
    }

    private static Optional<ServerTls> tls(HubConfig config) {
        try {
            return config.listen()
                    .tls()
                    .map(tls -> ServerTls.of(tls, config.participants().values()));
        } catch (TlsException e) {
            throw new HubException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Starts a hub; it answers when this returns.
     *
     * @param options how it is to be run
     * @param mappings what it translates
     * @param catalogue the messages that it knows
     * @param validator what it validates with
     * @throws HubException when it cannot be started
     */
    public static Hub start(HubOptions options, ServedMappings mappings, Catalogue catalogue, Validator validator) {
        return start(options, mappings, catalogue, validator, Surroundings.USUAL);
    }

    static Hub start(
            HubOptions options,
            ServedMappings mappings,
            Catalogue catalogue,
            Validator validator,
            Surroundings surroundings) {
        Hub hub = new Hub(options, mappings, surroundings);
        hub.open(catalogue, validator);
        hub.run();
        mappings.watch(hub.meters::reload);
        LOG.info(
                "Tongwen is ready{}; {} mappings",
                hub.where(),
                mappings.current().all().size());
        return hub;
    }

    /** The port it really listens on; empty when no route of its folder listens on HTTP. */
    public OptionalInt port() {
        return channels.stream()
                .filter(ServerChannel.class::isInstance)
                .map(Channel::localAddress)
                .map(InetSocketAddress.class::cast)
                .mapToInt(InetSocketAddress::getPort)
                .findFirst();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** Waits until the hub is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Turns new requests away, lets those inside end, then stops. Nothing happens the second time. */
    @Override
    public void close() {
        gates.stop();
        mappings.stop();
        works.ifPresent(Works::stop);
        main.stop();
        works.ifPresent(Works::close);
        meters.close();
        closed.countDown();
    }

    private void open(Catalogue catalogue, Validator validator) {
        meters.mappings(mappings);
        main.bind("meterRegistry", meters.registry());
        main.bind("httpChannels", channels);
        options.folder().ifPresent(path -> main.bind("folder", folder(path)));
        main.bind("folderFilter", new Acceptable());
        try {
            works = Optional.of(Works.open(options, mappings, catalogue, validator, meters, gates, surroundings, main));
        } catch (JournalException | TlsException e) {
            close();
            throw new HubException(String.valueOf(e.getMessage()), e);
        }
    }

    private void run() {
        try {
            openFolders();
            HubProperties.of(options).forEach(main::addInitialProperty);
            main.setDefaultPropertyPlaceholderLocation("false");
            main.init();
            main.getCamelContext().addRoutePolicyFactory(routeMeters());
            works.ifPresent(parts -> parts.observe(main.getCamelContext()));
            main.start();
            works.ifPresent(parts -> parts.start(main.getCamelContext()));
        } catch (IOException | RuntimeException e) {
            close();
            throw new HubException(StartFailure.explain(e, options), e);
        }
    }

    private Folder folder(Path path) {
        return new Folder(path, options.maxBytes(), options.config().participants(), surroundings.clock());
    }

    private void openFolders() throws IOException {
        Optional<Path> missing = options.routes().filter(path -> !Files.isDirectory(path));
        if (missing.isPresent()) {
            throw new NotDirectoryException(missing.get().toString());
        }
        Folder folder = main.lookup("folder", Folder.class);
        if (folder != null) {
            folder.open();
        }
    }

    private MicrometerRoutePolicyFactory routeMeters() {
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setMeterRegistry(meters.registry());
        factory.setSkipCamelInfo(true);
        return factory;
    }

    private String where() {
        String scheme = options.config().listen().tls().isPresent() ? "https" : "http";
        return port().isPresent() ? ": " + scheme + "://" + options.host() + ":" + port().getAsInt() : " without HTTP";
    }
}
