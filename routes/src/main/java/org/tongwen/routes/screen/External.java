package org.tongwen.routes.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.JsonReport;

/**
 * An external service that is asked whether a message may be released. It gets a JSON object with {@code id}, {@code participant},
 * {@code message} (the ISO identifier) and {@code iso} (the message as XML), and answers 200 with
 * <pre>{"decision": "clear" or "hit", "reason": "a text, if it likes"}</pre>
 * Whatever else comes, or does not come in time, is no answer.
 */
final class External {

    /** What the service says. */
    record Answer(boolean clear, String reason) {}

    private static final Logger LOG = LoggerFactory.getLogger(External.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_REASON = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).build())
            .build();

    private final HubConfig.Screening service;
    private final HttpClient client;

    External(HubConfig.Screening service, HttpClient client) {
        this.service = service;
        this.client = client;
    }

    /** Whether messages pass when it does not answer. */
    boolean isOpen() {
        return service.open();
    }

    /** Asks and waits, not longer than the configuration allows. Empty when there is no answer. */
    Optional<Answer> ask(Subject subject) {
        try {
            return answered(subject);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unanswered(subject, "interrupted");
        } catch (TimeoutException e) {
            return unanswered(subject, "no answer within " + service.timeout());
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            return unanswered(subject, cause.getClass().getSimpleName());
        } catch (IOException e) {
            return unanswered(subject, e.getClass().getSimpleName());
        }
    }

    private Optional<Answer> answered(Subject subject)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Duration timeout = service.timeout();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request(subject), info -> new LimitedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200
                    ? read(response.body(), subject)
                    : unanswered(subject, "status " + response.statusCode());
        } finally {
            // Ends the exchange when the time is over; the connection goes with it.
            asked.cancel(true);
        }
    }

    private HttpRequest request(Subject subject) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url()))
                .timeout(service.timeout())
                .header("Content-Type", "application/json")
                .header("Tongwen-Message-Id", subject.id().toString())
                .POST(BodyPublishers.ofByteArray(body(subject)));
        if (service.bearer().isPresent()) {
            request.header("Authorization", "Bearer " + service.bearer().get().read());
        }
        return request.build();
    }

    private static byte[] body(Subject subject) {
        return JsonReport.object(json -> {
            json.writeStringField("id", subject.id().toString());
            json.writeStringField("participant", subject.participant().name());
            json.writeStringField(
                    "message", subject.message().document().definition().id());
            json.writeStringField("iso", new String(subject.iso(), StandardCharsets.UTF_8));
        });
    }

    private static Optional<Answer> read(byte[] body, Subject subject) {
        try (JsonParser json = JSON.createParser(body)) {
            Optional<Answer> answer = answer(json);
            return answer.isPresent() ? answer : unanswered(subject, "not the answer that was asked for");
        } catch (IOException e) {
            return unanswered(subject, "no JSON");
        }
    }

    private static Optional<Answer> answer(JsonParser json) throws IOException {
        String decision = "";
        String reason = "";
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            boolean text = json.nextToken() == JsonToken.VALUE_STRING;
            if (name.equals("decision") && text) {
                decision = json.getText();
            } else if (name.equals("reason") && text) {
                reason = json.getText();
            }
            json.skipChildren();
        }
        boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
        boolean known = decision.equals("clear") || decision.equals("hit");
        return whole && known
                ? Optional.of(new Answer(
                        decision.equals("clear"), reason.substring(0, Math.min(reason.length(), MOST_REASON))))
                : Optional.empty();
    }

    private static Optional<Answer> unanswered(Subject subject, String why) {
        LOG.warn("screening of {} is not available: {}", subject.id(), why);
        return Optional.empty();
    }
}
