package org.tongwen.app.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The banks that get messages. They keep the hub's {@code Idempotency-Key}s: what comes again under one has no effect. Each message takes them a
 * while; now and then they answer too late, or 500, or break the connection, before or after they took the message.
 */
final class Receiver implements AutoCloseable {

    /**
     * What a message did that came for the first time under its key.
     *
     * @param key the hub's idempotency key
     * @param path whose it is: {@code /payer} or {@code /payee}
     * @param body what came
     */
    record Effect(String key, String path, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Effect> effects = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger troubles = new AtomicInteger();
    private final Random random;
    private final Consumer<Effect> listener;

    private Receiver(HttpServer server, long seed, Consumer<Effect> listener) {
        this.server = server;
        this.random = new Random(seed);
        this.listener = listener;
    }

    /** Listens on a free port; each effect is told to the listener once. */
    static Receiver start(long seed, Consumer<Effect> listener) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        Receiver receiver = new Receiver(server, seed, listener);
        server.setExecutor(receiver.threads);
        server.createContext("/", receiver::get);
        server.start();
        return receiver;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** All effects, by key. */
    Map<String, Effect> effects() {
        return effects;
    }

    /** What the hub did that it must not do. */
    List<String> complaints() {
        return complaints;
    }

    /** How many deliveries are just being received. */
    int underWay() {
        return underWay.get();
    }

    /** How many times a message was delivered, whatever came of it. */
    int attempts() {
        return attempts.get();
    }

    /** How many of them were told by their key to be repeats of what had been taken. */
    int repeats() {
        return repeats.get();
    }

    /** How often a receiver was slow, failed or broke the connection. */
    int troubles() {
        return troubles.get();
    }

    private void get(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        attempts.incrementAndGet();
        try (exchange) {
            behave(exchange, whim());
        } finally {
            underWay.decrementAndGet();
        }
    }

    private int whim() {
        synchronized (random) {
            return random.nextInt(100);
        }
    }

    private void behave(HttpExchange exchange, int whim) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (whim < 8) {
            troubles.incrementAndGet();
        }
        if (whim < 2) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        take(exchange, new String(body, StandardCharsets.UTF_8));
        switch (whim) {
            case 2, 3 -> exchange.sendResponseHeaders(500, -1);
            case 4, 5 -> exchange.close();
            case 6 -> slowly(exchange, 300);
            case 7 -> slowly(exchange, 1_300);
            default -> slowly(exchange, whim / 2);
        }
    }

    private void take(HttpExchange exchange, String body) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String path = exchange.getRequestURI().getPath();
        if (key == null) {
            complaints.add("a delivery without a key: " + body);
            return;
        }
        Effect effect = new Effect(key, path, body);
        Effect first = effects.putIfAbsent(key, effect);
        if (first == null) {
            listener.accept(effect);
            return;
        }
        repeats.incrementAndGet();
        if (!first.equals(effect)) {
            complaints.add("under the key " + key + " came " + first + ", then " + effect);
        }
    }

    private static void slowly(HttpExchange exchange, long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(200, -1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
