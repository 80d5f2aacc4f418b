package org.tongwen.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tongwen.app.Main;

/**
 * A server in a process of its own.
 *
 * @param process the process
 * @param port where it listens
 */
record Service(Process process, int port) implements AutoCloseable {

    /** As {@code ./tongwen serve} runs, with a gigabyte. */
    private static final String USUAL =
            "-XX:+UseParallelGC -XX:NewRatio=1 -XX:MaxTenuringThreshold=2 -XX:MetaspaceSize=128m -Xms1g -Xmx1g";

    private static final List<String> OPTIONS =
            List.of(System.getProperty("tongwen.java-options", USUAL).split(" "));

    /** Starts a hub that remembers in a folder, with more options of {@code serve}. */
    static Service hub(Path data, List<String> more) throws IOException {
        List<String> serve = new ArrayList<>(List.of("serve", "--port", "PORT", "--data", data.toString()));
        serve.addAll(more);
        return start(Main.class, serve.toArray(String[]::new));
    }

    /** Starts a hub by its configuration. */
    static Service hubOf(Path configuration) throws IOException {
        return start(Main.class, "serve", "--port", "PORT", "--config", configuration.toString());
    }

    /** Starts a main class of this class path; {@code PORT} among the arguments stands for a free port. */
    static Service start(Class<?> main, String... arguments) throws IOException {
        int port = free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (String argument : arguments) {
            command.add(argument.replace("PORT", Integer.toString(port)));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Service service = new Service(process, port);
        service.await();
        return service;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException {
        for (int i = 0; i < 600; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                return;
            } catch (IOException e) {
                pause();
            }
            if (!process.isAlive()) {
                throw new IOException("the server ended with " + process.exitValue());
            }
        }
        throw new IOException("the server does not listen");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
