package org.tongwen.routes.deliver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A receiver over HTTP whose answers are written byte by byte, so that they may be as bad as they can be. */
public final class Receiver implements AutoCloseable {

    /** Taken. */
    public static final String OK = answer(200);

    /** A request as it came. */
    public record Post(String line, Map<String, String> headers, String body) {

        /** The header {@code Idempotency-Key}; empty when there is none. */
        public String key() {
            return headers.getOrDefault("idempotency-key", "");
        }
    }

    private final ServerSocket server;
    private final Function<Post, String> answers;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        return thread;
    });

    /** A receiver that answers each request by what the function gives; an empty answer closes the connection. */
    public Receiver(Function<Post, String> answers) {
        this(answers, ServerSocketFactory.getDefault(), 0);
    }

    /** The same on sockets of that kind and that port. */
    public Receiver(Function<Post, String> answers, ServerSocketFactory sockets, int port) {
        this.answers = answers;
        try {
            server = sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** A whole answer without a body. */
    public static String answer(int status, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "HTTP/1.1 " + status + " x\r\n" + more + "Content-Length: 0\r\n\r\n";
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** Where it takes messages. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/in";
    }

    /** What came, each attempt. */
    public List<Post> posts() {
        return new ArrayList<>(posts);
    }

    /** The bodies that came, each attempt. */
    public List<String> bodies() {
        return posts.stream().map(Post::body).toList();
    }

    /** How many requests were there at once. */
    int mostAtOnce() {
        return most.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String answer = OK;
            while (answer.startsWith("HTTP/1.1 ") && answer.endsWith("\r\n\r\n") && !socket.isClosed()) {
                Post post = read(in);
                posts.add(post);
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                answer = answers.apply(post);
                now.decrementAndGet();
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the hub has closed the connection
        }
    }

    private static Post read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Post(line, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("closed");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
