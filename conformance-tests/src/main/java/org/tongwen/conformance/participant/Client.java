package org.tongwen.conformance.participant;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.Draft;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;

/** The suite's way to the participant. A request always ends within its time, whatever the other side does, and is put into the evidence. */
public final class Client {

    /** No message is near as long as this. */
    private static final int MOST_BYTES = 4 << 20;

    private final HttpClient http;
    private final EvidenceLog evidence;
    private final Duration within;
    private final AtomicLong answers = new AtomicLong();

    /**
     * A way to the participant.
     *
     * @param tls whom https addresses are trusted by
     * @param within how long the suite waits for an answer, in real time
     */
    public Client(SSLContext tls, EvidenceLog evidence, Duration within) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(within)
                .sslContext(tls)
                .build();
        this.evidence = evidence;
        this.within = within;
    }

    /** How many requests were answered so far, in whatever way. */
    public long answers() {
        return answers.get();
    }

    /** Sends a request and waits for what comes back. */
    public Reply send(Request request) {
        return start(request).join();
    }

    /** Sends a request; the future never fails. */
    public CompletableFuture<Reply> start(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address())
                .timeout(within)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        if (!request.type().isEmpty()) {
            builder.header("Content-Type", request.type());
        }
        if (!request.accept().isEmpty()) {
            builder.header("Accept", request.accept());
        }
        int number = evidence.add(asked(request)).number();
        CompletableFuture<HttpResponse<LimitedBody.Taken>> answer =
                http.sendAsync(builder.build(), info -> new LimitedBody(MOST_BYTES));
        // The time of the request itself ends with the headers of the answer; this is for a body that never ends.
        CompletableFuture<HttpResponse<LimitedBody.Taken>> limited =
                answer.copy().orTimeout(within.toMillis() + 100, TimeUnit.MILLISECONDS);
        return limited.handle((response, thrown) -> {
            answer.cancel(true);
            return response == null ? silent(request, number, thrown) : answered(request, number, response);
        });
    }

    private static Draft asked(Request request) {
        SortedMap<String, String> headers = new TreeMap<>();
        if (!request.type().isEmpty()) {
            headers.put("content-type", request.type());
        }
        if (!request.accept().isEmpty()) {
            headers.put("accept", request.accept());
        }
        return new Draft(
                Exchange.Direction.SENT,
                Exchange.Kind.REQUEST,
                request.method(),
                request.address().toString(),
                0,
                headers,
                Body.of(request.body()),
                "");
    }

    private Reply answered(Request request, int number, HttpResponse<LimitedBody.Taken> response) {
        answers.incrementAndGet();
        LimitedBody.Taken taken = response.body();
        Optional<String> fault = taken.isCut()
                ? Optional.of("an answer longer than " + MOST_BYTES + " bytes, of which the rest was not read")
                : Optional.empty();
        int answer = evidence.add(
                        came(request, response.statusCode(), headers(response.headers()), taken.evidence(), fault))
                .number();
        String type = response.headers()
                .firstValue("content-type")
                .orElse("")
                .replaceAll(";.*", "")
                .strip();
        return new Reply(
                response.statusCode(), type, date(response.headers()), taken.bytes(), fault, List.of(number, answer));
    }

    private static Optional<Instant> date(HttpHeaders headers) {
        try {
            return headers.firstValue("date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Reply silent(Request request, int number, @Nullable Throwable thrown) {
        String fault = fault(request.address(), thrown);
        int answer = evidence.add(came(request, 0, new TreeMap<>(), Body.NONE, Optional.of(fault)))
                .number();
        return new Reply(0, "", Optional.empty(), new byte[0], Optional.of(fault), List.of(number, answer));
    }

    private String fault(URI address, @Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "no whole answer within " + within.toMillis() + " ms";
        } else if (cause instanceof ConnectException) {
            return "no connection to " + address.getAuthority();
        }
        return "no answer that HTTP allows: " + cause;
    }

    private static Draft came(
            Request request, int status, SortedMap<String, String> headers, Body body, Optional<String> fault) {
        return new Draft(
                Exchange.Direction.RECEIVED,
                Exchange.Kind.RESPONSE,
                request.method(),
                request.address().toString(),
                status,
                headers,
                body,
                fault.orElse(""));
    }

    /** Answers may come with any number of headers; what is kept of them is bounded by the JDK's own limit. */
    private static SortedMap<String, String> headers(HttpHeaders given) {
        SortedMap<String, String> headers = new TreeMap<>();
        given.map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }
}
