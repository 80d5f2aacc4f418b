package org.tongwen.conformance.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A participant of the profile {@code wallet-interop} that plays debtor agent, creditor agent and initiating wallet over HTTP. It is
 * correct, unless it was set up with a {@link Defect}. It listens on this machine only.
 */
final class ReferenceParticipant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, ReferenceParticipant::daemon);
    private final Institution institution;

    private ReferenceParticipant(Setup setup) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        institution = new Institution(setup);
        server.setExecutor(threads);
        server.createContext("/messages", only("POST", this::message));
        server.createContext("/trigger", only("POST", this::trigger));
        server.createContext("/bookings", only("GET", this::bookings));
        server.createContext("/clock", only("PUT", this::clock));
    }

    /**
     * Starts a participant.
     *
     * @throws UncheckedIOException when no port can be had
     */
    static ReferenceParticipant start(Setup setup) {
        try {
            ReferenceParticipant participant = new ReferenceParticipant(setup);
            participant.server.start();
            return participant;
        } catch (IOException e) {
            throw new UncheckedIOException("the reference participant cannot listen", e);
        }
    }

    /** Its base address; messages go to {@code /messages} below it, and {@code /bookings} tells what it booked. */
    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where it can be told to start something. */
    URI trigger() {
        return base().resolve("/trigger");
    }

    /** Where its clock is set. */
    URI clockControl() {
        return base().resolve("/clock");
    }

    /** What its signatures are checked with. */
    PublicKey key() {
        return institution.key();
    }

    private void message(HttpExchange exchange) throws IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        byte[] body = exchange.getRequestBody().readNBytes(Gate.MOST + 1);
        Answer answer = institution.take(type, body);
        reply(exchange, answer.status(), answer.type(), answer.body());
    }

    private void trigger(HttpExchange exchange) throws IOException {
        String reference = institution.act(new Wish(JSON.readTree(exchange.getRequestBody())));
        json(exchange, 202, Map.of("reference", reference));
    }

    /** What is due has reached its receivers when this is answered, so that nobody needs to guess how long it takes. */
    private void clock(HttpExchange exchange) throws IOException {
        institution.setClock(OffsetDateTime.parse(
                JSON.readTree(exchange.getRequestBody()).path("now").asText()));
        institution.settle();
        reply(exchange, 204, "", new byte[0]);
    }

    private void bookings(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        List<Map<String, String>> found = institution.bookings(query.replace("uetr=", "")).stream()
                .map(ReferenceParticipant::json)
                .toList();
        json(exchange, 200, found);
    }

    private static Map<String, String> json(Booking booking) {
        return Map.of(
                "uetr", booking.uetr(),
                "amount", booking.money().text(),
                "currency", booking.money().currency(),
                "kind", booking.kind().name().toLowerCase(Locale.ROOT),
                "time", booking.time().toString());
    }

    private static HttpHandler only(String method, HttpHandler handler) {
        return exchange -> {
            try (exchange) {
                if (!exchange.getRequestMethod().equals(method)) {
                    json(exchange, 405, Map.of("error", "only " + method));
                    return;
                }
                handler.handle(exchange);
            } catch (JsonProcessingException | DateTimeException | NumberFormatException | UnknownVerbException e) {
                json(exchange, 400, Map.of("error", "the body cannot be read"));
            }
        };
    }

    private static void json(HttpExchange exchange, int status, Object value) throws IOException {
        reply(exchange, status, "application/json", JSON.writeValueAsBytes(value));
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reference-participant");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        institution.close();
    }
}
