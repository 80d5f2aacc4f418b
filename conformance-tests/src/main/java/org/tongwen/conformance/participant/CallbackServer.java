package org.tongwen.conformance.participant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.Draft;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;
import org.tongwen.xsd.message.MessageReader;

/** Where the participant calls the parties that the suite plays: {@code POST /messages}. Nothing that comes can hold up the suite. */
public final class CallbackServer implements AutoCloseable {

    /** The path at which the suite tells that it is there. */
    static final String HERE = "/here";

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int MOST_BYTES = 4 << 20;
    private static final int THREADS = 64;
    private static final int BACKLOG = 200;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);
    private static final int TAKEN = 202;

    static {
        // Otherwise the JDK's server holds back the end of every answer for 40 ms. It reads this once, when it is first
        // used.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final ScheduledExecutorService limits;
    private final EvidenceLog evidence;
    private final Inbox inbox;
    private final SuiteClock clock;
    private final MessageReader reader;
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final String host;

    private CallbackServer(
            ParticipantConfig.Callback where, EvidenceLog evidence, Inbox inbox, SuiteClock clock, MessageReader reader)
            throws IOException {
        this.evidence = evidence;
        this.inbox = inbox;
        this.clock = clock;
        this.reader = reader;
        this.host = where.host();
        this.server = HttpServer.create(new InetSocketAddress(where.host(), where.port()), BACKLOG);
        this.threads = Executors.newFixedThreadPool(THREADS, CallbackServer::daemon);
        this.limits = Executors.newSingleThreadScheduledExecutor(CallbackServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Starts to listen.
     *
     * @param reader reads what comes
     * @throws UncheckedIOException when the port is taken
     */
    public static CallbackServer start(
            ParticipantConfig.Callback where,
            EvidenceLog evidence,
            Inbox inbox,
            SuiteClock clock,
            MessageReader reader) {
        try {
            CallbackServer callback = new CallbackServer(where, evidence, inbox, clock, reader);
            callback.server.start();
            return callback;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + where.host() + ":" + where.port(), e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tongwen-callback");
        thread.setDaemon(true);
        return thread;
    }

    /** The base address of the parties that the suite plays. */
    public URI address() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort());
    }

    /** The next messages are answered with this status; 0 closes the connection. */
    public synchronized void answer(int status, int times) {
        for (int i = 0; i < times; i++) {
            answers.add(status);
        }
    }

    /** What was ordered for messages that did not come is forgotten. */
    public synchronized void forgetAnswers() {
        answers.clear();
    }

    private synchronized int nextAnswer() {
        Integer ordered = answers.poll();
        return ordered == null ? TAKEN : ordered;
    }

    private void handle(HttpExchange exchange) throws IOException {
        ScheduledFuture<?> limit = limits.schedule(exchange::close, MOST_TIME.toMillis(), TimeUnit.MILLISECONDS);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            int status = status(exchange, body);
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        } finally {
            limit.cancel(false);
        }
    }

    /** Puts what came where it belongs, and says how it is answered. */
    private int status(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(HERE)) {
            return 204;
        } else if (!path.equals("/messages")) {
            return 404;
        } else if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        } else if (inbox.isFlooded()) {
            return 429;
        }
        int number = log(exchange, Exchange.Direction.RECEIVED, Exchange.Kind.REQUEST, 0, body);
        int status = body.length > MOST_BYTES ? 413 : nextAnswer();
        int answer = log(exchange, Exchange.Direction.SENT, Exchange.Kind.RESPONSE, status, new byte[0]);
        inbox.add(Arrival.of(clock.now(), body, reader, List.of(number, answer)));
        return status;
    }

    private int log(HttpExchange exchange, Exchange.Direction direction, Exchange.Kind kind, int status, byte[] body) {
        SortedMap<String, String> headers = new TreeMap<>();
        if (kind == Exchange.Kind.REQUEST) {
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        }
        return evidence.add(new Draft(
                        direction,
                        kind,
                        exchange.getRequestMethod(),
                        address() + exchange.getRequestURI().toString(),
                        status,
                        headers,
                        Body.of(body),
                        ""))
                .number();
    }

    /** Stops listening at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        limits.shutdownNow();
    }
}
