package org.tongwen.routes.deliver;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongwen.routes.config.HubConfig.Tls;

/** One client for each set of certificates, so that connections are used again. */
final class HttpClients {

    private final ClientTls contexts;
    private final Duration timeout;
    private final Executor threads;
    private final Map<Optional<Tls>, HttpClient> clients = new HashMap<>();

    /** Clients that work with up to that many threads. */
    HttpClients(ClientTls contexts, Duration timeout, int threads) {
        this.contexts = contexts;
        this.timeout = timeout;
        this.threads = Executors.newFixedThreadPool(threads, named());
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "tongwen-deliver-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The client for these certificates. */
    synchronized HttpClient of(Optional<Tls> tls) throws IOException {
        HttpClient known = clients.get(tls);
        if (known != null) {
            return known;
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(threads);
        if (tls.isPresent()) {
            builder.sslContext(contexts.context(tls.get()));
        }
        HttpClient client = builder.build();
        clients.put(tls, client);
        return client;
    }
}
