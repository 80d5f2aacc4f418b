package org.tongwen.conformance.reference;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Brings messages to the partners, one after the other, so that they arrive in the order in which they were sent. */
final class Outbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI partners;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ExecutorService courier = Executors.newSingleThreadExecutor(Outbox::daemon);

    private final AtomicLong sent = new AtomicLong();

    /** Takes the answer that a partner gives at once. */
    private Consumer<byte[]> answers = answer -> {};

    Outbox(URI partners) {
        this.partners = partners;
    }

    void onAnswer(Consumer<byte[]> taker) {
        answers = taker;
    }

    void send(byte[] message) {
        sent.incrementAndGet();
        try {
            courier.execute(() -> bring(message));
        } catch (RejectedExecutionException closed) {
            // The participant went home; what it still had to say is not said, as with any program that was ended.
        }
    }

    private void bring(byte[] message) {
        HttpRequest request = HttpRequest.newBuilder(partners)
                .timeout(PATIENCE)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                answers.accept(response.body());
            }
        } catch (IOException e) {
            // The partner is not there: to the participant the outcome is unknown, and its time limits deal with that.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all is brought that was sent so far, with what was sent because of the answers to it. */
    void settle() {
        long seen;
        do {
            seen = sent.get();
        } while (isBrought() && sent.get() != seen);
    }

    /** Whether all that was handed over until now is brought in good time. */
    private boolean isBrought() {
        try {
            courier.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reference-outbox");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        courier.shutdownNow();
    }
}
