package org.tongwen.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A bank that takes whatever is delivered, and counts it. */
final class Receiver implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int BACKLOG = 64;

    private final AtomicInteger taken = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Starts one at a free port of this machine. */
    static Receiver start() throws IOException {
        // Or small answers wait for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many deliveries it has taken. */
    int taken() {
        return taken.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            taken.incrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
