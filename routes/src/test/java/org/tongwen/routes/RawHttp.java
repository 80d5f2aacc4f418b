package org.tongwen.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Sends bytes that no client of HTTP would send. */
final class RawHttp {

    private RawHttp() {}

    /** Sends bytes as they are and returns all that comes back until the hub closes the connection. */
    static String send(int port, String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Sends many at once, each on a connection of its own: after what is not HTTP the hub keeps a connection for a second.
     *
     * @param requests makes a whole request of each case
     * @return all that came back, by case
     */
    static Map<String, String> sendAll(int port, Collection<String> cases, Function<String, String> requests) {
        ExecutorService threads = Executors.newFixedThreadPool(cases.size());
        try {
            Map<String, CompletableFuture<String>> pending = new LinkedHashMap<>();
            cases.forEach(each -> pending.put(
                    each, CompletableFuture.supplyAsync(() -> sendUnchecked(port, requests.apply(each)), threads)));
            Map<String, String> answers = new LinkedHashMap<>();
            pending.forEach((each, answer) -> answers.put(each, answer.join()));
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static String sendUnchecked(int port, String bytes) {
        try {
            return send(port, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
