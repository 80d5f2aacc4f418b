package org.tongwen.app.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.tongwen.app.Main;

/** A hub in a process of its own, as a bank starts it: {@code tongwen serve --config}. It is killed, and started again on the same data. */
final class HubNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LAST_LINES = 1_000;

    /** Compiles little and checks no classes: each process lives for seconds, and has to begin soon. */
    private static final List<String> QUICK = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Path config;
    private final Path mappings;
    private final Path log;
    private final int port;
    private final AtomicReference<Process> process;
    private volatile long started;

    /** Starts one. */
    static HubNode start(Path config, Path mappings) throws IOException {
        HubNode hub = new HubNode(config, mappings, freePort());
        // Or it would outlive a test that is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
        return hub;
    }

    private HubNode(Path config, Path mappings, int port) throws IOException {
        this.config = config;
        this.mappings = mappings;
        this.log = config.resolveSibling(config.getFileName() + ".log");
        this.port = port;
        this.process = new AtomicReference<>(launch());
    }

    /**
     * Below the ports that systems give to clients: while nobody listens on one of those, a client that keeps knocking may be given the very
     * same port, and would then be connected with itself.
     */
    private static int freePort() throws IOException {
        for (int left = 100; ; left--) {
            int port = 15_000 + ThreadLocalRandom.current().nextInt(15_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private Process launch() throws IOException {
        started = System.nanoTime();
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        QUICK.stream(),
                        Stream.of("-cp", System.getProperty("tongwen.product"), Main.class.getName(), "serve"),
                        Stream.of("--config", config.toString(), "--port", Integer.toString(port)),
                        Stream.of("--mappings", mappings.toString()))
                .flatMap(words -> words)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Kills the process without a word, and waits until it is gone. */
    void kill() {
        ProcessHandle victim = process.get().toHandle();
        victim.destroyForcibly();
        victim.onExit().join();
    }

    /** Complains when the process has ended by itself. */
    void mustLive() throws IOException {
        if (!process.get().isAlive()) {
            throw new AssertionError("the hub has ended by itself:\n" + lastWords());
        }
    }

    /** Starts it again, on the same data. */
    void restart() throws IOException {
        process.set(launch());
    }

    /** Waits until it says that it is ready; returns how long that took since it was started. */
    Duration awaitReady() throws IOException, InterruptedException {
        while (!isReady()) {
            mustLive();
            if (age().compareTo(PATIENCE) > 0) {
                askForThreads();
                throw new AssertionError("the hub is not ready after " + PATIENCE + ":\n" + lastWords());
            }
            Thread.sleep(20);
        }
        return age();
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(uri("/observe/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Has the process write what its threads do. */
    private void askForThreads() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.get().pid()))
                .inheritIO()
                .start()
                .waitFor();
        Thread.sleep(2_000);
    }

    /** The end of what the process wrote, for whoever has to find out what went wrong. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    @Override
    public void close() {
        kill();
    }
}
