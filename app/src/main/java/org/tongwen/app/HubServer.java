package org.tongwen.app;

import java.time.Duration;
import org.tongwen.routes.Hub;
import org.tongwen.routes.HubException;
import org.tongwen.routes.HubOptions;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.message.Limits;

/** Serves with the hub of module routes, until the process is told to end. */
final class HubServer implements Server {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Terminal terminal;

    HubServer(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int serve(Options options) throws InterruptedException {
        Limits limits = Limits.DEFAULT.maxBytes(options.maxBytes());
        MessageValidator validator = new MessageValidator(options.catalogue(), limits);
        try (Hub hub = Hub.start(hubOptions(options), options.mappings(), options.catalogue(), validator::validate)) {
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "hub-close"));
            hub.await();
            return Exit.DONE;
        } catch (HubException e) {
            terminal.complain(String.valueOf(e.getMessage()));
            return Exit.USAGE;
        }
    }

    private static HubOptions hubOptions(Options options) {
        HubOptions hub = HubOptions.of(options.config())
                .host(options.host())
                .port(options.port())
                .maxBytes((int) Math.min(options.maxBytes(), Integer.MAX_VALUE))
                .timeout(TIMEOUT)
                .reporting(options.reporting())
                .given(options.given())
                .profile(options.profile())
                .assigningUetr(options.assignsUetr());
        HubOptions withRoutes = options.routes().map(hub::routes).orElse(hub);
        return options.folder().map(withRoutes::folder).orElse(withRoutes);
    }
}
